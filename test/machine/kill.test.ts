import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TEMPORARY } from '../../src/files/aside.ts';
import { ROOT } from '../cli/run-cli.ts';

const KILLS = 50;
// Several saves long, so that the kills fall anywhere in them.
const LONGEST = 60;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-kill-'));
  copyFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), join(folder, 'answers.yaml'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const leftovers = (): readonly string[] => readdirSync(folder).filter((name) => TEMPORARY.test(name));

/** A program that has opened the file and saves into it over and over. */
async function saving(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/machine/save-loop.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('leaves a whole file, killed in the middle of a save fifty times, and no trace at the next start', async () => {
  const [sample = '', ...states] = ['いいえ', 'はい', 'わからない'].map((word) =>
    readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8').replace(
      'core-technology-list: いいえ',
      `core-technology-list: ${word}`,
    ),
  );
  let inTheMiddle = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = await saving();
    // The one before was killed: what it left is gone as soon as the next has opened the file.
    const before = leftovers();
    expect(before.filter((name) => !name.includes(`-${child.pid}-`))).toEqual([]);
    await setTimeout(Math.random() * LONGEST);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    expect([sample, ...states]).toContain(readFileSync(join(folder, 'answers.yaml'), 'utf8'));
    // Between its making and its renaming the temporary file is there: the kill fell into a save.
    inTheMiddle += leftovers().length;
  }
  expect(inTheMiddle).toBeGreaterThan(0);
});
