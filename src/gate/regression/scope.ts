import { isAsked } from '../../core/standing.ts';
import { type Found, factPlace, regressionRule } from '../rule.ts';
import { beforeAndNow } from './baseline.ts';

/** Questions a changed fact took out of scope, or made undecided: one finding per fact, at its line. */
export const leftScope = regressionRule({
  code: 'left-scope',
  find: ({ assessment, baseline, catalog }) => {
    if (baseline === null) return [];
    const left = new Map<string, string[]>();
    for (const { was, now } of beforeAndNow(baseline, assessment)) {
      if (now === undefined || !isAsked(was.state) || isAsked(now.state)) continue;
      const { reason } = now;
      const facts = reason?.code === 'condition' || reason?.code === 'fact-unknown' ? reason.facts : [];
      for (const fact of facts) left.set(fact, [...(left.get(fact) ?? []), now.id]);
    }
    return [...left].map(
      ([fact, items]): Found<'left-scope'> => ({
        args: { fact, count: items.length, items },
        place: factPlace(catalog, fact),
        subject: fact,
      }),
    );
  },
});

const DEPTHS = ['quick', 'full', 'evidence'] as const;

export const depthFell = regressionRule({
  code: 'depth-fell',
  find: ({ assessment, baseline }) => {
    if (baseline === null || DEPTHS.indexOf(assessment.depth) >= DEPTHS.indexOf(baseline.depth)) return [];
    const args = { was: baseline.depth, now: assessment.depth };
    return [{ args, place: ['assessment', 'depth'], subject: 'depth' }];
  },
});

/** A catalogue that asks no more what it asked. */
export const itemGone = regressionRule({
  code: 'item-gone',
  find: ({ assessment, baseline }) =>
    baseline === null
      ? []
      : beforeAndNow(baseline, assessment)
          .filter(({ was, now }) => now === undefined && isAsked(was.state))
          .map(({ was }) => ({ args: { code: was.id }, place: ['answers', was.id], subject: was.id })),
});
