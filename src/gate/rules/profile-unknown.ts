import { factPlace, policyRule } from '../rule.ts';

/** A fact nobody knows keeps questions from being asked (`docs/scoring.md` §1): unknown, it hides them. */
export const profileUnknown = policyRule({
  code: 'profile-unknown',
  find: ({ assessment, catalog, policy }) =>
    policy.profile.known
      ? assessment.unknownFacts.map((fact) => {
          const waiting = assessment.items.filter(
            ({ reason }) => reason?.code === 'fact-unknown' && reason.facts.includes(fact),
          );
          return { args: { fact, items: waiting.length }, place: factPlace(catalog, fact), subject: fact };
        })
      : [],
});
