import type { ItemState } from '../../model/assessment.ts';
import { answerPlace, type Examined, type Found, regressionRule } from '../rule.ts';
import { beforeAndNow, counted, type ItemBefore, type ItemNow } from './baseline.ts';

type Pair = { readonly was: ItemBefore; readonly now: ItemNow };

function pairs({ baseline, assessment }: Examined): readonly Pair[] {
  if (baseline === null) return [];
  // A twin that takes its answer from elsewhere falls with it: one deed, told once.
  return beforeAndNow(baseline, assessment).flatMap(({ was, now }) =>
    now === undefined || now.inheritedFrom !== null ? [] : [{ was, now }],
  );
}

const place = ({ now }: Pair) => now.location ?? answerPlace(now.id);

/** Answered はい before, open now: はい to 一部, いいえ, わからない. A removed answer has a rule of its own. */
export const gapNew = regressionRule({
  code: 'gap-new',
  find: (examined) =>
    pairs(examined)
      .filter(
        ({ was, now }) => was.low === 1 && now.low !== null && now.low < 1 && now.state !== 'unanswered',
      )
      .map(fellTo),
});

/** A gap before already, wider now: 一部 to いいえ or わからない. */
export const answerWorse = regressionRule({
  code: 'answer-worse',
  find: (examined) =>
    pairs(examined)
      .filter(({ was, now }) => was.low === 0.5 && now.low === 0 && now.state !== 'unanswered')
      .map(fellTo),
});

function fellTo(pair: Pair) {
  const { was, now } = pair;
  return { args: { item: now.id, was: was.state, now: now.state }, place: place(pair), subject: now.id };
}

/** An answer that is there no more, or that does not count any more: what it said cannot be held against anybody. */
export const answerRemoved = regressionRule({
  code: 'answer-removed',
  find: (examined) =>
    pairs(examined)
      .filter(({ was, now }) => now.state === 'unanswered' && counted(was) && was.state !== 'unanswered')
      .map((pair) => ({
        args: { item: pair.now.id, was: pair.was.state },
        place: place(pair),
        subject: pair.now.id,
      })),
});

const OPEN: readonly ItemState[] = ['yes', 'partial', 'no'];

/**
 * 当てはまらない takes a question out of the score. Who answered it before knew that it applies; who did not know may have
 * found out, which is a warning.
 */
export const becameNotApplicable = regressionRule({
  code: 'became-not-applicable',
  find: (examined) =>
    pairs(examined).flatMap((pair): readonly Found<'became-not-applicable'>[] => {
      const { was, now } = pair;
      if (now.state !== 'notApplicable' || !counted(was) || was.state === 'unanswered') return [];
      const severity = OPEN.includes(was.state) ? 'error' : 'warning';
      return [{ args: { item: now.id, was: was.state }, place: place(pair), subject: now.id, severity }];
    }),
});

export const severityFell = regressionRule({
  code: 'severity-fell',
  find: (examined) =>
    pairs(examined).flatMap((pair): readonly Found<'severity-fell'>[] => {
      const [was, now] = [pair.was.severity, pair.now.severity];
      if (RANK.indexOf(now) <= RANK.indexOf(was)) return [];
      return [{ args: { item: pair.now.id, was, now }, place: place(pair), subject: pair.now.id }];
    }),
});

const RANK = ['critical', 'major', 'minor'] as const;
