import { expect, it } from 'vitest';
import { rating } from '../../../src/core/score/rating.ts';
import type { ItemState } from '../../../src/model/assessment.ts';

it.each<[ItemState, readonly [number, number] | null]>([
  ['yes', [1, 1]],
  ['partial', [0.5, 0.5]],
  ['no', [0, 0]],
  ['unknown', [0, 1]],
  ['unanswered', [0, 1]],
  ['notApplicable', null],
  ['notAsked', null],
  ['outOfScope', null],
])('%s is worth %o', (state, expected) => {
  expect(rating(state)).toEqual(expected === null ? null : { low: expected[0], high: expected[1] });
});
