import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, ROOT, runCli } from './run-cli.ts';

/** A printed plan can be made again from its answers, by anyone, and compared. */
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-verify-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const answers = readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8');
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, name), content);
const report = (...args: readonly string[]): Promise<Ran> =>
  runCli(['report', 'answers-of-april.yaml', '--today', '2026-11-21', ...args], cwd);
const verify = (...args: readonly string[]): Promise<Ran> => runCli(['verify', ...args], cwd);

beforeAll(async () => {
  put('answers-of-april.yaml', answers);
  put('one-byte-more.yaml', `${answers.trimEnd()} \n`);
  await report('-o', 'plain.pdf');
  await report('-o', 'carrying.pdf', '--attach', '--handouts', '--capacity', '5');
});

describe('verify', () => {
  it('says that a PDF with its answers inside is what they give, and what made it', async () => {
    const ran = await verify('carrying.pdf');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^carrying\.pdf は、この回答から出る計画と同じです。\n作ったもの：wazamori \d/,
    );
    expect(ran.stdout).toContain('2026年11月21日時点');
    expect(ran.stdout).toContain('技術流出対策の点検 2026.1');
  });

  it('takes the answers beside it, whatever language it is asked in and on whatever day', async () => {
    const ran = await verify(
      'plain.pdf',
      '--answers',
      'answers-of-april.yaml',
      '--lang',
      'en',
      '--today',
      '2027-05-01',
    );
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('plain.pdf is the plan these answers give.');
  });

  it.each(['standard', 'full', 'plan', 'president'])(
    'reads from the PDF that it is the %s set',
    async (pages) => {
      await report('-o', 'set.pdf', '--pages', pages, ...(pages === 'full' ? ['--handouts'] : []));
      const ran = await verify('set.pdf', '--answers', 'answers-of-april.yaml');
      expect(ran).toMatchObject({ status: 0, stderr: '' });
    },
  );

  it('is red when one byte of the answers is another', async () => {
    for (const file of ['plain.pdf', 'carrying.pdf']) {
      const ran = await verify(file, '--answers', 'one-byte-more.yaml');
      expect(ran.status).toBe(1);
      expect(ran.stdout).toMatch(/違います。\n回答ファイルが違います。SHA-256/);
    }
  });

  it('is red when the paper was changed behind the answers’ back', async () => {
    const bytes = readFileSync(join(cwd, 'carrying.pdf'));
    const at = bytes.indexOf('stream\n') + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    put('forged.pdf', bytes);
    const ran = await verify('forged.pdf');
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('forged.pdf は、この回答から出る計画と違います。');
    expect(ran.stdout).not.toContain('SHA-256');
  });

  it('asks for the answers where the PDF has none', async () => {
    const ran = await verify('plain.pdf');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('--answers');
  });

  it('says that a copy breaks off, and calls it no forgery', async () => {
    const whole = readFileSync(join(cwd, 'plain.pdf'));
    put('half.pdf', whole.subarray(0, Math.floor(whole.length * 0.97)));
    const ran = await verify('half.pdf', '--answers', 'answers-of-april.yaml');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('half.pdf は途中で切れています');
  });

  it.each([
    ['.', /フォルダです/],
    ['none.pdf', /見つかりません|ありません/],
    ['answers-of-april.yaml', /記録がありません/],
  ])('refuses %s', async (name, said) => {
    const ran = await verify(name);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it('cannot look into an encrypted one, and says so', async () => {
    const made = await report('-o', 'locked.pdf', '--password', 'ひみつ');
    expect(made.stderr).toContain('PDF/Aではありません');
    const ran = await verify('locked.pdf');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('暗号化');
  });
});

describe('report', () => {
  it('hands each person their questions as a file of its own, and nothing of the company in it', async () => {
    const made = await report('-o', 'handed.md', '--handouts', '--format', 'md');
    const names = readdirSync(cwd).filter((name) => name.startsWith('handed-'));
    expect(made.status).toBe(0);
    // The president filled in: nobody is sent to ask themselves.
    expect(new Set(names.map((name) => name.slice('handed-'.length, -'.md'.length)))).toEqual(
      new Set([
        ...[
          'パソコンとネットの担当に聞く',
          '営業の責任者に聞く',
          '総務の担当に聞く',
          '購買・外注の担当に聞く',
        ],
        '自分（社長）で確かめる',
      ]),
    );
    for (const name of names) {
      const sheet = readFileSync(join(cwd, name), 'utf8');
      expect(made.stderr).toContain(name);
      expect(sheet).toContain('個人の評価には使いません');
      expect(sheet).not.toMatch(/絞りきれていません|手順が整っていません|点数/);
    }
  });

  it.each([
    [['--attach', '--hide', 'notes'], /--attach と --hide/],
    [['--handouts', '--format', 'csv'], /--handouts と --format csv は一緒に使えません/],
    [['-o', '行動計画.xlsx'], /「\.xlsx」の形は作れません。.*\.pdf・\.html・\.md・\.csv/],
    [['-o', '.'], /フォルダです/],
    [['--password', ''], /WAZAMORI_PASSWORD/],
    [['--hide', 'names'], /「names」は使えません。使えるのは notes・evidence/],
  ])('refuses %j', async (args, said) => {
    const ran = await report(...args);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it.each([
    ['screen.HTM', /^<!doctype html>/],
    ['table.csv', /^\uFEFF/],
    ['paste.md', /^<!--/],
    ['plan', /^%PDF-/],
  ])('writes what the name %s promises', async (name, beginning) => {
    expect((await report('-o', name)).status).toBe(0);
    expect(readFileSync(join(cwd, name), 'utf8')).toMatch(beginning);
  });

  it('goes into a device without a word, and leaves it one', async () => {
    expect(await report('-o', '/dev/null')).toEqual({ status: 0, stdout: '', stderr: '' });
    const form = await runCli(['report', '--pages', 'worksheet', '-o', '/dev/null'], cwd);
    expect(form).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('goes down a pipe of the shell', async () => {
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = promisify(execFile)('head', ['-c', '5', pipe]);
    expect(await report('-o', 'pipe', '--pages', 'president')).toMatchObject({ status: 0, stderr: '' });
    expect((await reader).stdout).toBe('%PDF-');
    rmSync(pipe);
  });

  it('takes the password from the environment, where no history keeps it', async () => {
    const ran = await runCli(
      ['report', 'answers-of-april.yaml', '-o', 'env.pdf', '--password', '--pages', 'president'],
      cwd,
      { WAZAMORI_PASSWORD: 'ひみつ' },
    );
    expect(ran.status).toBe(0);
    expect(readFileSync(join(cwd, 'env.pdf'), 'latin1')).toContain('/Encrypt');
  });

  it('makes a blank worksheet without an answer file, and one of a section for a company', async () => {
    const blank = await runCli(['report', '--pages', 'worksheet'], cwd);
    expect(blank).toMatchObject({ status: 0, stdout: '' });
    expect(blank.stderr).toContain('wazamori-worksheet-quick.pdf');
    const section = await report('--pages', 'worksheet', '--section', 'foundation', '-o', 'section.pdf');
    expect(section.status).toBe(0);
    const wrong = await runCli(['report', '--pages', 'worksheet', '--section', 'fundation'], cwd);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('foundation');
    const none = await runCli(['report'], cwd);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('--pages worksheet');
  });

  it('replaces an older report of its kind and nothing else', async () => {
    for (const format of ['html', 'md', 'csv']) {
      expect((await report('--format', format)).status).toBe(0);
      expect((await report('--format', format)).status).toBe(0);
      const ran = await report('--format', format, '-o', 'answers-of-april.yaml');
      expect(ran.status).toBe(2);
    }
    expect(readFileSync(join(cwd, 'answers-of-april.yaml'), 'utf8')).toBe(answers);
  });
});
