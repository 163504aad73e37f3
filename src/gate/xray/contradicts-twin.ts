import { answerPlace, xrayRule } from '../rule.ts';

/** The same deed asked in two lists and answered twice, differently. */
export const contradictsTwin = xrayRule({
  code: 'contradicts-twin',
  find: ({ catalog, answers }) =>
    catalog.items.flatMap(({ id, sameAs }) => {
      const own = answers.answers.get(id);
      const twin = sameAs === null ? undefined : answers.answers.get(sameAs);
      if (sameAs === null || own === undefined || twin === undefined || own.value === twin.value) return [];
      const args = { item: id, twin: sameAs, answer: own.value, other: twin.value };
      return [{ args, place: own.location ?? answerPlace(id), subject: id }];
    }),
});
