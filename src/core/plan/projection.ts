import type { ItemResult, Score } from '../../model/assessment.ts';
import type { PlanWave, Task } from '../../model/plan.ts';
import { round4 } from '../score/score.ts';

type Projected = PlanWave['projected'];

export const NOTHING_PROJECTED: Projected = { low: null, high: null, unknown: 0, ofAsked: false };

/**
 * Where the overall score stands after each wave: finished actions turn the items they close into yes; find-outs only
 * make the unknown fewer and change no low, for nobody knows what the answers will be. Where less than half of a list
 * was asked, the numbers speak of the asked questions alone, and say so.
 */
export function project(
  items: readonly ItemResult[],
  overall: Score,
  waves: readonly (readonly Pick<Task, 'kind' | 'closes'>[])[],
): readonly Projected[] {
  const counted = new Map(items.filter((item) => item.inOverall).map((item) => [item.id, item]));
  const unknown = new Set(
    [...counted.values()].filter((item) => item.state === 'unknown').map((item) => item.id),
  );
  const ofAsked = isHardlyAsked(items);
  let { sumLow, sumHigh } = overall;
  const points = (sum: number): number | null =>
    overall.weight === 0 ? null : round4((100 * sum) / overall.weight);
  return waves.map((tasks) => {
    for (const { kind, closes } of tasks) {
      if (kind !== 'action' && kind !== 'find-out') continue;
      for (const id of closes) {
        unknown.delete(id);
        const item = counted.get(id);
        if (kind === 'find-out' || item === undefined) continue;
        sumLow += item.weight * (1 - (item.low ?? 1));
        sumHigh += item.weight * (1 - (item.high ?? 1));
      }
    }
    return { low: points(sumLow), high: points(sumHigh), unknown: unknown.size, ofAsked };
  });
}

/** Whether less than half of the questions of some list that apply were asked. */
function isHardlyAsked(items: readonly Pick<ItemResult, 'checklist' | 'state'>[]): boolean {
  const lists = new Map<string, { asked: number; all: number }>();
  for (const { checklist, state } of items) {
    if (state === 'outOfScope') continue;
    const list = lists.get(checklist) ?? { asked: 0, all: 0 };
    if (state !== 'notAsked') list.asked += 1;
    list.all += 1;
    lists.set(checklist, list);
  }
  return [...lists.values()].some(({ asked, all }) => 2 * asked < all);
}
