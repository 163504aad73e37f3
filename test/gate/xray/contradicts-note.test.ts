import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'still to come',
    { answers: 'answers:\n  guidance.information-rules: {answer: はい, note: 台帳は未整備}' },
    ['3:50'],
  ],
  [
    'not written yet',
    { answers: 'answers:\n  guidance.information-rules: {answer: はい, note: 手順書をまだ書いていない}' },
    ['3:50'],
  ],
  [
    'in English',
    { answers: 'answers:\n  guidance.information-rules: {answer: yes, note: the rules are not yet signed}' },
    ['3:51'],
  ],
  [
    'a no may say so',
    { answers: 'answers:\n  guidance.information-rules: {answer: いいえ, note: 未整備}' },
    [],
  ],
  [
    'a plain note',
    { answers: 'answers:\n  guidance.information-rules: {answer: はい, note: 2026年に見直した}' },
    [],
  ],
  [
    'まだ of another kind',
    { answers: 'answers:\n  guidance.information-rules: {answer: はい, note: まだ新しい規程}' },
    [],
  ],
];

describe('contradicts-note', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('contradicts-note', sample)).toEqual(places);
  });
});
