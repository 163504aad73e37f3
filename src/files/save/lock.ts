import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding, Outcome } from '../../model/finding.ts';
import { codeOf, diskProblem } from '../disk-problem.ts';
import { targetOf } from './save.ts';

export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** ISO time, given by the caller: this floor has no clock. */
  readonly since: string;
  /** When its process started, as its system counts; only what stands in a lock knows it. */
  readonly started?: string | null;
}

/** Whether the process that had this number when it started then is still there. */
type Alive = (pid: number, started: string | null) => boolean;

export interface Lock {
  /** The lock file itself. */
  readonly path: string;
  /** Gives the file free; a second call does nothing. */
  readonly release: () => void;
}

/** Locks this process holds: a lock file with our own pid that is not among them was left by a dead one of that number. */
const held = new Set<string>();

/**
 * Keeps two programs off one file: a side file `.NAME.lock` in its folder. A lock whose process is dead on this
 * machine is taken over; one from another machine is never, its process cannot be seen from here.
 */
export function acquireLock(path: string, owner: LockOwner, isAlive: Alive = processIsAlive): Outcome<Lock> {
  try {
    const target = targetOf(path);
    const lockPath = lockOf(target);
    if (create(lockPath, owner)) return { ok: true, value: lockAt(lockPath, owner), findings: [] };
    const other = ownerIn(lockPath);
    if (isStale(lockPath, other, owner, isAlive) && takeAway(lockPath, other) && create(lockPath, owner)) {
      return { ok: true, value: lockAt(lockPath, owner), findings: [] };
    }
    return { ok: false, findings: [lockedBy(lockPath, ownerIn(lockPath) ?? other)] };
  } catch (error) {
    return { ok: false, findings: [diskProblem(path, error)] };
  }
}

/** The longest name of a lock, and what is added to it where a stale one is moved away. */
const NAME_MAX = 255 - '-0123456789ab'.length;

/** `.NAME.lock` beside the file; beside a name so long that this does not fit, one that is the same for everybody too. */
function lockOf(target: string): string {
  const name = `.${basename(target)}.lock`;
  if (Buffer.byteLength(name) <= NAME_MAX) return join(dirname(target), name);
  const hash = createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);
  return join(dirname(target), `.wazamori-${hash}.lock`);
}

function create(lockPath: string, owner: LockOwner): boolean {
  let file: number;
  try {
    file = openSync(lockPath, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, `${JSON.stringify({ ...owner, started: startOf(owner.pid) })}\n`);
    return true;
  } catch (error) {
    // A full disk: a lock that does not say whose it is would keep everybody out for ever.
    rmSync(lockPath, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function lockAt(lockPath: string, owner: LockOwner): Lock {
  held.add(lockPath);
  let open = true;
  return {
    path: lockPath,
    release: () => {
      if (!open) return;
      open = false;
      held.delete(lockPath);
      // Somebody may have removed our lock by hand and made his own.
      if (same(ownerIn(lockPath), owner)) rmSync(lockPath, { force: true });
    },
  };
}

function isStale(lockPath: string, other: LockOwner | null, self: LockOwner, isAlive: Alive): boolean {
  if (other === null || other.host !== self.host) return false;
  if (other.pid === self.pid) return !held.has(lockPath);
  return !isAlive(other.pid, other.started ?? null);
}

/**
 * Moves a stale lock out of the way. Two programs may see it stale at once and the slower one would then move the
 * faster one's fresh lock: what was moved is looked at, and put back if it is not the stale one.
 */
function takeAway(lockPath: string, stale: LockOwner | null): boolean {
  const aside = `${lockPath}-${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lockPath, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  if (same(ownerIn(aside), stale)) {
    rmSync(aside, { force: true });
    return true;
  }
  renameSync(aside, lockPath);
  return false;
}

function ownerIn(lockPath: string): LockOwner | null {
  try {
    const data: unknown = JSON.parse(readFileSync(lockPath, 'utf8'));
    if (
      typeof data !== 'object' ||
      data === null ||
      !('pid' in data) ||
      !('host' in data) ||
      !('since' in data)
    )
      return null;
    const { pid, host, since } = data;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return null;
    const started = 'started' in data && typeof data.started === 'string' ? data.started : null;
    return Number.isInteger(pid) && pid > 0 ? { pid, host, since, started } : null;
  } catch {
    return null;
  }
}

function same(a: LockOwner | null, b: LockOwner | null): boolean {
  return a !== null && b !== null && a.pid === b.pid && a.host === b.host && a.since === b.since;
}

/**
 * Whether a process is there and is still the same one: numbers are given out again, after a restart soon. Where the
 * system does not tell when a process started, its number has to do; but number 1 is the system itself, and of ours only
 * in a container, where it tells.
 */
export function processIsAlive(pid: number, started: string | null = null): boolean {
  const now = startOf(pid);
  if (started !== null && now !== null && started !== now) return false;
  return !(started === null && pid === 1) && isRunning(pid);
}

/** Whether a process of this number is there, whichever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return codeOf(error) === 'EPERM';
  }
}

/** When a process started: this boot of the machine, and the ticks since (proc(5), field 22); `null` where nobody tells. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets before it may hold spaces and brackets.
    const [, fields = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const ticks = fields.split(' ')[19];
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}

function lockedBy(lockPath: string, other: LockOwner | null): Finding {
  const by = other ? `${other.host} (pid ${other.pid})` : '?';
  return {
    severity: 'error',
    code: 'file-locked',
    args: { path: lockPath, by, since: other?.since ?? '?' },
    location: null,
  };
}
