import { isEarlierEdition } from '../../core/editions.ts';
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
      if (!asked || (edition !== null && !isEarlierEdition(edition, least))) return [];
      const args = { checklist, edition: edition ?? '－', least };
      return [{ args, place: ['assessment', 'editions', checklist], subject: checklist }];
    }),
});
