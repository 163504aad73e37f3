import type { Coverage } from '../../model/assessment.ts';
import { policyRule } from '../rule.ts';

/** Answered = asked and neither unanswered nor わからない. */
const answered = ({ asked, unanswered, unknown }: Coverage): number => asked - unanswered - unknown;

/** Percent with one decimal; of nothing it is 0. */
export const percentOf = (part: number, { asked }: Coverage): number =>
  asked === 0 ? 0 : Math.round((1000 * part) / asked) / 10;

export const tooFewAnswered = policyRule({
  code: 'too-few-answered',
  find: ({ assessment: { score }, policy }) => {
    const least = policy.coverage.answered;
    const percent = percentOf(answered(score.coverage), score.coverage);
    return least === null || percent >= least
      ? []
      : [{ args: { percent, least }, place: ['answers'], subject: null }];
  },
});

export const tooManyUnknown = policyRule({
  code: 'too-many-unknown',
  find: ({ assessment: { score }, policy }) => {
    const most = policy.coverage.unknown;
    const percent = percentOf(score.coverage.unknown, score.coverage);
    return most === null || percent <= most
      ? []
      : [{ args: { percent, most }, place: ['answers'], subject: null }];
  },
});

export const tooManyNotApplicable = policyRule({
  code: 'too-many-not-applicable',
  find: ({ assessment: { score }, policy }) => {
    const most = policy.coverage.notApplicable;
    const percent = percentOf(score.coverage.notApplicable, score.coverage);
    return most === null || percent <= most
      ? []
      : [{ args: { percent, most }, place: ['answers'], subject: null }];
  },
});
