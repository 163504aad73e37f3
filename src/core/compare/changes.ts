import type { Assessment, ItemResult } from '../../model/assessment.ts';
import type {
  ChangeCause,
  ChangeKind,
  ClosedGap,
  Comparison,
  ItemChange,
  ItemStanding,
  OpenedGap,
} from '../../model/comparison.ts';
import { answerKind, counts, type Moved, movedItems, type Stage } from './stages.ts';

/** Every question whose part in a score differs between the first and the last assessment, with what moved it. */
export function itemChanges(
  before: Assessment,
  after: Assessment,
  stages: readonly Stage[],
): readonly ItemChange[] {
  return movedItems(before.items, after.items).map((moved) => {
    const causes = stages.filter((s) => s.moved.some(({ id }) => id === moved.id)).map((s) => s.cause);
    return {
      item: moved.id,
      kind: kindOf(moved, causes),
      inOverall: moved.before?.inOverall === true || moved.after?.inOverall === true,
      causes,
      before: standing(moved.before),
      after: standing(moved.after),
    };
  });
}

function kindOf({ before, after }: Moved, causes: readonly ChangeCause[]): ChangeKind {
  if (!counts(before)) return 'entered';
  if (!counts(after)) return 'left';
  return (causes.includes('answers') ? answerKind(before, after) : null) ?? 'reweighted';
}

function standing(item: ItemResult | null): ItemStanding | null {
  if (item === null) return null;
  const { state, reason, severity, weight, low, high } = item;
  return { state, reason, severity, weight, low, high };
}

/** Which gaps opened and closed, and how: only an answer closes one in the company. */
export function gapChanges(before: Assessment, after: Assessment): Comparison['gaps'] {
  const was = new Set(before.gaps.map((gap) => gap.item));
  const is = new Set(after.gaps.map((gap) => gap.item));
  const then = itemsById(before);
  const now = itemsById(after);
  return {
    opened: after.gaps
      .filter((gap) => !was.has(gap.item))
      .map(({ item, points, conditional }) => ({
        item,
        points,
        conditional,
        how: openedHow(then.get(item), conditional, before),
      })),
    closed: before.gaps
      .filter((gap) => !is.has(gap.item))
      .map(({ item, points }) => ({ item, points, how: closedHow(now.get(item), after) })),
    remaining: after.gaps.filter((gap) => was.has(gap.item)).map((gap) => gap.item),
  };
}

function openedHow(item: ItemResult | undefined, conditional: boolean, before: Assessment): OpenedGap['how'] {
  if (!counts(item)) return 'entered';
  if (item.low === 1) return conditional ? 'lostSight' : 'worsened';
  return isAccepted(item, before) ? 'acceptance-ended' : 'rule';
}

function closedHow(item: ItemResult | undefined, after: Assessment): ClosedGap['how'] {
  if (!counts(item)) return 'left';
  if (item.low === 1) return 'answered-yes';
  return isAccepted(item, after) ? 'accepted' : 'rule';
}

export const itemsById = ({ items }: Assessment): ReadonlyMap<string, ItemResult> =>
  new Map(items.map((item) => [item.id, item]));

const isAccepted = ({ id }: ItemResult, { accepted }: Assessment): boolean =>
  accepted.some(({ item, expired }) => item === id && !expired);
