import { foldWord } from '../../answers/words.ts';
import { addDays } from '../../core/plan/calendar.ts';
import type { Suppressed } from '../../model/answers.ts';
import { type Examined, policyRule } from '../rule.ts';

/** What still lifts something today. */
const live = ({ answers, today }: Examined): readonly (readonly [Suppressed, number])[] =>
  answers.suppressed.flatMap((entry, i) =>
    entry.until !== null && entry.until < today ? [] : [[entry, i] as const],
  );

export const tooManySuppressed = policyRule({
  code: 'too-many-suppressed',
  find: (examined) => {
    const { most } = examined.policy.suppressed;
    const count = live(examined).length;
    return most === null || count <= most
      ? []
      : [{ args: { count, most }, place: ['suppressed'], subject: null }];
  },
});

export const suppressedWithoutApprover = policyRule({
  code: 'suppressed-without-approver',
  find: (examined) => {
    const { approvers } = examined.policy.suppressed;
    const known = new Set(approvers.map(foldWord));
    if (known.size === 0) return [];
    return live(examined).flatMap(([{ code, by, about }, i]) =>
      by !== null && known.has(foldWord(by))
        ? []
        : [{ args: { code, approvers }, place: ['suppressed', i, 'by'], subject: about ?? code }],
    );
  },
});

/** Without a day it would hold for ever. */
export const suppressedTooLong = policyRule({
  code: 'suppressed-too-long',
  find: (examined) => {
    const most = examined.policy.suppressed.maxDays;
    if (most === null) return [];
    const last = addDays(examined.today, most);
    return live(examined).flatMap(([{ code, until, about }, i]) =>
      until !== null && until <= last
        ? []
        : [{ args: { code, most }, place: ['suppressed', i, 'until'], subject: about ?? code }],
    );
  },
});
