import type { AcceptedGap, Answers } from '../../model/answers.ts';
import type { AcceptedChange, Comparison } from '../../model/comparison.ts';
import type { IsoDate } from '../../model/text.ts';
import { compareIds } from '../gaps.ts';

/** What was accepted on purpose since, what no longer is, and what ran out. */
export function acceptedChanges(older: Answers, newer: Answers, today: IsoDate): Comparison['accepted'] {
  const was = byItem(older.accepted);
  const is = byItem(newer.accepted);
  const added = [...is.values()].filter(({ item }) => !was.has(item));
  const ended = [...was.values()].filter(({ item }) => !is.has(item));
  const kept = [...is.values()].flatMap((now) => {
    const then = was.get(now.item);
    return then === undefined ? [] : [{ ...now, from: then.until }];
  });
  const since = older.assessment.date ?? '';
  return {
    added,
    ended,
    moved: kept.filter(({ from, until }) => from !== until),
    expired: kept
      .filter(({ from, until }) => from === until && until < today && until >= since)
      .map(({ from: _, ...now }) => now),
  };
}

function byItem(accepted: readonly AcceptedGap[]): ReadonlyMap<string, AcceptedChange> {
  return new Map(
    [...accepted]
      .sort((a, b) => compareIds(a.item, b.item))
      .map(({ item, until, reason }) => [item, { item, until, reason }]),
  );
}
