import type { Verdict } from '../../model/assessment.ts';
import { type Examined, policyRule } from '../rule.ts';

/** A transfer that needs a permit first. */
export const legalStop = policyRule({
  code: 'legal-stop',
  find: ({ assessment, policy }) =>
    policy.legal.noStop
      ? assessment.verdicts.filter(({ outcome }) => outcome === 'stop').map((verdict) => about(verdict, {}))
      : [],
});

/** 事前報告の対象となる見込み, and no day on which it was reported. */
export const reportNotMade = policyRule({
  code: 'report-not-made',
  find: (examined) =>
    examined.policy.legal.reported
      ? examined.assessment.verdicts
          .filter((verdict) => verdict.outcome === 'report-required' && !isReported(verdict, examined))
          .map((verdict) => about(verdict, {}))
      : [],
});

/** A day still to come is a plan to report, no report. */
function isReported({ technology }: Verdict, { answers, today }: Examined): boolean {
  const reportedOn = answers.technologies.find(({ id }) => id === technology)?.reportedOn ?? null;
  return reportedOn !== null && reportedOn <= today;
}

/** 事前報告は不要の見込み, resting on a check that is too old. */
export const notSubjectExpired = policyRule({
  code: 'not-subject-expired',
  find: ({ assessment, policy, today }) =>
    policy.legal.notExpired
      ? assessment.verdicts.flatMap((verdict) => {
          const { outcome, validUntil: until } = verdict;
          if (outcome !== 'not-subject' || until === null || until >= today) return [];
          return [about(verdict, { until })];
        })
      : [],
});

function about<A extends object>({ technology, location }: Verdict, args: A) {
  return { args: { technology, ...args }, place: location ?? ['technologies'], subject: technology };
}
