import { describe, expect, it } from 'vitest';
import { createRoom, firstFit } from '../../src/core/room.ts';
import { WEIGHTS } from './sample.ts';

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

  it.each<[string, readonly (readonly [number, number])[], number, number, number]>([
    ['the first wave that holds it to the brim', [], 1.4, 0, 0],
    ['a later one for more', [], 1.5, 0, 1],
    ['no wave before the one asked for', [], 0.5, 2, 2],
    [
      'what sums of tenths leave',
      [
        [0, 0.1],
        [0, 0.2],
        [0, 0.4],
      ],
      0.7,
      0,
      0,
    ],
    ['nowhere', [], 100, 0, -1],
    ['nowhere without room', [[4, 40]], 0.25, 0, -1],
  ])('fits: %s', (_, placed, effort, from, wave) => {
    expect(firstFit(room(...placed), effort, from)).toBe(wave);
  });
});
