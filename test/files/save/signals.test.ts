import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { TEMPORARY } from '../../../src/files/save/aside.ts';
import { folder } from '../../setup/folder.ts';

const PROGRAM = fileURLToPath(new URL('./waiting-file.ts', import.meta.url));

/** Ends a program in the middle of a save by these signals, each sent when it has said something; what it said. */
async function ended(cwd: string, how: string, signals: readonly NodeJS.Signals[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, cwd, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const said: string[] = [];
  for (const signal of signals) {
    said.push(String((await once(child.stdout, 'data'))[0]).trim());
    expect(readdirSync(cwd).filter((name) => TEMPORARY.test(name))).toHaveLength(1);
    child.kill(signal);
  }
  const [code, by] = await exit;
  return { said, code, by, left: readdirSync(cwd) };
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s in the middle of a save leaves nothing aside',
  async (by) => {
    expect(await ended(folder(), '', [by])).toEqual({ said: ['waiting'], code: null, by, left: [] });
  },
);

it('the first Ctrl-C asks who wants to end in order, the second ends and leaves nothing aside', async () => {
  expect(await ended(folder(), 'polite', ['SIGINT', 'SIGINT'])).toEqual({
    said: ['waiting', 'stopping'],
    code: null,
    by: 'SIGINT',
    left: [],
  });
});

it('an end of itself leaves nothing aside either', async () => {
  expect(await ended(folder(), 'end', [])).toEqual({ said: [], code: 0, by: null, left: [] });
});
