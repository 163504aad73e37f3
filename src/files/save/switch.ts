import { constants, copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import type { Finding } from '../../model/finding.ts';
import { codeOf, diskProblem } from '../disk-problem.ts';
import { asideOf } from './aside.ts';
import { goes } from './signals.ts';

/** A whole file that waits to take its name. */
export interface Waiting {
  /** Where it lies. */
  readonly aside: string;
  /** The file it becomes, links followed. */
  readonly target: string;
  /** How messages call that. */
  readonly name: string;
}

/**
 * Gives files their names: all of them or, where one cannot have it, none, and then what stood there stands there as
 * before. `null`, or what went wrong and with which file. Files of one run must tell of one run.
 */
export function switchAll(files: readonly Waiting[]): Finding | null {
  const former: (string | null)[] = [];
  let at = 0;
  try {
    // One alone is switched by its rename; of several, what stood there is kept until the last has its name.
    if (files.length > 1) for (; at < files.length; at++) former.push(keptAside(files[at]?.target ?? ''));
    for (at = 0; at < files.length; at++) {
      const file = files[at];
      if (file !== undefined) renameSync(file.aside, file.target);
    }
    return null;
  } catch (error) {
    const file = files[at];
    if (former.length === files.length) putBack(files.slice(0, at), former);
    return refusal(file, error);
  } finally {
    for (const path of former) if (path !== null) goes(path);
  }
}

/** A second name for what stands at a path, or a copy where a disk has no second names (FAT); `null` = nothing. */
function keptAside(target: string): string | null {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return null;
  const aside = asideOf(target);
  try {
    linkSync(target, aside);
  } catch {
    copyFileSync(target, aside, constants.COPYFILE_EXCL);
  }
  return aside;
}

function putBack(done: readonly Waiting[], former: readonly (string | null)[]): void {
  done.forEach(({ target }, i) => {
    const before = former[i];
    try {
      if (typeof before === 'string') renameSync(before, target);
      else rmSync(target, { force: true });
    } catch {
      // The disk that took the new file does not take the old one: what stands there is whole, and the refusal is told.
    }
  });
}

/** Windows lets nobody replace a file that a program like Excel has open, and says so in one of these ways. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES']);

function refusal(file: Waiting | undefined, error: unknown): Finding {
  const { name, target } = file ?? { name: '?', target: '' };
  // A file could be made in this folder just now, so it is this one that somebody holds.
  if (HELD.has(codeOf(error) ?? '') && lstatSync(target, { throwIfNoEntry: false }) !== undefined)
    return { severity: 'error', code: 'file-in-use', args: { path: name }, location: null };
  return diskProblem(name, error);
}
