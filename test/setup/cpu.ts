/** What runs must not take longer than their size lets expect: by the square would be 256 times as long for 16 times as much. */

/** Of CPU time in milliseconds, this process alone: the machine may be busy. */
async function cpuOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Below this a measure says nothing, in milliseconds. */
const FLOOR = 15;
const ATTEMPTS = 3;

/** How many times as long the long run takes, of what the short one takes. Attempts are numbered: what is remembered of one helps no other. */
export type Growth = (work: (size: 'short' | 'long', attempt: number) => unknown) => Promise<number>;

/**
 * The least of a few ratios, and no more attempts than are needed to come below `most`: a pause of the collector makes
 * one of them large, never all.
 */
export const growthBelow =
  (most: number): Growth =>
  async (work) => {
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS && least > most; attempt++) {
      const short = await cpuOf(() => work('short', attempt));
      const long = await cpuOf(() => work('long', attempt));
      least = Math.min(least, long / Math.max(FLOOR, short));
    }
    return least;
  };
