import { foldWord } from '../../answers/words.ts';
import { addDays } from '../../core/plan/calendar.ts';
import { policyRule } from '../rule.ts';

/** Who and until when the reader asks for already; how many and by whom is the policy's to say. */
export const tooManyAccepted = policyRule({
  code: 'too-many-accepted',
  find: ({ assessment, policy }) => {
    const { most } = policy.accepted;
    const count = assessment.accepted.filter(({ expired }) => !expired).length;
    return most === null || count <= most
      ? []
      : [{ args: { count, most }, place: ['accepted'], subject: null }];
  },
});

export const acceptedWithoutApprover = policyRule({
  code: 'accepted-without-approver',
  find: ({ answers, policy }) => {
    const { approvers } = policy.accepted;
    const known = new Set(approvers.map(foldWord));
    if (known.size === 0) return [];
    return answers.accepted.flatMap(({ item, by }, i) =>
      known.has(foldWord(by))
        ? []
        : [{ args: { item, approvers }, place: ['accepted', i, 'by'], subject: item }],
    );
  },
});

/** A day far ahead is no day on which anybody looks again. */
export const acceptedTooLong = policyRule({
  code: 'accepted-too-long',
  find: ({ answers, policy, today }) => {
    const most = policy.accepted.maxDays;
    if (most === null) return [];
    const last = addDays(today, most);
    return answers.accepted.flatMap(({ item, until }, i) =>
      until <= last ? [] : [{ args: { item, until, most }, place: ['accepted', i, 'until'], subject: item }],
    );
  },
});
