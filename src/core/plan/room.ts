import type { Wave } from '../../model/catalog.ts';

/**
 * Room in the waves of a plan, in person-days. Room is cumulative: a wave may use what earlier waves left, and
 * whatever is placed early also narrows every later wave.
 */
export interface Room {
  /** Person-days available up to the end of each wave. */
  readonly upTo: readonly number[];
  /** What can still be placed in wave `index` without overfilling it or a later one; may be below zero. */
  readonly left: (index: number) => number;
  /** What is placed up to the end of wave `index`. */
  readonly loadUpTo: (index: number) => number;
  readonly place: (index: number, effort: number) => void;
}

// Sums of binary fractions like 0.1 must not refuse what fits exactly.
export const EPSILON = 1e-9;

/** Room of `capacity` person-days a month over the waves: `capacity × days ÷ 30`. */
export function createRoom(capacity: number, waves: readonly Wave[]): Room {
  const upTo = waves.map((wave) => (capacity * wave.days) / 30);
  const load = waves.map(() => 0);
  const loadUpTo = (index: number): number => load.slice(0, index + 1).reduce((sum, days) => sum + days, 0);
  return {
    upTo,
    loadUpTo,
    left: (index) => {
      let placed = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < load.length; i++) {
        placed += load[i] ?? 0;
        if (i >= index) least = Math.min(least, (upTo[i] ?? 0) - placed);
      }
      return least;
    },
    place: (index, effort) => {
      load[index] = (load[index] ?? 0) + effort;
    },
  };
}
