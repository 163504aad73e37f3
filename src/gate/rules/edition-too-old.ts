import { policyRule } from '../rule.ts';

/** The edition the answers were given for. A list this company is asked nothing of needs none. */
export const editionTooOld = policyRule({
  code: 'edition-too-old',
  find: ({ answers, assessment, policy }) =>
    [...policy.editions].flatMap(([checklist, least]) => {
      const asked = assessment.items.some(
        (item) => item.checklist === checklist && item.state !== 'outOfScope' && item.state !== 'notAsked',
      );
      const edition = answers.assessment.editions[checklist] ?? null;
      if (!asked || (edition !== null && !isBefore(edition, least))) return [];
      const args = { checklist, edition: edition ?? '－', least };
      return [{ args, place: ['assessment', 'editions', checklist], subject: checklist }];
    }),
});

/** `2026.2` before `2026.10`: editions are numbers between dots. */
function isBefore(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
