import { daysBetween } from '../../core/plan/calendar.ts';
import { policyRule } from '../rule.ts';

const PLACE = ['assessment', 'date'];

export const assessmentOld = policyRule({
  code: 'assessment-old',
  find: ({ answers, policy, today }) => {
    const { ageDays: most } = policy;
    const { date } = answers.assessment;
    const days = date === null ? null : daysBetween(date, today);
    return most === null || days === null || days <= most
      ? []
      : [{ args: { days, most }, place: PLACE, subject: null }];
  },
});

/** Answers without a day, or of a day still to come, are as old as one likes. */
export const assessmentUndated = policyRule({
  code: 'assessment-undated',
  find: ({ answers, policy: { ageDays: most }, today }) => {
    const { date } = answers.assessment;
    return most === null || (date !== null && date <= today)
      ? []
      : [{ args: { most }, place: PLACE, subject: null }];
  },
});
