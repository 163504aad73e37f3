import { answerPlace, policyRule } from '../rule.ts';

/** A required question may be out of a company's scope; not asked for lack of depth or facts, or 当てはまらない, it is open. */
export const requiredItemOpen = policyRule({
  code: 'required-item-open',
  find: ({ assessment, policy }) =>
    assessment.items
      .filter(({ id, state }) => policy.required.includes(id) && state !== 'yes' && state !== 'outOfScope')
      .map(({ id, state, location }) => ({
        args: { item: id, state },
        place: location ?? answerPlace(id),
        subject: id,
      })),
});
