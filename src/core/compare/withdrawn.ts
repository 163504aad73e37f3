import type { Answers } from '../../model/answers.ts';
import type { Assessment, ItemResult } from '../../model/assessment.ts';
import type { LeftItem, VerdictChange, Withdrawn } from '../../model/comparison.ts';
import { isDeeper } from '../facts.ts';
import { compareIds, compareSeverity } from '../gaps.ts';
import { itemsById } from './changes.ts';
import { counts, type Stage } from './stages.ts';

/** What is no longer looked at, or weighs less than before. Nothing here is progress, whatever it does to a score. */
export function withdrawnOf(
  before: Assessment,
  after: Assessment,
  stages: readonly Stage[],
  answers: { readonly older: Answers; readonly newer: Answers },
  verdicts: readonly VerdictChange[],
): Withdrawn {
  const named = new Set(answers.newer.technologies.map(({ id }) => id));
  const gone = answers.older.technologies.map(({ id }) => id).filter((id) => !named.has(id));
  const now = itemsById(after);
  return {
    left: leftItems(before, now, stages),
    depth: isDeeper(before.depth, after.depth) ? { before: before.depth, after: after.depth } : null,
    severities: before.items.flatMap((item) => {
      const is = now.get(item.id);
      if (is === undefined || compareSeverity(is.severity, item.severity) <= 0) return [];
      return counts(item) || counts(is) ? [{ item: item.id, before: item.severity, after: is.severity }] : [];
    }),
    technologies: gone,
    verdicts: verdicts
      .filter(
        ({ kind, technology }) =>
          !gone.includes(technology) && (kind === 'disappeared' || kind === 'lighter'),
      )
      .map(({ technology }) => technology),
  };
}

function leftItems(
  before: Assessment,
  now: ReadonlyMap<string, ItemResult>,
  stages: readonly Stage[],
): readonly LeftItem[] {
  const gaps = new Map(before.gaps.map((gap, i) => [gap.item, i]));
  // Heaviest gap first, as the older result had them; what was no gap comes behind, by id.
  const rank = (id: string): number => gaps.get(id) ?? gaps.size;
  return before.items
    .filter(counts)
    .filter((item) => !counts(now.get(item.id)))
    .map((item) => leftItem(item, now.get(item.id), stages, gaps.has(item.id)))
    .sort((a, b) => rank(a.item) - rank(b.item) || compareIds(a.item, b.item));
}

function leftItem(
  item: ItemResult,
  now: ItemResult | undefined,
  stages: readonly Stage[],
  wasGap: boolean,
): LeftItem {
  const by = stages.findLast(({ moved }) =>
    moved.some((m) => m.id === item.id && counts(m.before) && !counts(m.after)),
  );
  return {
    item: item.id,
    cause: by?.cause ?? 'answers',
    before: item.state,
    after: now?.state ?? 'gone',
    wasGap,
    reason: now?.reason ?? null,
  };
}
