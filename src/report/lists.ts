import type { Assessment, ChecklistResult } from '../model/assessment.ts';

/** The lists that concern this company: one nobody wants is wholly out of scope, and no report speaks of it. */
export function concerningLists({ checklists }: Pick<Assessment, 'checklists'>): readonly ChecklistResult[] {
  return checklists.filter(
    ({ score }) => score === null || score.coverage.asked + score.coverage.notAsked > 0,
  );
}
