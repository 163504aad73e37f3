import { addDays } from '../../core/plan/calendar.ts';
import { isAsked } from '../../core/score/standing.ts';
import { answerPlace, type Examined, type Found, regressionRule } from '../rule.ts';
import { answerRemoved, answerWorse, becameNotApplicable, gapNew } from './answers.ts';
import { GRACE_DAYS, graceFrom, type ItemNow } from './baseline.ts';

/** Until when what honesty brought to light is a warning; behind that day it is an error. */
const graceUntil = ({ answers, baseline, today }: Examined): string =>
  addDays(graceFrom(answers, baseline, today), GRACE_DAYS);

/**
 * A gap that was no gap because nobody asked: a fact widened, an edition brought the question, the depth grew, or a
 * 当てはまらない was taken back. Honesty never fails the build, so it is a warning at first.
 */
export const gapAppeared = regressionRule({
  code: 'gap-appeared',
  find: (examined) =>
    appeared(examined).map(
      ({ id, location }): Found<'gap-appeared'> => ({
        args: { item: id, until: graceUntil(examined) },
        place: location ?? answerPlace(id),
        subject: id,
        severity: severityIn(examined),
      }),
    ),
});

function appeared({ assessment, baseline }: Examined): readonly ItemNow[] {
  if (baseline === null) return [];
  const before = new Map(baseline.items.map((item) => [item.id, item]));
  const gaps = new Set(assessment.gaps.map((gap) => gap.item));
  return assessment.items.filter((item) => {
    const state = before.get(item.id)?.state ?? 'outOfScope';
    return gaps.has(item.id) && (!isAsked(state) || state === 'notApplicable');
  });
}

const severityIn = (examined: Examined): 'warning' | 'error' =>
  examined.today <= graceUntil(examined) ? 'warning' : 'error';

/**
 * The low end of the whole score. It falls with any answer that got worse; where only new questions pull it down, the
 * grace of those questions holds for it too.
 */
export const scoreFell = regressionRule({
  code: 'score-fell',
  find: (examined) => {
    const was = examined.baseline?.score.low ?? null;
    const now = examined.assessment.score.low ?? 0;
    if (was === null || now >= was - 1e-9) return [];
    const worse = [gapNew, answerWorse, answerRemoved, becameNotApplicable].some(
      (rule) => rule.find(examined).length > 0,
    );
    const widened = appeared(examined).length > 0;
    const severity = widened && !worse ? severityIn(examined) : 'error';
    return [{ args: { was, now }, place: ['answers'], subject: 'score', severity } as const];
  },
});
