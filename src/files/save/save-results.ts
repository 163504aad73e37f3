import { readFileSync } from 'node:fs';
import type { Finding, Outcome } from '../../model/finding.ts';
import { contentHash } from '../content-hash.ts';
import { diskProblem } from '../disk-problem.ts';
import { mayReplace, ownKind } from '../own-kind.ts';
import { removeLeftovers } from './leftovers.ts';
import { notAPlace, placeAt, writeStream } from './output-place.ts';
import { type Staged, saveFile, stage, switchStaged, unstage } from './save.ts';

/** A result and where it goes; only an older one of its kind makes way. */
export interface Result {
  readonly path: string;
  /** As it was typed. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Writes a text as a new file, mode 0600; refuses where one exists. */
export function saveNewText(path: string, text: string): Outcome<string> {
  return saveFile(path, new TextEncoder().encode(text), null);
}

/** Why a result does not go over what stands where it was sent, or `null`. */
export const keptFrom = (
  before: Uint8Array,
  kinds: readonly (string | null)[],
  name: string,
): Finding | null =>
  mayReplace(before, kinds)
    ? null
    : { severity: 'error', code: 'output-other-kind', args: { path: name }, location: null };

/**
 * Writes results to wherever they were sent: files all together, or none of them; then devices and pipes as they take
 * it. Nothing stays aside, whatever goes wrong.
 */
export function saveResults(results: readonly Result[]): Outcome<readonly string[]> {
  const staged: Staged[] = [];
  const streams: Result[] = [];
  for (const result of results) {
    const next = stageResult(result);
    if (next === 'stream') streams.push(result);
    else if (next.ok) staged.push(next.value);
    else {
      unstage(staged);
      return next;
    }
  }
  const twice = staged.find(({ target }, i) => staged.findIndex((other) => other.target === target) !== i);
  if (twice !== undefined) {
    unstage(staged);
    // By links two names lead to one file: the second result would replace the first.
    const args = { path: twice.name };
    return {
      ok: false,
      findings: [{ severity: 'error', code: 'check-output-twice', args, location: null }],
    };
  }
  const switched = switchStaged(staged);
  if (!switched.ok) return switched;
  for (const { path, bytes, name } of streams) {
    const written = writeStream(path, bytes, name);
    if (!written.ok) return written;
  }
  return switched;
}

function stageResult({ path, name, bytes }: Result): Outcome<Staged> | 'stream' {
  const refused = (finding: Finding): Outcome<Staged> => ({ ok: false, findings: [finding] });
  try {
    const place = placeAt(path);
    if (place === 'stream') return 'stream';
    if (place === 'folder' || place === 'other') return refused(notAPlace(place, name));
    removeLeftovers(path);
    if (place === 'nothing') return stage(path, bytes, null, name);
    const before = readFileSync(path);
    const reason = keptFrom(before, [ownKind(bytes)], name);
    return reason === null ? stage(path, bytes, contentHash(before), name) : refused(reason);
  } catch (error) {
    return refused(diskProblem(name, error));
  }
}
