import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../setup/folder.ts';
import { allow, allowAfterEach, refuse } from '../setup/refusing-disk.ts';
import { ROOT, runCli } from './run-cli.ts';

allowAfterEach();

const TODAY = ['--today', '2026-11-21'];

/** All that stands in a folder and below, by its path. */
const standing = (cwd: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(cwd.length + 1), readFileSync(path, 'latin1')]),
  );

const sample = (cwd: string, name: string, to = 'a.yaml'): void =>
  copyFileSync(join(ROOT, `templates/samples/${name}.yaml`), join(cwd, to));

/** Runs of one command that write several files, and the names of those. */
const RUNS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'report',
    ['report', 'a.yaml', '--handouts', '--format', 'md', '-o', 'plan.md'],
    ['plan.md', 'plan-営業の責任者に聞く.md'],
  ],
  [
    'check',
    ['check', 'a.yaml', '--format', 'json=o.json', '--format', 'sarif=o.sarif', '--format', 'md=o.md'],
    ['o.json', 'o.sarif', 'o.md'],
  ],
  ['score', ['score', 'a.yaml', '-o', 'score.txt'], ['score.txt']],
  [
    'batch',
    ['batch', 'clients', '-o', 'out', '--reports', 'html', '--jobs', '1'],
    [
      ...['out/portfolio.pdf', 'out/summary.csv', 'out/summary.json', 'out/errors.csv', 'out/rows.jsonl'],
      ...['out/reports/a.html', 'out/reports/b.html'],
    ],
  ],
];

describe.each(RUNS)('%s', (_, line, names) => {
  const args = [...line, ...TODAY];

  const ANSWERS = ['a.yaml', 'clients/a.yaml', 'clients/b.yaml'];

  /** A folder with these answers in which the command ran. */
  async function ranOn(name: string): Promise<string> {
    const cwd = folder({ 'clients/a.yaml': '' });
    for (const answers of ANSWERS) sample(cwd, name, answers);
    expect((await runCli(args, cwd)).status).toBeLessThan(2);
    return cwd;
  }

  /** The command ran once, and the answers have changed since. */
  async function ranBefore(): Promise<string> {
    const cwd = await ranOn('parts-maker');
    for (const answers of ANSWERS) sample(cwd, 'machining-shop', answers);
    return cwd;
  }

  it.each(names)('where %s is open in Excel, says so, and all results stay of one run', async (name) => {
    const cwd = await ranBefore();
    const before = standing(cwd);
    expect(Object.keys(before)).toEqual(expect.arrayContaining([...names]));
    refuse(['renameSync'], name, 'EBUSY');
    const ran = await runCli(args, cwd);
    allow();
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(`${name} をほかのプログラムが開いているため`);
    expect(ran.stderr).toContain('Excel');
    const after = standing(cwd);
    const outside = (files: typeof after) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('out.cache/')));
    expect(outside(after)).toEqual(outside(before));
    expect(Object.keys(after).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    // Closed there, the same command does all of it.
    expect((await runCli(args, cwd)).status).toBeLessThan(2);
    const fresh = standing(await ranOn('machining-shop'));
    expect(names.map((each) => standing(cwd)[each])).toEqual(names.map((each) => fresh[each]));
  });

  it('on a full disk leaves nothing behind', async () => {
    const cwd = await ranBefore();
    const before = standing(cwd);
    for (const call of ['writeFileSync', 'fsyncSync'] as const) {
      refuse([call, 'writeSync'], '', 'ENOSPC');
      const ran = await runCli(args, cwd);
      allow();
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain('空き容量');
      const left = Object.keys(standing(cwd)).filter((path) => !path.startsWith('out.cache/rows'));
      expect(left.filter((path) => !(path in before) && !path.startsWith('out.cache/reports/'))).toEqual([]);
    }
    expect(names.map((name) => standing(cwd)[name])).toEqual(names.map((name) => before[name]));
  });
});
