import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  ['in 31 days', { answers: 'assessment: {keepUntil: 2026-12-22}' }, []],
  ['in 30 days', { answers: 'assessment: {keepUntil: 2026-12-21}' }, ['2:25']],
  ['today', { answers: 'assessment: {keepUntil: 2026-11-21}' }, ['2:25']],
  ['yesterday is over, not soon', { answers: 'assessment: {keepUntil: 2026-11-20}' }, []],
  [
    'an acceptance',
    {
      answers:
        'accepted:\n  - item: guidance.exit-plan\n    reason: 撤退しない\n    until: 2026-12-01\n    by: 社長',
    },
    ['5:12'],
  ],
  [
    'another measure',
    { policy: 'xray: {expiresDays: 90}', answers: 'assessment: {keepUntil: 2027-02-01}' },
    ['2:25'],
  ],
];

describe('expires-soon', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('expires-soon', sample)).toEqual(places);
  });
});
