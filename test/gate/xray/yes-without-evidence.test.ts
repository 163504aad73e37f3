import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'at full depth nobody asks',
    { answers: 'assessment: {depth: full}\nanswers:\n  guidance.take-out-rules: はい' },
    [],
  ],
  [
    'at evidence depth',
    { answers: 'assessment: {depth: evidence}\nanswers:\n  guidance.take-out-rules: はい' },
    ['4:28'],
  ],
  [
    'a no needs none',
    { answers: 'assessment: {depth: evidence}\nanswers:\n  guidance.take-out-rules: いいえ' },
    [],
  ],
  [
    'with evidence',
    {
      answers:
        'assessment: {depth: evidence}\nanswers:\n  guidance.take-out-rules: {answer: はい, evidence: [{what: 台帳}]}',
    },
    [],
  ],
  [
    'an unknown question is none of ours',
    { answers: 'assessment: {depth: evidence}\nanswers:\n  guidance.no-such: はい' },
    [],
  ],
];

describe('yes-without-evidence', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('yes-without-evidence', sample)).toEqual(places);
  });
});
