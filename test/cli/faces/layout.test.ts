import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startState } from '../../../src/cli/faces/keys.ts';
import { proseLines } from '../../../src/cli/faces/layout.ts';
import { chooseScreen } from '../../../src/cli/faces/terminal/choose-screen.ts';
import { lineOf } from '../../../src/cli/faces/terminal/line.ts';
import { pagesOf, pagesOfBlocks } from '../../../src/cli/faces/terminal/pages.ts';
import { lineRoom, writeScreen } from '../../../src/cli/faces/terminal/write-screen.ts';
import { createTheme } from '../../../src/cli/faces/theme.ts';
import type { ChooseView, WriteView } from '../../../src/interview/face.ts';
import { displayWidth } from '../../../src/words/width.ts';
import { EN, JA } from '../../interview/sample.ts';
import { QUESTION } from './question.ts';

const LOOK = { words: JA, theme: createTheme(false) };
const SMALL = { columns: 60, rows: 20 };
const LONG =
  'はいの目安：守る技術の図面・条件表・データに「社外秘」と入り、お客様の図面にも預かり物と分かる印があれば「はい」です。棚の札やファイル名の印でも構いません。新しい図面だけ、紙だけなら「一部」です。';

const screen = (view: ChooseView, size = SMALL, state = startState(view)): readonly string[] =>
  chooseScreen(view, state, size, LOOK).split('\n');

function writing(view: WriteView, text: string, notice: string | null, size = SMALL): string {
  const shown = lineRoom(view, lineOf(text), notice, size, LOOK);
  return writeScreen(view, shown, notice, size, LOOK).join('\n').trimEnd();
}

describe('a line that may be left empty', () => {
  const at = (initial: string, blank: string | null): string => {
    const view = { header: null, title: 'いつですか', body: [], initial, blank, wrong: () => null };
    return writing(view, initial, null, SMALL);
  };

  it('says how, whether something stands there or not', () => {
    expect(at('', '分からない時は')).toContain('分からない時は、何も打たずにEnterを押してください。');
    expect(at('2026-10-05', '分からない時は')).toContain('分からない時は、文字を消してからEnter');
    expect(at('2026-10-05', '分からない時は')).not.toContain('何も打たずに');
    expect(at('', null)).not.toContain('Enterを押して');
  });
});

