import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../setup/folder.ts';
import { ROOT, runCli } from './run-cli.ts';

const TODAY = ['--today', '2026-11-21'];

describe('a report', () => {
  const cwd = folder();
  beforeAll(() => {
    copyFileSync(join(ROOT, 'templates/samples/parts-maker.yaml'), join(cwd, 'a.yaml'));
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
  });
  const report = (...args: readonly string[]) => runCli(['report', 'a.yaml', ...args, ...TODAY], cwd);

  // The sheets stand beside the plan, and these have no beside.
  it.each(['/dev/null', 'pipe'])(
    'with --handouts does not go to %s, and nothing is left there',
    async (place) => {
      const before = readdirSync(cwd);
      const ran = await report('--handouts', '--format', 'md', '-o', place);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('--handouts');
      expect(ran.stderr).toContain(`-o ${place}`);
      expect(readdirSync(cwd)).toEqual(before);
    },
  );

  it.each(['standard', 'full', 'plan'])(
    'says in %s which work is larger than a year has room for',
    async (pages) => {
      const sentence = /使える日数1年分より大きい仕事です。外に頼む・分けて進める/;
      const args = ['--pages', pages, '--format', 'md', '-o', '-'];
      expect((await report(...args, '--capacity', '0.01')).stdout).toMatch(sentence);
      expect((await report(...args, '--capacity', '1000')).stdout).not.toMatch(sentence);
    },
  );
});
