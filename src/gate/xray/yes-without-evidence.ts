import { answerPlace, xrayRule } from '../rule.ts';
import { shownEvidence } from '../shown-evidence.ts';

/** At the depth that asks for evidence, はい without any. */
export const yesWithoutEvidence = xrayRule({
  code: 'yes-without-evidence',
  find: ({ answers, assessment }) =>
    assessment.depth !== 'evidence'
      ? []
      : assessment.items.flatMap(({ id, state, inheritedFrom, location }) => {
          const proven = shownEvidence(answers.answers.get(id)?.evidence ?? []).length > 0;
          if (state !== 'yes' || inheritedFrom !== null || proven) return [];
          return [{ args: { item: id }, place: location ?? answerPlace(id), subject: id }];
        }),
});
