import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../setup/folder.ts';
import { ROOT, runCli } from './run-cli.ts';

const SAMPLE = readFileSync(join(ROOT, 'templates/samples/parts-maker.yaml'));
const TODAY = ['--today', '2026-11-21'];
const [NFC, NFD] = ['がく製作所', 'がく製作所'.normalize('NFD')];

describe.each([
  ['composed', NFC, NFD],
  ['with marks apart', NFD, NFC],
])('a name typed %s', (_, typed, there) => {
  const cwd = () =>
    folder({
      [`${there}/${there}.yaml`]: SAMPLE,
      [`${there}/前.yaml`]: SAMPLE,
      [`${there}/決まり.yaml`]: 'policy: 1\ndepth: evidence\n',
    });
  const file = `${typed}/${typed}.yaml`;
  const LINES: readonly (readonly string[])[] = [
    ['score', file],
    ['explain', file],
    ['ask', file],
    ['diff', file, `${typed}/前.yaml`],
    ['report', file, '-o', `${typed}/計画.md`],
    ['answer', file, 'guidance.core-technology-list=はい'],
    ['check', file, '--no-fail', '--policy', `${typed}/決まり.yaml`, '--baseline', `${typed}/前.yaml`],
    ['check', typed, '--no-fail', '--baseline', typed],
    ['check', `${typed}/*製作所.yaml`, '--no-fail'],
    ['batch', file, '-o', 'o'],
    ['batch', `${typed}/*製作所.yaml`, '-o', 'o3'],
  ];

  it.each(LINES.map((line) => [line[0] ?? '', line] as const))('%s', async (_, line) => {
    const at = cwd();
    const before = readdirSync(at);
    const ran = await runCli([...line, ...TODAY], at);
    expect(ran.stderr).not.toContain('見つかりません');
    expect(ran.status).toBe(0);
    // No second folder that looks the same.
    expect(readdirSync(at).filter((name) => name.normalize('NFC') === NFC)).toEqual(before);
  });

  it('init does not make a twin of it', async () => {
    const at = cwd();
    expect((await runCli(['init', file], at)).status).toBe(2);
    expect(readdirSync(join(at, there))).toHaveLength(3);
  });

  it('-o replaces the report of that name, and makes no twin', async () => {
    const at = cwd();
    const report = ['report', file, ...TODAY, '--format', 'md', '-o'];
    await runCli([...report, `${there}/${there}.md`], at);
    await runCli([...report, `${typed}/${typed}.md`], at);
    expect(readdirSync(join(at, there)).filter((name) => name.endsWith('.md'))).toEqual([`${there}.md`]);
  });
});

describe('a name that is not there', () => {
  it('is answered with the one that may have been meant', async () => {
    const cwd = folder({ 'Sample.yaml': SAMPLE });
    for (const line of [
      ['score', 'sample.yaml'],
      ['diff', 'sample.yml', 'Sample.yaml'],
      ['answer', 'sample.yaml ', 'a=はい'],
    ]) {
      const ran = await runCli(line, cwd);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('もしかして『Sample.yaml』ですか。');
    }
    expect((await runCli(['verify', 'sample.pdf'], folder({ 'Sample.pdf': '' }))).stderr).toContain(
      '『Sample.pdf』',
    );
  });

  it('names no other client in a log that names nobody', async () => {
    const cwd = folder({ '青木精機.yaml': SAMPLE });
    const shown = await runCli(['check', '青木精器.yaml', '--no-redact'], cwd);
    expect(shown.stdout).toContain('『青木精機.yaml』');
    const redacted = await runCli(['check', '青木精器.yaml', '--redact'], cwd);
    expect(redacted.stdout).not.toContain('青木精機');
  });

  it('that begins with a hyphen is told how to be written', async () => {
    const cwd = folder({ '-2026.yaml': SAMPLE });
    const ran = await runCli(['score', '-2026.yaml'], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('./-2026.yaml と書いてください');
    for (const typed of [['./-2026.yaml'], ['--', '-2026.yaml']])
      expect((await runCli(['score', ...TODAY, ...typed], cwd)).status).toBe(0);
    expect((await runCli(['score', './-2026.yaml', '-o', '-現在地.txt', ...TODAY], cwd)).status).toBe(0);
    expect(existsSync(join(cwd, '-現在地.txt'))).toBe(true);
  });
});

/** 255 bytes are the most a disk takes: 83 Japanese letters and an ending. */
const LONGEST = `${'技'.repeat(83)}.yaml`;

describe('the longest name there is', () => {
  it('can be answered, printed and replaced, and leaves no lock', async () => {
    const cwd = folder();
    copyFileSync(join(ROOT, 'templates/samples/parts-maker.yaml'), join(cwd, LONGEST));
    for (let i = 0; i < 2; i++) {
      const word = i === 0 ? 'いいえ' : 'はい';
      expect(await runCli(['answer', LONGEST, `guidance.core-technology-list=${word}`], cwd)).toMatchObject({
        status: 0,
      });
      expect((await runCli(['report', LONGEST, ...TODAY, '--format', 'md'], cwd)).status).toBe(0);
    }
    expect((await runCli(['batch', LONGEST, '-o', 'o', '--reports', 'html', ...TODAY], cwd)).status).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(
      ['o', 'o.cache', LONGEST, LONGEST.replace('.yaml', '.md')].sort(),
    );
  });

  it.each([
    ['plan', ['report', LONGEST, '-o', `${'技'.repeat(85)}.md`]],
    ['result', ['score', LONGEST, '-o', `${'技'.repeat(85)}.txt`]],
    ['sheet beside a plan', ['report', LONGEST, '--format', 'md', '--handouts', '--pages', 'full']],
    ['new file', ['init', `${'技'.repeat(85)}.yaml`]],
  ])('a longer one is told: %s', async (_, line) => {
    const cwd = folder({ [LONGEST]: SAMPLE });
    const ran = await runCli([...line, ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('名前が長すぎます');
    expect(readdirSync(cwd)).toEqual([LONGEST]);
  });
});
