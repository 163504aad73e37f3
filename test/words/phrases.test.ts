import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, wrapColumns, wrapPhrases } from '../../src/words/width.ts';

describe('lines end between phrases', () => {
  it.each([
    [
      '会社の弱い所が書かれる、社外秘のファイルです。',
      40,
      ['会社の弱い所が書かれる、社外秘の', 'ファイルです。'],
    ],
    [
      '商社、研修の受け入れ、据付や修理の出張でも「渡る」になります。',
      36,
      ['商社、研修の受け入れ、据付や修理の', '出張でも「渡る」になります。'],
    ],
    [
      '加工機の古いパソコンが抜けていれば「一部」です。',
      46,
      ['加工機の古いパソコンが抜けていれば', '「一部」です。'],
    ],
    [
      '業者から、分からない時はお客様に聞いてください。',
      30,
      ['業者から、分からない時は', 'お客様に聞いてください。'],
    ],
    ['輸出管理で扱いの違う27か国です。', 24, ['輸出管理で扱いの違う', '27か国です。']],
    ['Stop whenever you like and go on later.', 24, ['Stop whenever you like', 'and go on later.']],
  ])('%s', (text, columns, lines) => {
    expect(wrapPhrases(text, columns)).toEqual(lines);
  });

  it('leaves a text that fits, and its own line breaks, as they are', () => {
    expect(wrapPhrases('短い文です。\n二つ目の文です。', 30)).toEqual(['短い文です。', '二つ目の文です。']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrapPhrases('技術技術'.repeat(4), 10).join('')).toBe('技術技術'.repeat(4));
    expect(wrapPhrases('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });
});

const PROSE = fc
  .array(fc.constantFrom(...'図面を社外へ持ち出す時の決まり。「はい」（一部）、データ・USB 12 です'), {
    minLength: 1,
    maxLength: 120,
  })
  .map((chars) => chars.join(''));

it('takes as many lines as must be, none too wide, and loses no letter', () => {
  fc.assert(
    fc.property(PROSE, fc.integer({ min: 12, max: 60 }), (text, columns) => {
      const lines = wrapPhrases(text, columns);
      expect(lines).toHaveLength(wrapColumns(text, columns).length);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

describe('a long paragraph', () => {
  const PROSE = '技術を管理する台帳と、図面を守る決まりを、みんなで見直します。';

  it('is set with the same characters, in as many lines, none too wide', () => {
    for (const columns of [20, 33, 78]) {
      const text = PROSE.repeat(200);
      const lines = wrapPhrases(text, columns);
      expect(lines.join('')).toBe(text);
      expect(lines).toHaveLength(wrapColumns(text, columns).length);
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });

  it('loses no word to the spaces between its lines', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `word${i}`);
    expect(wrapPhrases(words.join('  '), 30).join(' ').split(/ +/)).toEqual(words);
  });
});
