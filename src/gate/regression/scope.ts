import { mentions } from '../../core/condition.ts';
import { factValues } from '../../core/facts.ts';
import { isAsked } from '../../core/score/standing.ts';
import { type Examined, type Found, factPlace, regressionRule } from '../rule.ts';
import { beforeAndNow, type ItemNow } from './baseline.ts';

/** Questions a changed fact took out of scope, or made undecided: one finding per fact, at its line. */
export const leftScope = regressionRule({
  code: 'left-scope',
  find: (examined) => {
    const { assessment, baseline, catalog } = examined;
    if (baseline === null) return [];
    const changed = changedFacts(examined);
    const left = new Map<string, string[]>();
    for (const { was, now } of beforeAndNow(baseline, assessment)) {
      if (now === undefined || !isAsked(was.state) || isAsked(now.state)) continue;
      for (const fact of blamed(now, changed, examined)) left.set(fact, [...(left.get(fact) ?? []), now.id]);
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

function changedFacts({ baseline, catalog, answers }: Examined): readonly string[] {
  const before = baseline?.facts;
  if (before === undefined) return [];
  const now = factValues(catalog, answers);
  return [...now].flatMap(([id, value]) =>
    JSON.stringify(before.get(id)) === JSON.stringify(value) ? [] : [id],
  );
}

/** The changed facts a question hangs on; where none is known to have changed, those that hold it out now. */
function blamed(
  { id, reason }: ItemNow,
  changed: readonly string[],
  { catalog }: Examined,
): readonly string[] {
  if (reason?.code !== 'condition' && reason?.code !== 'fact-unknown') return [];
  const item = catalog.items.find((candidate) => candidate.id === id);
  const list = catalog.checklists.find((candidate) => candidate.id === item?.checklist);
  const own = changed.filter((fact) =>
    [item?.appliesWhen, list?.appliesWhen].some((condition) => mentions(condition ?? null, fact)),
  );
  return own.length > 0 ? own : reason.facts;
}

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
