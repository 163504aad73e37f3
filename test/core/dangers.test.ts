import { describe, expect, it } from 'vitest';
import { dangersOf } from '../../src/core/dangers.ts';
import type { Gap } from '../../src/model/assessment.ts';

/** `[item, action, nobody knows]`, heaviest first. */
type Row = readonly [string, string, boolean?];
const dangers = (...rows: readonly Row[]) =>
  dangersOf(
    rows.map(
      ([item, action, conditional = false]): Gap => ({ item, action, conditional, points: 1, urgency: 1 }),
    ),
  );

describe('the dangers', () => {
  it('are the three largest gaps of different actions; others of the same action stand beside', () => {
    expect(
      dangers(
        ['list', 'a'],
        ['folder', 'b'],
        ['marks', 'a'],
        ['exit', 'c'],
        ['ai', 'd'],
        ['old', 'b'],
        ['who', 'a'],
      ),
    ).toEqual([
      { item: 'list', action: 'a', beside: ['marks', 'who'] },
      { item: 'folder', action: 'b', beside: ['old'] },
      { item: 'exit', action: 'c', beside: [] },
    ]);
  });

  it('are never what nobody knows, neither themselves nor beside', () => {
    expect(dangers(['a', 'x', true], ['b', 'y'], ['c', 'y', true])).toEqual([
      { item: 'b', action: 'y', beside: [] },
    ]);
  });
});
