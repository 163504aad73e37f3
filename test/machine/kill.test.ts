import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TEMPORARY } from '../../src/files/save/aside.ts';
import { ROOT } from '../cli/run-cli.ts';

// Three saves long: every call of the disk in them is a place to die, the same ones on every machine.
const KILLS = 50;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-kill-'));
  copyFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), join(folder, 'answers.yaml'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const leftovers = (): readonly string[] => readdirSync(folder).filter((name) => TEMPORARY.test(name));

/** A program that opens the file and saves into it over and over, and dies at its n-th call of the disk; which one. */
function dies(at: number): string {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/machine/save-loop.ts', folder, String(at)],
    {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  expect(child.signal).toBe('SIGKILL');
  // The one before was killed: what it left is gone as soon as the next has opened the file.
  expect(leftovers().filter((name) => !name.includes(`-${child.pid}-`))).toEqual([]);
  return child.stdout.trim();
}

it('leaves a whole file, killed at each call of the disk in fifty, and no trace at the next start', () => {
  const [sample = '', ...states] = ['いいえ', 'はい', 'わからない'].map((word) =>
    readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8').replace(
      'core-technology-list: いいえ',
      `core-technology-list: ${word}`,
    ),
  );
  const deaths = Array.from({ length: KILLS }, (_, at) => {
    const call = dies(at);
    expect([sample, ...states]).toContain(readFileSync(join(folder, 'answers.yaml'), 'utf8'));
    // Between its making and its renaming the temporary file is there: the kill fell into a save.
    return { call, left: leftovers().length };
  });
  const inTheMiddle = deaths.filter(({ left }) => left > 0).map(({ call }) => call);
  expect(inTheMiddle).toEqual(expect.arrayContaining(['writeFileSync', 'fsyncSync', 'renameSync']));
  // And before, and after.
  expect(deaths.filter(({ left }) => left === 0).length).toBeGreaterThan(0);
});
