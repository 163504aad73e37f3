import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { shippedCatalog } from '../../src/cli/assets.ts';
import { openScreen, type Screen } from './tmux.ts';

/** Pasted text in a real terminal, cut as ssh and consoles cut it. It never answers, and none of it is lost. */
const BIN = fileURLToPath(new URL('../../bin/wazamori.js', import.meta.url));
const { catalog } = shippedCatalog('ja');

const BEGUN = `wazamori: 1
company: {name: 株式会社サンプル精機, headquarters: 福岡県, industry: 金属加工, employees: 48, strength: 薄い部品}
assessment: {date: 2026-11-30, depth: quick, by: 総務課長}
profile: {overseasProduction: none, technologyAbroad: none, customerDrawings: no, outsourcing: no, jointDevelopment: no, exhibitions: no, foreignInvestment: no, nonCompetePromises: no}
answers: {}
`;
const ITEM = 'guidance.core-technology-list';
const LINES = ['本社のみ。', '1月に2回、3名で見直す。', 'はい、済み'];
const LONG = ['本社のみ。', '1月に見直す。'.repeat(200), 'はい', '2'];
const marked = (text: string): string => `\u001b[200~${text}\u001b[201~`;

let folder = '';
let screen: Screen | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-paste-'));
  writeFileSync(join(folder, 'answers.yaml'), BEGUN, { mode: 0o600 });
});
afterEach(() => {
  screen?.close();
  screen = null;
  rmSync(folder, { recursive: true });
});

function open(program = `node ${BIN}`, columns = 80, rows = 24): Screen {
  screen = openScreen(columns, rows, `${program} interview answers.yaml`, folder);
  return screen;
}

/** Answers as the file holds them. */
function answered(): ReadonlyMap<string, { readonly value: string; readonly note: string | null }> {
  const read = readAnswers(readFileSync(join(folder, 'answers.yaml'), 'utf8'), catalog);
  if (!read.ok) throw new Error('the file does not read');
  return read.value.answers;
}

const flat = (text: string): string => text.replace(/\s/g, '');

/** Puts a paste into the note of the first question, then answers that with はい and leaves. */
async function noted(at: Screen, bytes: string, piece: number, end: string): Promise<string | null> {
  await at.after('質問 1/', 'n');
  await at.shows('この質問のメモ');
  at.send(bytes, piece);
  await at.after(end, 'Enter');
  await at.after('メモ：', '1');
  await at.after('質問 2/', 'q');
  await expect(at.ended()).resolves.toBe(0);
  const all = answered();
  expect([...all.keys()]).toEqual([ITEM]);
  expect(all.get(ITEM)?.value).toBe('yes');
  return all.get(ITEM)?.note ?? null;
}

describe.each([1, 3, 64, 5000])('in pieces of %i bytes', (piece) => {
  it('a marked paste is the note, line by line', async () => {
    await expect(noted(open(), marked(LINES.join('\r')), piece, '3行が入りました')).resolves.toBe(
      LINES.join('\n'),
    );
  });

  it('a paste at a question chooses nothing and says so', async () => {
    const at = open();
    await at.shows('質問 1/');
    at.send(marked('1\r3\rはい\r'), piece);
    await at.after('何も選んでいません', 'q');
    await expect(at.ended()).resolves.toBe(0);
    expect(answered().size).toBe(0);
  });
});

// A byte at a time, only the time between two tells a paste from typing: `keyboard.test.ts` has that, without a clock.
it.each([3, 64, 5000])('takes a paste that nothing marks as the note, pieces of %i bytes', async (piece) => {
  const at = open();
  await at.after('質問 1/', 'n');
  await at.shows('この質問のメモ');
  at.send(LINES.join('\r'), piece);
  await at.shows('> 本社のみ。1月に2回、3名で見直す。はい、済み');
  // As somebody does who has looked at it.
  await setTimeout(1000);
  at.press('Enter');
  await at.after('メモ：', '1');
  await at.after('質問 2/', 'q');
  await expect(at.ended()).resolves.toBe(0);
  expect([...answered()].map(([id, { value, note }]) => [id, value, note])).toEqual([
    [ITEM, 'yes', LINES.join('\n')],
  ]);
});

it.each([64, 5000])('keeps a note of 4 KB whole, pieces of %i bytes', async (piece) => {
  await expect(noted(open(), marked(LONG.join('\n')), piece, '4行が入りました')).resolves.toBe(
    LONG.join('\n'),
  );
});

it.each([
  ['line ends of Windows', 'あ\r\nい\r\n', '2行が入りました', 'あ\nい'],
  ['codes that move the cursor and end programs', 'あ\u001b[2J\u0003\u001a\u0000い', 'い', 'あ[2Jい'],
  ['an end of the paste in the paste', 'あ\u001b[201~\r1\r3\r', 'あ', 'あ13'],
])('takes %s as text', async (_, pasted, end, note) => {
  const got = await noted(open(), marked(pasted), 5000, end);
  expect(got?.replace(note.includes('\n') ? /$^/ : /\n/g, '')).toBe(note);
});

