import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const ITEMS = [
  'guidance.core-technology-list',
  'guidance.exit-plan',
  'guidance.information-rules',
  'tics.storage-cabinet',
];
const WORDS = ['はい', 'いいえ', '一部', 'わからない', '当てはまらない', 'yes', 'partial', 'unknown'];

describe('nearest', () => {
  it.each([
    ['guidance.core-tehcnology-list', ITEMS, 'guidance.core-technology-list'],
    ['guidence.exit-plan', ITEMS, 'guidance.exit-plan'],
    ['exit-plan', ITEMS, 'guidance.exit-plan'],
    ['guidance.exit', ITEMS, 'guidance.exit-plan'],
    ['guidance', ITEMS, null],
    ['cloud-backup', ITEMS, null],
    ['わからなぃ', WORDS, 'わからない'],
    ['いえ', WORDS, 'いいえ'],
    ['はぃ', WORDS, 'はい'],
    ['ｐａｒｔｉａｌ', WORDS, 'partial'],
    ['ye', WORDS, 'yes'],
    ['yse', WORDS, 'yes'],
    ['の', WORDS, null],
    ['UK', ['CK', 'GB'], null],
    ['', WORDS, null],
    ['x'.repeat(5000), WORDS, null],
  ])('%s → %s', (given, candidates, expected) => {
    expect(nearest(given, candidates)).toBe(expected);
  });

  it('finds a word of seven letters or more behind any one slip', () => {
    const slip = fc.tuple(
      fc.constantFrom(...ITEMS),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap', 'change'),
    );
    fc.assert(
      fc.property(slip, ([word, at, kind]) => {
        const i = at % (word.length - 1);
        const [a = '', b = ''] = [word[i], word[i + 1]];
        const middle = { drop: b, double: a + a + b, swap: b + a, change: `x${b}` }[kind] ?? '';
        expect(nearest(word.slice(0, i) + middle + word.slice(i + 2), ITEMS)).toBe(word);
      }),
    );
  });
});
