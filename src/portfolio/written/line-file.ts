import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { codeOf, diskProblem } from '../../files/disk-problem.ts';
import { notAPlace, placeAt } from '../../files/save/output-place.ts';
import { targetOf } from '../../files/save/save.ts';
import { keptFrom } from '../../files/save/save-results.ts';
import { switchAll } from '../../files/save/switch.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import { openWhole } from './write-whole.ts';

/** What came of the lines, and whether they are kept in a file; a device or a pipe keeps nothing. */
export interface Lines<T> {
  readonly value: T;
  readonly kept: boolean;
}

/**
 * Writes JSON line by line, and yet the file is there whole or not at all; a device or a pipe takes each line as it comes.
 *
 * @param name the path as it was typed
 */
export async function writeLines<T>(
  path: string,
  name: string,
  run: (write: (line: string) => void) => Promise<T>,
): Promise<Outcome<Lines<T>>> {
  try {
    return await linesTo(targetOf(path), name, run);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return refused(diskProblem(name, error));
  }
}

async function linesTo<T>(
  path: string,
  name: string,
  run: (write: (line: string) => void) => Promise<T>,
): Promise<Outcome<Lines<T>>> {
  const place = placeAt(path);
  if (place === 'folder' || place === 'other') return refused(notAPlace(place, name));
  if (place === 'stream') {
    const device = openSync(path, 'w');
    try {
      return written(await run((line) => writeFileSync(device, line)), false);
    } finally {
      closeSync(device);
    }
  }
  const kept = place === 'file' ? keptFrom(readFileSync(path), ['json'], name) : null;
  if (kept !== null) return refused(kept);
  const file = openWhole(path);
  try {
    const value = await run(file.write);
    const problem = switchAll([{ ...file.settle(), name }]);
    return problem === null ? written(value, true) : refused(problem);
  } finally {
    file.discard();
  }
}

const written = <T>(value: T, kept: boolean): Outcome<Lines<T>> => ({
  ok: true,
  findings: [],
  value: { value, kept },
});

const refused = (finding: Finding) => ({ ok: false, findings: [finding] }) as const;
