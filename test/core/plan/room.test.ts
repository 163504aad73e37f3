import { describe, expect, it } from 'vitest';
import { createRoom } from '../../../src/core/plan/room.ts';
import { WEIGHTS } from '../sample.ts';

// 3 person-days a month: 1.4 · 3 · 9 · 18 · 36.5 up to the end of each wave.
const room = (...placed: readonly (readonly [number, number])[]) => {
  const made = createRoom(3, WEIGHTS.waves);
  for (const [wave, effort] of placed) made.place(wave, effort);
  return made;
};

describe('room', () => {
  it('is capacity × days ÷ 30, all waves before included', () => {
    expect(room().upTo).toEqual([1.4, 3, 9, 18, 36.5]);
    expect(createRoom(0, WEIGHTS.waves).upTo).toEqual([0, 0, 0, 0, 0]);
  });

  it.each<[string, readonly (readonly [number, number])[], readonly number[]]>([
    ['all of it at first', [], [1.4, 3, 9, 18, 36.5]],
    ['less in later waves by what is placed early', [[0, 1]], [0.4, 2, 8, 17, 35.5]],
    [
      'everything placed in one wave, together',
      [
        [0, 0.5],
        [0, 0.5],
      ],
      [0.4, 2, 8, 17, 35.5],
    ],
    ['less in early waves where a later one would overflow', [[1, 2.5]], [0.5, 0.5, 6.5, 15.5, 34]],
    ['below zero where dates overfill a wave', [[1, 4]], [-1, -1, 5, 14, 32.5]],
  ])('left: %s', (_, placed, left) => {
    WEIGHTS.waves.forEach((_wave, i) => {
      expect(room(...placed).left(i)).toBeCloseTo(left[i] ?? Number.NaN);
    });
  });

  it('knows what is placed up to the end of each wave', () => {
    const made = room([0, 0.5], [2, 1], [2, 1]);
    expect(WEIGHTS.waves.map((_, i) => made.loadUpTo(i))).toEqual([0.5, 0.5, 2.5, 2.5, 2.5]);
  });
});
