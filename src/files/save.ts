import { createHash, randomBytes } from 'node:crypto';
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
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding, Outcome } from '../model/finding.ts';

/** SHA-256 of a file's bytes, as lower-case hex: what a caller remembers of the file it read. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes a file so that a kill at any moment leaves the old or the new one whole, never a mixture: temporary file in
 * the same folder, fsync, rename, fsync of the folder. Links are followed. A new file gets mode 0600, an existing one
 * keeps its own and its group. `expected` is the hash of what was read (`null` = there must be no file yet): a file somebody changed
 * meanwhile is not overwritten. On success the hash of what now stands there; on failure nothing is left behind.
 */
export function saveFile(path: string, bytes: Uint8Array, expected: string | null): Outcome<string> {
  try {
    const target = targetOf(path);
    const before = checkTarget(path, target, expected);
    if (typeof before !== 'number') return { ok: false, findings: [before] };
    return writeThenRename(path, target, bytes, before, expected);
  } catch (error) {
    return { ok: false, findings: [diskProblem(path, error)] };
  }
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
  // A link that leads nowhere yet: the file is made where it points to.
  return isLink(here) ? resolve(folder, readlinkSync(here)) : here;
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
  if ((stats.mode & 0o222) === 0) return notWritable(path, 'read-only');
  return contentHash(readFileSync(target)) === expected ? stats.mode & 0o777 : changed(path);
}

/** Names of unfinished saves: machine, process, and something unique. */
export const TEMPORARY = /^\.save-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** This machine in a temporary name: whether a process lives can only be seen on its own machine. */
export const thisHost = (): string => contentHash(new TextEncoder().encode(hostname())).slice(0, 8);

const temporaryName = (): string =>
  `.save-${thisHost()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;

function writeThenRename(
  path: string,
  target: string,
  bytes: Uint8Array,
  mode: number,
  expected: string | null,
): Outcome<string> {
  // Not named after the file: a long Japanese name plus a suffix would not fit into 255 bytes.
  const temporary = join(dirname(target), temporaryName());
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      fchmodSync(file, keepsGroup(file, target) ? mode : mode & ~0o070);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // Writing took its time: look once more, as late as can be.
    const now = checkTarget(path, target, expected);
    if (typeof now !== 'number') return { ok: false, findings: [now] };
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return { ok: true, value: contentHash(bytes), findings: [] };
  } finally {
    rmSync(temporary, { force: true });
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

/** An error of the file system as a finding. */
export function diskProblem(path: string, error: unknown): Finding {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return { severity: 'error', code: 'file-not-found', args: { path: dirname(path) }, location: null };
  if (code === 'ENOTDIR') return notWritable(path, 'not a folder');
  if (code === 'EMFILE' || code === 'ENFILE')
    return { severity: 'error', code: 'file-too-many-open', args: { path }, location: null };
  if (code === 'EISDIR') return { severity: 'error', code: 'file-is-folder', args: { path }, location: null };
  return notWritable(path, code ?? String(error));
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function changed(path: string): Finding {
  return { severity: 'error', code: 'file-changed-meanwhile', args: { path }, location: null };
}

function notWritable(path: string, reason: string): Finding {
  return { severity: 'error', code: 'file-not-writable', args: { path, reason }, location: null };
}
