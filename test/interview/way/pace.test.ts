import { describe, expect, it } from 'vitest';
import { createPace, WORK } from '../../../src/interview/way/pace.ts';

/** A pace whose questions took these seconds each. */
function paceAfter(seconds: readonly number[]) {
  let now = 0;
  const pace = createPace(() => now);
  for (const s of seconds) {
    pace.begin();
    now += s * 1000;
    pace.end(WORK.item);
  }
  return pace;
}

describe('minutes left', () => {
  const table: readonly [string, readonly number[], number, number][] = [
    [
      'nothing measured: ten questions and eight facts are the ten minutes we promise',
      [],
      10 + 8 * WORK.fact,
      10,
    ],
    ['nothing remains', [20, 20], 0, 0],
    ['whoever answers at once still gets a whole minute', [1, 1, 1, 1, 1, 1], 1, 1],
    ['whoever needs a minute each is told so', Array(60).fill(60), 10, 10],
    ['a telephone call counts as three minutes, not as an hour', [3600], 10, 14],
  ];
  it.each(table)('%s', (_, seconds, work, minutes) => {
    expect(paceAfter(seconds).minutesLeft(work)).toBe(minutes);
  });

  it('takes the whole time on a question, also when it was shown several times', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace.begin();
    now += 60_000;
    pace.begin();
    now += 60_000;
    pace.end(WORK.item);
    // (3 × 45 s + 120 s) ÷ 4 = 63.75 s a question.
    expect(pace.minutesLeft(16)).toBe(17);
  });

  it('learns nothing from a question that was left', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace.begin();
    now += 100_000;
    pace.drop();
    pace.end(WORK.item);
    expect(pace.minutesLeft(4)).toBe(3);
  });
});

describe('the pace of the last time', () => {
  const start = (milliseconds: number, work: number) => createPace(() => 0, { milliseconds, work });

  it('is where the next one begins', () => {
    expect(paceAfter([]).minutesLeft(10)).toBe(8);
    expect(start(20 * 20_000, 20).minutesLeft(10)).toBe(4);
    expect(paceAfter(Array(20).fill(20)).learnt()).toEqual({ milliseconds: 400_000, work: 20 });
  });

  it('weighs no more than twenty questions, however long it was', () => {
    // (3 × 45 s + 20 × 90 s) ÷ 23 = 84.1 s a question; the thousand alone would give 89.9 s.
    expect(start(1000 * 90_000, 1000).minutesLeft(100)).toBe(141);
  });

  it.each([
    [-1, 5],
    [5, 0],
    [Number.NaN, 3],
  ])('is not believed where it makes no sense: %d ms for %d', (ms, work) => {
    expect(start(ms, work).minutesLeft(10)).toBe(8);
  });
});
