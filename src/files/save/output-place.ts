import { type Stats, statSync, writeFileSync } from 'node:fs';
import type { Finding, Outcome } from '../../model/finding.ts';
import { contentHash } from '../content-hash.ts';
import { codeOf, diskProblem } from '../disk-problem.ts';

/**
 * What stands where a result shall go. A `stream` (`/dev/null`, a pipe of the shell's `>(…)`) takes what is written and
 * keeps nothing, so there is nothing to protect; `other` (a disk, a socket) is never ours to write to.
 */
export type Place = 'nothing' | 'file' | 'folder' | 'stream' | 'other';

export function placeAt(path: string): Place {
  const stats = statsAt(path);
  if (stats === null) return 'nothing';
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isCharacterDevice() || stats.isFIFO() ? 'stream' : 'other';
}

/** What cannot be looked at (a name too long, a circle of links) cannot be written either: whoever writes says why. */
function statsAt(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** Writes to a device or a pipe; a reader that left is a problem to tell, not a defect. */
export function writeStream(path: string, bytes: Uint8Array, name: string): Outcome<string> {
  try {
    writeFileSync(path, bytes);
    return { ok: true, value: contentHash(bytes), findings: [] };
  } catch (error) {
    return { ok: false, findings: [diskProblem(name, error)] };
  }
}

/** A place no result goes to. */
export const notAPlace = (place: 'folder' | 'other', name: string): Finding =>
  place === 'folder'
    ? { severity: 'error', code: 'file-is-folder', args: { path: name }, location: null }
    : { severity: 'error', code: 'output-not-a-file', args: { path: name }, location: null };
