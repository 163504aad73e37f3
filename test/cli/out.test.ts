import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedWords } from '../../src/cli/assets.ts';
import type { Io } from '../../src/cli/io.ts';
import { processIo } from '../../src/cli/io.ts';
import { commandLineOf } from '../../src/cli/program.ts';
import { ownKind } from '../../src/files/own-kind.ts';
import { folder } from '../setup/folder.ts';
import { ROOT, runCli } from './run-cli.ts';

const quiet: Io = { ...processIo(), out: () => {}, err: () => {} };
const program = commandLineOf(shippedWords('ja'), quiet, () => {});

const leaves = (command: Command, name = ''): readonly (readonly [string, Command])[] =>
  command.commands.flatMap((inner) => {
    const own = `${name} ${inner.name()}`.trim();
    return [...(own === 'catalog' ? [] : [[own, inner] as const]), ...leaves(inner, own)];
  });
const COMMANDS = leaves(program);

/** They write the answer file they are given and print nothing. */
const PRINT_NOTHING = ['init', 'interview', 'answer'];

/** Each command that prints, with a line that makes it print; what it writes by itself is tried elsewhere. */
const PRINTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  score: [['a.yaml'], ['a.yaml', '--format', 'json']],
  verify: [['a.pdf']],
  diff: [
    ['a.yaml', 'b.yaml'],
    ['a.yaml', 'b.yaml', '--format', 'json'],
    ['a.yaml', 'b.yaml', '--format', 'md'],
  ],
  explain: [['a.yaml'], ['a.yaml', 'guidance.core-technology-list']],
  ask: [['a.yaml'], ['a.yaml', '--format', 'md'], ['a.yaml', '--format', 'csv']],
  'catalog list': [[], ['--format', 'json']],
  'catalog show': [['guidance.core-technology-list']],
  'catalog lint': [['lists']],
  schema: [[], ['assessment'], ['comparison'], ['policy']],
};
const WRITE_THEMSELVES = ['report', 'check', 'batch', 'batch merge'];

const TODAY = ['--today', '2026-11-21'];

/** Without the line by which a text of ours is known again; there is at most one. */
const unsigned = (text: string): string =>
  text.replace(/^(?:<!-- wazamori [a-z ]+ -->|wazamori [a-z ]+)\n\n/, '');

describe('-o, --out', () => {
  const cwd = folder({ 'lists/checklist.yaml': 'id: [\n' });
  beforeAll(async () => {
    copyFileSync(join(ROOT, 'templates/samples/parts-maker.yaml'), join(cwd, 'a.yaml'));
    copyFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), join(cwd, 'b.yaml'));
    expect((await runCli(['report', 'a.yaml', '--attach', ...TODAY], cwd)).status).toBe(0);
  });

  it('is an option of every command that prints, in one spelling, and every such command is tried here', () => {
    const names = COMMANDS.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(PRINT_NOTHING));
    const printing = names.filter((name) => !PRINT_NOTHING.includes(name));
    expect([...Object.keys(PRINTS), ...WRITE_THEMSELVES].sort()).toEqual([...printing].sort());
    for (const [name, command] of COMMANDS) {
      const help = command.helpInformation();
      const shown = help.split('\n').filter((line) => /^ +-(?:o\b|-out)/.test(line));
      const wanted = PRINT_NOTHING.includes(name)
        ? []
        : [expect.stringMatching(/^ {2}-o, --out <(?:ファイル|フォルダ)> /)];
      expect(shown, name).toEqual(wanted);
    }
  });

  const lines = Object.entries(PRINTS).flatMap(([name, all]) =>
    all.map((rest) => [[...name.split(' '), ...rest].join(' ')] as const),
  );
  it.each(lines)('%s: the file holds what the screen shows, and nothing is on the screen', async (line) => {
    const args = [...line.split(' '), ...TODAY];
    const screen = await runCli(args, cwd);
    const file = join(cwd, 'result');
    // The second time it replaces its own result; colours that were forced stay on the screen.
    for (const option of ['--out', '--output']) {
      const ran = await runCli([...args, option, 'result'], cwd, { FORCE_COLOR: '1' });
      expect(ran).toMatchObject({ stdout: '', status: screen.status });
      expect(ran.stderr).toContain('result を作りました。');
      expect(unsigned(readFileSync(file, 'utf8'))).toBe(screen.stdout);
      expect(ownKind(readFileSync(file))).not.toBeNull();
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    writeFileSync(file, '');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each([
    ['score a.yaml', 'r.json', 'score a.yaml --format json'],
    ['ask a.yaml', 'r.md', 'ask a.yaml --format md'],
    ['ask a.yaml', 'r.csv', 'ask a.yaml --format csv'],
    ['diff a.yaml b.yaml', 'r.JSON', 'diff a.yaml b.yaml --format json'],
    ['explain a.yaml', 'r2.md', 'explain a.yaml'],
    ['schema', 'r.schema', 'schema'],
  ])('%s -o %s is what %s prints', async (line, out, printed) => {
    const ran = await runCli([...line.split(' '), '-o', out, ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    const screen = await runCli([...printed.split(' '), ...TODAY], cwd);
    expect(unsigned(readFileSync(join(cwd, out), 'utf8'))).toBe(screen.stdout);
  });

  it('- is the screen', async () => {
    const screen = await runCli(['score', 'a.yaml', ...TODAY], cwd);
    expect(await runCli(['score', 'a.yaml', ...TODAY, '-o', '-'], cwd)).toEqual(screen);
  });

  it.each([
    ['a PDF of what is none', 'score a.yaml -o x.pdf', '「.pdf」のファイルを作れません'],
    ['a table of what has none', 'score a.yaml -o x.csv', '.txt'],
    ['answers', 'schema -o x.yaml', '「.yaml」のファイルを作れません'],
    ['two formats', 'ask a.yaml --format csv -o x.md', '--format csv'],
    ['a folder', 'schema -o .', 'フォルダです'],
    ['a folder that is not there', 'schema -o gone/x.json', 'gone'],
  ])('makes no %s', async (_, line, said) => {
    const ran = await runCli(line.split(' '), cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
    expect(readdirSync(cwd).filter((name) => name.startsWith('x.') || name.endsWith('.tmp'))).toEqual([]);
  });

  it.each([
    ['answers under another name', 'answers.txt', 'wazamori: 1\nanswers: {}\n'],
    ['answers written as JSON', 'answers.json', '{"wazamori": 1}\n'],
    ['a policy', 'rules.txt', 'policy: 1\n'],
    ['a PDF', 'plan', '%PDF-1.7\n'],
    ['what is no text', 'picture', '\u0000\u0001'],
    ['a page', 'page', '<!doctype html>\n'],
    ['notes, by JSON', 'notes.json', '覚え書き\n'],
  ])('never goes over %s', async (_, name, content) => {
    writeFileSync(join(cwd, name), content);
    const ran = await runCli(['score', 'a.yaml', '-o', name, ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(`${name} は wazamori が同じ形で作ったファイルではないので`);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(content);
  });

  it('leaves the earlier result where the command is refused', async () => {
    writeFileSync(join(cwd, 'kept'), '前の結果\n');
    expect((await runCli(['score', 'gone.yaml', '-o', 'kept'], cwd)).status).toBe(2);
    expect(readFileSync(join(cwd, 'kept'), 'utf8')).toBe('前の結果\n');
    await runCli(['score', 'gone.yaml', '-o', 'new.txt'], cwd);
    expect(existsSync(join(cwd, 'new.txt'))).toBe(false);
  });
});
