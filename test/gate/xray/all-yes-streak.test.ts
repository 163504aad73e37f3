import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'two are no row of three',
    {
      policy: 'xray: {yesStreak: 3}',
      answers: 'answers:\n  guidance.take-out-rules: はい\n  guidance.leaver-returns: はい',
    },
    [],
  ],
  [
    'three are',
    {
      policy: 'xray: {yesStreak: 3}',
      answers:
        'answers:\n  guidance.take-out-rules: はい\n  guidance.leaver-returns: はい\n  guidance.use-records: はい',
    },
    ['3:28'],
  ],
  [
    'a no between them ends the row',
    {
      policy: 'xray: {yesStreak: 3}',
      answers:
        'answers:\n  guidance.take-out-rules: はい\n  guidance.leaver-returns: はい\n  guidance.device-updates: いいえ\n  guidance.use-records: はい',
    },
    [],
  ],
  [
    'a basis is something',
    {
      policy: 'xray: {yesStreak: 3}',
      answers:
        'answers:\n  guidance.take-out-rules: はい\n  guidance.leaver-returns: {answer: はい, basis: 現物}\n  guidance.use-records: はい',
    },
    [],
  ],
];

describe('all-yes-streak', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('all-yes-streak', sample)).toEqual(places);
  });
});
