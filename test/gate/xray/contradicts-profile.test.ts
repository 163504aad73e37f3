import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'the profile says it applies',
    {
      answers:
        'profile: {exhibitions: yes}\nanswers:\n  guidance.exhibition-review: {answer: 当てはまらない, reason: 出ていない}',
    },
    ['4:40'],
  ],
  [
    'the profile says it does not',
    {
      answers:
        'profile: {exhibitions: no}\nanswers:\n  guidance.exhibition-review: {answer: 当てはまらない, reason: 出ていない}',
    },
    [],
  ],
  [
    'nobody knows',
    {
      answers:
        'profile: {exhibitions: わからない}\nanswers:\n  guidance.exhibition-review: {answer: 当てはまらない, reason: 出ていない}',
    },
    [],
  ],
  [
    'a question asked of everybody',
    { answers: 'answers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: 一人の会社}' },
    [],
  ],
];

describe('contradicts-profile', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('contradicts-profile', sample)).toEqual(places);
  });
});
