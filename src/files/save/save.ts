import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding, Outcome } from '../../model/finding.ts';
import { contentHash } from '../content-hash.ts';
import { codeOf, diskProblem } from '../disk-problem.ts';
import { asideOf } from './aside.ts';
import { goes } from './signals.ts';
import { switchAll, type Waiting } from './switch.ts';

/**
 * Writes a file so that a kill at any moment leaves the old or the new one whole, never a mixture: temporary file in
 * the same folder, fsync, rename, fsync of the folder. Links are followed. A new file gets mode 0600, an existing one
 * keeps its own and its group. `expected` is the hash of what was read (`null` = there must be no file yet): a file somebody changed
 * meanwhile is not overwritten. On success the hash of what now stands there; on failure nothing is left behind.
 */
export function saveFile(path: string, bytes: Uint8Array, expected: string | null): Outcome<string> {
  const staged = stage(path, bytes, expected);
  if (!staged.ok) return staged;
  const switched = switchStaged([staged.value]);
  return switched.ok ? { ...switched, value: staged.value.hash } : switched;
}

/** The file a path leads to, through links, also where it does not exist yet. */
export function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const folder = realpathSync(dirname(resolve(path)));
  const here = join(folder, basename(path));
  // A link that leads nowhere yet: the file is made where it points to, at the end of all links.
  return isLink(here) ? targetOf(resolve(folder, readlinkSync(here))) : here;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The mode to write with, or why not to write. */
function checkTarget(path: string, target: string, expected: string | null): number | Finding {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    return { severity: 'error', code: 'file-is-folder', args: { path }, location: null };
  if (stats === undefined) return expected === null ? 0o600 : changed(path);
  if (expected === null) return { severity: 'error', code: 'file-exists', args: { path }, location: null };
  // A rename would replace a write-protected file without asking; its owner protected it on purpose.
  if ((stats.mode & 0o222) === 0)
    return { severity: 'error', code: 'file-read-only', args: { path }, location: null };
  return contentHash(readFileSync(target)) === expected ? stats.mode & 0o777 : changed(path);
}

/** A file written whole beside the one it is to replace, safely on the disk; only its name is missing. */
export interface Staged extends Waiting {
  /** Of its bytes. */
  readonly hash: string;
  /** Why it must not take its name any more: somebody changed what stands there meanwhile. */
  readonly changed: () => Finding | null;
}

/** Writes a file aside; whoever has it switches it or lets it go with {@link unstage}. `name` is how messages call it. */
export function stage(
  path: string,
  bytes: Uint8Array,
  expected: string | null,
  name: string = path,
): Outcome<Staged> {
  try {
    const target = targetOf(path);
    const before = checkTarget(name, target, expected);
    if (typeof before !== 'number') return { ok: false, findings: [before] };
    const aside = writeAside(target, bytes, before);
    const changed = (): Finding | null => {
      const now = checkTarget(name, target, expected);
      return typeof now === 'number' ? null : now;
    };
    const staged = { aside, target, name, hash: contentHash(bytes), changed };
    return { ok: true, value: staged, findings: [] };
  } catch (error) {
    return { ok: false, findings: [diskProblem(name, error)] };
  }
}

/** Gives staged files their names, all or none; their hashes. Nothing stays aside. */
export function switchStaged(staged: readonly Staged[]): Outcome<readonly string[]> {
  try {
    for (const file of staged) {
      // Writing took its time: look once more, as late as can be.
      const changed = file.changed();
      if (changed !== null) return { ok: false, findings: [changed] };
    }
    const problem = switchAll(staged);
    if (problem !== null) return { ok: false, findings: [problem] };
    for (const folder of new Set(staged.map(({ target }) => dirname(target)))) syncFolder(folder);
    return { ok: true, value: staged.map(({ hash }) => hash), findings: [] };
  } catch (error) {
    return { ok: false, findings: [diskProblem(staged[0]?.name ?? '', error)] };
  } finally {
    unstage(staged);
  }
}

/** Takes staged files away that did not get their names. */
export function unstage(staged: readonly Staged[]): void {
  for (const { aside } of staged) goes(aside);
}

function writeAside(target: string, bytes: Uint8Array, mode: number): string {
  const aside = asideOf(target);
  try {
    const file = openSync(aside, 'wx', 0o600);
    try {
      fchmodSync(file, keepsGroup(file, target) ? mode : mode & ~0o070);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return aside;
  } catch (error) {
    goes(aside);
    throw error;
  }
}

/**
 * Gives the new file the group of the one it replaces: a team that shares a file by its group would be locked out by a
 * save. Where that is not allowed, the rights of the group must not go to another one.
 */
function keepsGroup(file: number, target: string): boolean {
  const before = statSync(target, { throwIfNoEntry: false });
  const { uid, gid } = fstatSync(file);
  if (before === undefined || before.gid === gid) return true;
  try {
    fchownSync(file, uid, before.gid);
    return true;
  } catch {
    return false;
  }
}

/** Makes the rename itself survive a power cut. Some systems cannot open a folder: there the rename has to do. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file is written; nothing a person could do about this.
  }
}

function changed(path: string): Finding {
  return { severity: 'error', code: 'file-changed-meanwhile', args: { path }, location: null };
}
