import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { openScreen } from './tmux.ts';

/** Outputs that are full or gone, inputs that are closed, few file handles: a sentence, the right code, never a trace. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = join(ROOT, 'templates/samples/machining-shop.yaml');
const SET = 'answer answers.yaml guidance.core-technology-list=はい';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-closed-'));
  copyFileSync(SAMPLE, join(folder, 'answers.yaml'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a line of the shell in which `wazamori` is the built program. */
function shell(line: string): { readonly code: number | null; readonly err: string; readonly out: string } {
  const wazamori = `wazamori() { node "${join(ROOT, 'bin/wazamori.js')}" "$@"; }`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${wazamori}\n${line}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: folder, CI: '', GITHUB_ACTIONS: '' },
  });
  return { code: status, err: stderr, out: stdout };
}

/** `ulimit -f 1`. */
const LIMIT = 1024;
const TRACE = /^ {4}at |node:internal|UnhandledPromise|Native stack/m;
const whole = (): boolean => parseYaml(readFileSync(join(folder, 'answers.yaml'), 'utf8')).ok;

const PRINTS = [
  'score answers.yaml',
  'explain answers.yaml',
  'ask answers.yaml',
  'check answers.yaml',
  'catalog list',
  'schema answers',
  '--version',
  '--help',
  'score answers.yaml --format json',
];

describe('a result that cannot be written', () => {
  it.each(PRINTS)('%s on a full disk ends with 3 and says so', (command) => {
    const { code, err } = shell(`wazamori ${command} > /dev/full`);
    expect(code).toBe(3);
    expect(err).toContain('結果を最後まで書き出せませんでした（ENOSPC）');
    expect(err).not.toMatch(TRACE);
  });

  // No file may grow beyond 1 KB: as on a disk with that much left, the first write is taken in part and the next not.
  it.each([
    ...PRINTS.filter((command) => !command.startsWith('--v')),
    ...['html', 'csv', 'md', 'pdf'].map((format) => `report answers.yaml --format ${format} -o -`),
    'check answers.yaml --format sarif',
    'diff answers.yaml answers.yaml --format json',
  ])('%s on a nearly full disk ends with 3 and says so', (command) => {
    const { code, err } = shell(`trap '' XFSZ; (ulimit -f 1; wazamori ${command} > out)`);
    const size = statSync(join(folder, 'out')).size;
    if (size < LIMIT) expect([code, err]).toEqual([0, expect.not.stringContaining('書き出せませんでした')]);
    else {
      expect(code).toBe(3);
      expect(err).toContain('結果を最後まで書き出せませんでした（EFBIG）');
      expect(err).not.toMatch(TRACE);
    }
  });

  it('is said in English too', () => {
    const { code, err } = shell('wazamori score answers.yaml --lang en > /dev/full');
    expect([code, err]).toEqual([3, expect.stringContaining('could not be written to its end (ENOSPC)')]);
  });

  it.each(PRINTS)('%s to a reader that has seen enough is no failure', (command) => {
    const { code, err } = shell(`wazamori ${command} | head -c 1 > /dev/null; exit "\${PIPESTATUS[0]}"`);
    expect(code).toBe(0);
    expect(err).not.toMatch(TRACE);
  });

  it.each([...PRINTS, SET])('%s with no output at all leaves no trace', (command) => {
    const { code, err } = shell(`wazamori ${command} >&-`);
    expect(code).toBe(0);
    expect(err).not.toMatch(TRACE);
    expect(whole()).toBe(true);
  });

  it.each([
    ['score missing.yaml', 2],
    ['check answers.yaml', 0],
    [SET, 0],
  ])('%s keeps its code where problems cannot be told: %i', (command, code) => {
    for (const err of ['2> /dev/full', '2>&-'])
      expect(shell(`wazamori ${command} ${err} > /dev/null`).code).toBe(code);
  });
});

it.each([
  ['interview answers.yaml', 2],
  ['', 2],
  ['batch --stream', 0],
  [SET, 0],
])('%s with its input closed ends with %i', (command, code) => {
  const got = shell(`wazamori ${command} <&-`);
  expect(got.code).toBe(code);
  expect(got.err).not.toMatch(TRACE);
  expect(whole()).toBe(true);
});

describe('few file handles', () => {
  const few = [
    'score answers.yaml',
    'report answers.yaml -o plan.pdf',
    'check answers.yaml',
    'diff answers.yaml answers.yaml',
    SET,
    'batch clients --jobs 4 --reports html',
  ];

  // Below some twenty node itself does not start.
  it.each([24, 32, 48, 56, 64, 80, 128])('%i are enough, or it is said', (handles) => {
    mkdirSync(join(folder, 'clients'));
    for (let n = 0; n < 40; n++) copyFileSync(SAMPLE, join(folder, 'clients', `${n}.yaml`));
    for (const command of few) {
      const { code, err } = shell(`ulimit -n ${handles}; wazamori ${command} > /dev/null`);
      expect(err, command).not.toMatch(TRACE);
      if (code !== 0) {
        expect([2, 3], `${command}: ${err}`).toContain(code);
        expect(err, command).toMatch(/ファイルの数が足りません|読み込めませんでした/);
      }
      if (handles >= 80) expect(code, command).toBe(0);
      expect(whole()).toBe(true);
    }
  });
});

it('keeps every answer and the note in the making when the terminal is closed, and lets go of the file', async () => {
  const open = () =>
    openScreen(
      80,
      24,
      `node ${join(ROOT, 'bin/wazamori.js')} interview answers.yaml --only core-technology-list`,
      folder,
    );
  const at = open();
  await at.after('質問 1/', 'n');
  await at.after('この質問のメモ', '本社だけ');
  await at.shows('> 本社だけ');
  const lock = join(folder, '.answers.yaml.lock');
  expect(existsSync(lock)).toBe(true);
  at.close();
  await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(false);
  expect(whole()).toBe(true);
  expect(readFileSync(join(folder, 'answers.yaml'), 'utf8')).toContain('note: 本社だけ');
});
