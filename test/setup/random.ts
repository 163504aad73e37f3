import fc from 'fast-check';

/**
 * How many random examples a property tries: as many as it names with `WAZAMORI_RUNS=full` (`.ci/run`), a tenth of them
 * otherwise. A failure prints its seed; `WAZAMORI_SEED=<seed>` plays the same examples again, in the same order.
 */
const FULL = process.env['WAZAMORI_RUNS'] === 'full';
const SEED = process.env['WAZAMORI_SEED'];

/** What a property tries at least, where it names more. */
const FEW = 20;

export function runs(full: number): { readonly numRuns: number } {
  return { numRuns: FULL ? full : Math.max(Math.min(full, FEW), Math.round(full / 10)) };
}

/** For the properties that name no number, and the seed for all (`setupFiles`). */
export function configureRandom(): void {
  fc.configureGlobal({ ...runs(100), ...(SEED === undefined ? {} : { seed: Number(SEED) }) });
}
