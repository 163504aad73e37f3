import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { breakLines, mayBreakBetween } from '../../src/words/kinsoku.ts';
import { displayWidth, wrapColumns } from '../../src/words/width.ts';

describe('wrapColumns', () => {
  it.each<[string, string, number, readonly string[]]>([
    [
      'an opening straight quote',
      'the sheets are "how to make it"',
      16,
      ['the sheets are', '"how to make it"'],
    ],
    ['a closing one', 'say "how to make" it', 15, ['say "how to', 'make" it']],
    [
      'no line begins with a closing mark',
      '図面を「社外秘」にします。',
      14,
      ['図面を「社外', '秘」にします。'],
    ],
    [
      'no line ends with an opening one',
      '大事な図面（預かった物も）',
      12,
      ['大事な図面', '（預かった物', 'も）'],
    ],
    ['a number or a date stays whole', '期限は2026年12月5日です', 10, ['期限は', '2026年12月', '5日です']],
    ['a sign stays with its number', '高い側 −3.4', 9, ['高い側', '−3.4']],
    ['a word stays whole', 'use ISO/IEC 27001 here', 12, ['use ISO/IEC', '27001 here']],
    [
      'an address breaks behind a slash, never behind its //',
      'https://chizai-portal.inpit.go.jp/soudan/',
      36,
      ['https://chizai-portal.inpit.go.jp/', 'soudan/'],
    ],
    ['what is too long is cut', 'ABCDEFGHIJ', 4, ['ABCD', 'EFGH', 'IJ']],
    ['breaks in the text stay', '一行目\n二行目', 20, ['一行目', '二行目']],
    ['nothing is one empty line', '', 10, ['']],
  ])('%s', (_, text, columns, lines) => {
    expect(wrapColumns(text, columns)).toEqual(lines);
  });
});

const prose = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠、。「」（）ー々っゃA-Za-z0-9 .,/-]{0,60}$/);

it('loses no character but spaces at breaks, and keeps to the width', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 4, max: 40 }), (text, columns) => {
      const lines = breakLines(text, columns, displayWidth);
      const bare = (s: string): string => s.replaceAll(' ', '');
      expect(bare(lines.join(''))).toBe(bare(text));
      // Only where nothing may be broken does a closing mark hang over.
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns + 4);
    }),
  );
});

/** Where UAX 14 would let a line end. */
function breaks(text: string): ReadonlySet<number> {
  const breaker = new LineBreaker(text);
  const found = new Set<number>();
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) found.add(next.position);
  return found;
}

it('allows no break that UAX 14 forbids before or behind Japanese marks', () => {
  for (const mark of '、。，．：；？！ー」』）］｝〕〉》】ぁっゃゅょァッャュョ々') {
    expect(breaks(`漢${mark}字`).has(1), mark).toBe(false);
    expect(mayBreakBetween('漢', mark), mark).toBe(false);
  }
  for (const mark of '「『（［｛〔〈《【') {
    expect(breaks(`漢${mark}字`).has(2), mark).toBe(false);
    expect(mayBreakBetween(mark, '字'), mark).toBe(false);
  }
});