it('refuses a megabyte at once, says so, and goes on', async () => {
  const at = open();
  await at.after('質問 1/', 'n');
  await at.after('この質問のメモ', '本社だけ');
  await at.shows('> 本社だけ');
  at.send(marked('1月に見直す。\r'.repeat(60_000)), 2_000_000);
  await at.after('長すぎるので', 'Enter');
  await at.after('メモ：本社だけ', 'q');
  await expect(at.ended()).resolves.toBe(0);
  expect(answered().size).toBe(0);
});

it('takes a paste in plain lines as well, and its last line answers nothing', async () => {
  const at = open(`env TERM=dumb node ${BIN}`);
  await at.after('答え:', 'n', 'Enter');
  await at.shows('この質問のメモ');
  at.send('本社のみ。\r1月に2回\rはい', 5000);
  await at.after('貼り付けた2行を受け取りました', 'Enter');
  await at.after('貼り付けた3行を受け取りました', 'Enter');
  await at.shows('メモ：本社のみ。');
  at.send('1\r3\rはい', 5000);
  await at.after('何も選んでいません', 'Enter');
  await at.shows(/何も選んでいません.*何も選んでいません/);
  at.press('Enter');
  await at.shows('答え: 答え:');
  at.press('q', 'Enter');
  await expect(at.ended()).resolves.toBe(0);
  expect(answered().size).toBe(0);
});

describe('what stands in a note when somebody leaves in the middle of it', () => {
  it('is saved with its answer', async () => {
    writeFileSync(join(folder, 'answers.yaml'), BEGUN.replace('answers: {}', `answers: {${ITEM}: はい}`));
    const at = open();
    await at.after('質問 2/', 'b');
    await at.after('質問 1/', 'n');
    await at.after('この質問のメモ', '本社だけ。第二工場は', 'C-c');
    await expect(at.ended()).resolves.toBe(0);
    expect(answered().get(ITEM)).toMatchObject({ value: 'yes', note: '本社だけ。第二工場は' });
  });

  it('comes back with its question where that has no answer yet', async () => {
    const at = open();
    await at.after('質問 1/', 'n');
    await at.after('この質問のメモ', '本社だけ。第二工場は', 'C-c');
    await expect(at.ended()).resolves.toBe(0);
    await at.shows('下書きで残しました');
    expect(answered().size).toBe(0);
    at.close();
    const again = open();
    await again.after('メモ：本社だけ。第二工場は', '1');
    await again.after('質問 2/', 'q');
    await expect(again.ended()).resolves.toBe(0);
    expect(answered().get(ITEM)).toMatchObject({ value: 'yes', note: '本社だけ。第二工場は' });
  });
});

/** What the program tells the terminal about pastes, in order: `h` on, `l` off. */
const modes = (): string =>
  [...readFileSync(join(folder, 'typescript'), 'utf8').matchAll(/\[\?2004([hl])/g)]
    .map(([, on]) => on)
    .join('');

describe('marks of pastes', () => {
  const recorded = (): Screen => {
    screen = openScreen(80, 24, 'bash --norc -i', folder);
    screen.press("bind 'set enable-bracketed-paste off'", 'Enter');
    screen.press(`script -qf -c 'node ${BIN} interview answers.yaml' typescript; echo "[left $?]"`, 'Enter');
    return screen;
  };

  it('are off again when the interview is left', async () => {
    const at = recorded();
    await at.after('質問 1/', 'q');
    await at.shows('[left0]');
    expect(modes()).toBe('hl');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('are off again at %s, with everything saved', async (signal) => {
    const at = recorded();
    await at.after('質問 1/', '1');
    await at.shows('質問 2/');
    const lock = readFileSync(join(folder, '.answers.yaml.lock'), 'utf8');
    process.kill(Number(/"?pid"?: ?(\d+)/.exec(lock)?.[1]), signal);
    await at.shows('[left0]');
    expect(modes()).toBe('hl');
    expect([...answered().keys()]).toEqual([ITEM]);
  });
});

it('fits a small window with a long paste in it', async () => {
  const at = open(`node ${BIN}`, 60, 20);
  await at.after('質問 1/', 'n');
  await at.shows('この質問のメモ');
  at.send(marked(Array.from({ length: 40 }, (_, n) => `${n + 1}行目`).join('\n')), 5000);
  const shown = await at.shows('40行が入りました');
  expect(flat(shown)).toContain('Enter決定');
  expect(flat(shown)).toContain('40行目');
});
