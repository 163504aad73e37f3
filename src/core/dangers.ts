import type { Gap } from '../model/assessment.ts';

/** What one page holds, and what one person can bear in mind: three dangers, three questions, three moves. */
export const LINES = 3;

/** A gap the president reads of, with what else the same action would close. */
export interface Danger {
  readonly item: string;
  readonly action: string;
  /** Other known gaps of the action, heaviest first. */
  readonly beside: readonly string[];
}

/**
 * The largest known gaps of different actions: three dangers with one answer would be one danger said three times.
 * わからない is never one. `gaps` come heaviest first.
 */
export function dangersOf(gaps: readonly Gap[]): readonly Danger[] {
  const byAction = new Map<string, string[]>();
  for (const { item, action, conditional } of gaps) {
    if (conditional) continue;
    const items = byAction.get(action);
    if (items !== undefined) items.push(item);
    else if (byAction.size < LINES) byAction.set(action, [item]);
  }
  return [...byAction].flatMap(([action, [item, ...beside]]) =>
    item === undefined ? [] : [{ item, action, beside }],
  );
}