describe('one question on one screen', () => {
  it('shows where we are, the question, what はい means, the answers and the keys', () => {
    expect(screen(QUESTION).join('\n')).toMatchInlineSnapshot(`
      "
      社内のルール  質問 3/12  あと約9分  保存済み

      図面を社外へ持ち出す時の決まりがありますか
        はいの目安：誰が、何を、どの方法で持ち出してよいかが
        紙にある。

         1 はい
         2 一部
         3 いいえ
         4 わからない
         5 後で答える
         6 当てはまらない

      番号で答えるか、上下の矢印で選んでEnter
      ? くわしく  b 戻る  n メモ  m 一覧  q 保存して終わる
      答え: "
    `);
  });

  it('gives up blank lines and then the end of the explanation, never an answer or a key', () => {
    const crowded = { ...QUESTION, heading: '海外へ技術を渡す話がある時', body: [LONG, LONG, LONG] };
    const lines = screen(crowded);
    expect(lines.length).toBeLessThan(SMALL.rows);
    for (const { label } of QUESTION.options) expect(lines.join('\n')).toContain(label);
    expect(lines.join('\n')).toContain('続きは ? で読めます');
    expect(lines.at(-1)).toBe('答え: ');
  });

  it('shows every answer in a very small window, and the keys, without the time left', () => {
    const lines = screen(QUESTION, { columns: 40, rows: 12 });
    expect(lines.length).toBeLessThan(12);
    expect(lines[0]).toMatch(/^社内のルール {2}質問 3\/12/);
    expect(lines.join('\n')).not.toContain('保存済み');
    for (const { label } of QUESTION.options.slice(0, 4)) expect(lines.join('\n')).toContain(label);
    expect(lines.join('\n')).toContain('q 保存して終わる');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it('keeps the cursor in sight when there are more options than lines', () => {
    const files = Array.from({ length: 40 }, (_, i) => ({
      id: `f${i}`,
      label: `第${i + 1}工場.yaml`,
      typed: [],
    }));
    const view = { ...QUESTION, options: files };
    const lines = screen(view, SMALL, { ...startState(view), active: 29 });
    expect(lines.length).toBeLessThan(SMALL.rows);
    expect(lines.join('\n')).toContain('> 30 第30工場.yaml');
    const seen = lines.filter((line) => line.includes('工場.yaml')).length;
    expect(lines.join('\n')).toContain(`（ほかに${40 - seen}個。上下の矢印で）`);
  });

  it('keeps the first words of the explanation above a list that scrolls, and names no key it has not', () => {
    const options = Array.from({ length: 40 }, (_, i) => ({
      id: `f${i}`,
      label: `第${i + 1}工場`,
      typed: [],
    }));
    const view = { ...QUESTION, options, body: ['前の回の答えに印を付けてあります。', LONG], commands: [] };
    const text = screen(view, SMALL).join('\n');
    expect(text).toContain('前の回の答えに印');
    expect(text).not.toContain('続きは ? で読めます');
  });

  it('begins what no page can hold below the heading before it, and keeps the rest whole', () => {
    const long = Array.from({ length: 30 }, (_, i) => `  長い段 ${i + 1}`);
    const pages = pagesOfBlocks(['  株式会社サンプル精機', '', ...long], SMALL);
    expect(pages[0]?.slice(0, 3)).toEqual(['  株式会社サンプル精機', '', '  長い段 1']);
    expect(pages.flat().filter((line) => line.includes('長い段'))).toEqual(long);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(SMALL.rows - 5);
  });

  it('keeps lines readable in a wide window', () => {
    const lines = screen({ ...QUESTION, body: [LONG] }, { columns: 200, rows: 50 });
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(88);
  });

  it('fits every window from 40×18 on, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 220 }),
        fc.integer({ min: 18, max: 60 }),
        fc.nat({ max: 4 }),
        fc.constantFrom(JA, EN),
        (columns, rows, texts, words) => {
          const view = { ...QUESTION, body: Array(texts).fill(LONG) };
          const state = { ...startState(view), notice: 'not-known' as const };
          const lines = chooseScreen(view, state, { columns, rows }, { ...LOOK, words }).split('\n');
          expect(lines.length).toBeLessThan(rows);
          expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

it('colours nothing where no colour is wanted, and says the same with it', () => {
  const plain = chooseScreen(QUESTION, startState(QUESTION), SMALL, LOOK);
  const coloured = chooseScreen(QUESTION, startState(QUESTION), SMALL, { ...LOOK, theme: createTheme(true) });
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[1m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is taken away here
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

it('drops examples, never half of one, before a line to write runs out of room', () => {
  const view = {
    header: '1/11',
    title: '強みは何ですか',
    body: [LONG, LONG, '最後の例'],
    initial: '',
    blank: null,
    wrong: () => null,
  };
  const lines = writing(view, '', 'だめです', { columns: 60, rows: 16 }).split('\n');
  expect(lines.length).toBeLessThan(16);
  expect(lines.at(-1)).toBe('>');
  expect(lines).toContain('だめです');
  expect(lines.join('')).toContain('「一部」です。');
  expect(lines.join('')).not.toContain('最後の例');
});

it('cuts something to read into pages that fit', () => {
  const pages = pagesOf([LONG, '', LONG, LONG, LONG], SMALL);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(SMALL.rows - 5);
  expect(pages.flat().join('').replaceAll(' ', '')).toBe([LONG, LONG, LONG, LONG].join(''));
});

it('keeps the indent of prose on every line', () => {
  const plain = LONG.replace('はいの目安：', '');
  for (const line of proseLines(`  ${plain}`, SMALL)) expect(line).toMatch(/^ {2}\S/);
});

it.each([
  ['- ', '  - ', '    '],
  ['! ', '  ! ', '    '],
  ['2. ', '  2. ', '     '],
  ['なぜ聞くか：', '  なぜ聞くか：', '    '],
  ['Why: ', '  Why: ', '    '],
])('hangs the lines of a point behind its mark: %s', (mark, first, hang) => {
  const lines = proseLines(`  ${mark}${LONG.replace('はいの目安：', '')}`, SMALL);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]?.startsWith(first)).toBe(true);
  for (const line of lines.slice(1)) expect(line.replace(/\S.*/, '')).toBe(hang);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(58);
});

it('breaks a long header between its parts, never inside 「保存済み」', () => {
  const header = '海外へ渡す技術「誘電体の泥の配合と、シートの塗り方」  質問 1（およそ10問）  保存済み';
  const lines = screen({ ...QUESTION, header }, { columns: 80, rows: 24 });
  expect(lines).toContain('保存済み');
});
