import { expect, it } from 'vitest';
import { numberIn } from '../../src/interview/ask-fact.ts';

const TABLE: readonly [string, number | null][] = [
  ['48', 48],
  ['４８', 48],
  ['48人', 48],
  ['約50名', 50],
  ['50人くらい', 50],
  ['1,200', 1200],
  ['0', 0],
  ['四十八', null],
  ['4x', null],
  ['-3', null],
  ['48〜50', null],
  ['99999999', null],
  ['', null],
];

it.each(TABLE)('the number people mean by 「%s」 is %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});
