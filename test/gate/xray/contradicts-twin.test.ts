import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'both yes',
    { answers: 'answers:\n  guidance.take-out-rules: はい\n  tics.take-out-and-sending: はい' },
    [],
  ],
  [
    'yes here, partly there',
    { answers: 'answers:\n  guidance.take-out-rules: はい\n  tics.take-out-and-sending: 一部' },
    ['4:30'],
  ],
  ['one alone', { answers: 'answers:\n  tics.take-out-and-sending: 一部' }, []],
  [
    'わからない beside はい',
    { answers: 'answers:\n  guidance.use-records: わからない\n  tics.use-records: はい' },
    ['4:21'],
  ],
];

describe('contradicts-twin', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('contradicts-twin', sample)).toEqual(places);
  });
});
