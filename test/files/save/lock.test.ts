import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, type Lock, type LockOwner } from '../../../src/files/save/lock.ts';
import { allow, allowAfterEach, refuse } from '../../setup/refusing-disk.ts';

allowAfterEach();

const ME: LockOwner = { pid: process.pid, host: 'soumu-pc', since: '2026-11-21T09:00:00+09:00' };
const COLLEAGUE: LockOwner = { pid: 4242, host: 'soumu-pc', since: '2026-11-21T08:30:00+09:00' };
const alive = () => true;
const dead = () => false;

let folder = '';
let file = '';
let sidecar = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'answers.yaml');
  sidecar = join(folder, '.answers.yaml.lock');
  writeFileSync(file, 'wazamori: 1\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function taken(owner: LockOwner, isAlive = alive): Lock {
  const lock = acquireLock(file, owner, isAlive);
  if (!lock.ok) throw new Error(JSON.stringify(lock.findings));
  return lock.value;
}

describe('acquireLock', () => {
  it('writes who holds the file beside it, for its owner only, and takes it away again', () => {
    const lock = taken(ME);
    expect(lock.path).toBe(sidecar);
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toMatchObject(ME);
    expect(statSync(sidecar).mode & 0o777).toBe(0o600);
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  it('locks a file that does not exist yet', () => {
    rmSync(file);
    taken(ME).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says who holds it and since when', () => {
    writeFileSync(sidecar, JSON.stringify(COLLEAGUE));
    expect(acquireLock(file, ME, alive).findings).toEqual([
      {
        severity: 'error',
        code: 'file-locked',
        args: { path: sidecar, by: 'soumu-pc (pid 4242)', since: COLLEAGUE.since },
        location: null,
      },
    ]);
  });

  it('keeps a second interview of the same process out, also through a link', () => {
    const lock = taken(ME);
    symlinkSync(file, join(folder, 'link.yaml'));
    expect(acquireLock(file, ME, alive).ok).toBe(false);
    expect(acquireLock(join(folder, 'link.yaml'), ME, alive).ok).toBe(false);
    lock.release();
    const again = taken(ME);
    lock.release();
    expect(existsSync(again.path)).toBe(true);
    again.release();
  });

  it('takes over from a process that is dead on this machine', () => {
    writeFileSync(sidecar, JSON.stringify(COLLEAGUE));
    const lock = taken(ME, dead);
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toMatchObject(ME);
    lock.release();
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  it('takes over from a dead process that had our number', () => {
    writeFileSync(sidecar, JSON.stringify({ ...ME, since: '2026-11-20T09:00:00+09:00' }));
    taken(ME, alive).release();
    expect(existsSync(sidecar)).toBe(false);
  });

  it.each([
    ['another machine', JSON.stringify({ ...COLLEAGUE, host: 'seizou-pc' }), 'seizou-pc (pid 4242)'],
    ['nobody can tell whom', 'kowareta', '?'],
    ['a number that is none', JSON.stringify({ ...COLLEAGUE, pid: -1 }), '?'],
  ])('never takes over from %s', (_, content, by) => {
    writeFileSync(sidecar, content);
    const lock = acquireLock(file, ME, dead);
    expect(lock.findings.map(({ args }) => args)).toEqual([expect.objectContaining({ by })]);
    expect(readFileSync(sidecar, 'utf8')).toBe(content);
  });

  it('leaves a lock alone that somebody else made after ours was deleted by hand', () => {
    const lock = taken(ME);
    writeFileSync(sidecar, JSON.stringify(COLLEAGUE));
    lock.release();
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toEqual(COLLEAGUE);
  });

  it('takes over from a number that was given to another process since, and not from the process itself', () => {
    const own = taken(ME);
    const { started } = JSON.parse(readFileSync(sidecar, 'utf8'));
    own.release();
    const lockOf = (pid: number, when: unknown) =>
      writeFileSync(sidecar, JSON.stringify({ ...COLLEAGUE, pid, started: when }));
    // The parent lives, and started when it did: not when we did, nor in another life of the machine.
    lockOf(process.ppid, started);
    const lock = acquireLock(file, ME);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
    lockOf(process.pid, started);
    expect(acquireLock(file, { ...ME, pid: process.ppid }).ok).toBe(false);
  });

  it('is not held by number 1 that does not say when it started: that is the system', () => {
    writeFileSync(sidecar, JSON.stringify({ ...COLLEAGUE, pid: 1 }));
    const lock = acquireLock(file, ME);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });

  it('is not left on a full disk', () => {
    refuse(['writeFileSync'], '', 'ENOSPC');
    expect(acquireLock(file, ME).findings).toMatchObject([{ code: 'file-not-writable' }]);
    allow();
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  it('sees the processes of this machine by itself', () => {
    writeFileSync(sidecar, JSON.stringify({ ...COLLEAGUE, pid: process.ppid }));
    expect(acquireLock(file, ME).ok).toBe(false);
    // Beyond the highest number Linux gives out.
    writeFileSync(sidecar, JSON.stringify({ ...COLLEAGUE, pid: 4_194_305 }));
    const lock = acquireLock(file, ME);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });

  it('names a folder that is missing', () => {
    expect(acquireLock(join(folder, 'clients', 'a.yaml'), ME).findings.map(({ code }) => code)).toEqual([
      'file-not-found',
    ]);
  });
});
