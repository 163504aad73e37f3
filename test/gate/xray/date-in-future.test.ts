import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  ['today', { answers: 'assessment: {date: 2026-11-21}' }, []],
  ['tomorrow', { answers: 'assessment: {date: 2026-11-22}' }, ['2:20']],
  ['an answer', { answers: 'answers:\n  guidance.use-records: {answer: はい, on: 2027-01-01}' }, ['3:42']],
  [
    'evidence',
    {
      answers:
        'answers:\n  guidance.use-records:\n    answer: はい\n    evidence:\n      - {what: 台帳}\n      - {what: 棚, seen: 2027-01-01}',
    },
    ['7:25'],
  ],
  ['a report made tomorrow', { answers: 'technologies:\n  - {id: t1, reportedOn: 2026-12-01}' }, ['3:26']],
  [
    'a decision lies ahead by nature',
    { answers: 'technologies:\n  - {id: t1, decisionDate: 2027-12-01}\nplan: {start: 2027-01-01}' },
    [],
  ],
];

describe('date-in-future', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('date-in-future', sample)).toEqual(places);
  });
});
