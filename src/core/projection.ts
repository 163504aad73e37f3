import type { ItemResult, PlanWave, Score, Task } from '../model/assessment.ts';
import { round4 } from './score.ts';

type Projected = PlanWave['projected'];

export const NOTHING_PROJECTED: Projected = { low: null, high: null, unknown: 0 };

/**
 * Where the overall score stands after each wave: finished actions turn the items they close into yes; find-outs only
 * make the unknown fewer and change no low, for nobody knows what the answers will be.
 */
export function project(
  items: readonly ItemResult[],
  overall: Score,
  waves: readonly (readonly Task[])[],
): readonly Projected[] {
  const counted = new Map(items.filter((item) => item.inOverall).map((item) => [item.id, item]));
  const unknown = new Set(
    [...counted.values()].filter((item) => item.state === 'unknown').map((item) => item.id),
  );
  let { sumLow, sumHigh } = overall;
  const points = (sum: number): number | null =>
    overall.weight === 0 ? null : round4((100 * sum) / overall.weight);
  return waves.map((tasks) => {
    for (const task of tasks) {
      if (task.kind === 'find-out') for (const id of task.closes) unknown.delete(id);
      if (task.kind !== 'action') continue;
      for (const id of task.closes) {
        const item = counted.get(id);
        if (item === undefined || item.low === null || item.high === null) continue;
        sumLow += item.weight * (1 - item.low);
        sumHigh += item.weight * (1 - item.high);
        unknown.delete(id);
        counted.delete(id);
      }
    }
    return { low: points(sumLow), high: points(sumHigh), unknown: unknown.size };
  });
}
