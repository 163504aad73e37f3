import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';

/**
 * Where a path leads that a person typed. A keyboard makes が one letter (NFC), a Mac's disk and what was copied from it
 * may hold か with a mark behind it (NFD), and the other way round: they look the same, so they are the same. A name
 * that is there as it was typed is that one; where two others look like it, nobody can tell which is meant.
 */
export function typedPath(cwd: string, typed: string): string {
  const path = resolve(cwd, typed);
  return isThere(path) ? path : asOnDisk(path);
}

function asOnDisk(path: string): string {
  const parent = dirname(path);
  if (parent === path) return path;
  const folder = isThere(parent) ? parent : asOnDisk(parent);
  const name = basename(path);
  const here = join(folder, name);
  if (name.normalize('NFC') === name.normalize('NFD') || isThere(here)) return here;
  const [one, ...others] = namesIn(folder).filter(
    (there) => there.normalize('NFC') === name.normalize('NFC'),
  );
  return one === undefined || others.length > 0 ? here : join(folder, one);
}

/** What nobody sees in a name, or takes for the same: widths, capitals, spaces and dots behind it, one letter of the ending. */
const likeness = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+$/u, '')
    .replace(/\.ya?ml$/, '.yaml');

/** The name somebody may have meant who typed that of a file that is not there, with the folder as it was typed. */
export function nearName(cwd: string, typed: string): string | null {
  const path = typedPath(cwd, typed);
  const names = namesIn(dirname(path)).filter((name) => !name.startsWith('.'));
  const alike = names.filter((name) => likeness(name) === likeness(basename(path)));
  const near = alike.length === 1 ? alike[0] : nearest(basename(path), names);
  if (near == null) return null;
  const folder = dirname(typed);
  return folder === '.' ? near : join(folder, near);
}

/** A file that is not there, with the name that may have been meant in `cwd`; any other finding as it is. */
export const meantIn =
  (cwd: string) =>
  (finding: Finding): Finding =>
    finding.code === 'file-not-found'
      ? { ...finding, args: { ...finding.args, nearest: nearName(cwd, finding.args.path) } }
      : finding;

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file used as a folder, a name too long: whoever opens it is told.
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
