import { decidingFacts, evaluate } from '../../core/condition.ts';
import { factValues } from '../../core/facts.ts';
import { answerPlace, xrayRule } from '../rule.ts';

/** 当てはまらない to a question that the company's own profile says does apply. */
export const contradictsProfile = xrayRule({
  code: 'contradicts-profile',
  find: ({ catalog, answers }) => {
    const facts = factValues(catalog, answers);
    return catalog.items.flatMap(({ id, appliesWhen }) => {
      const answer = answers.answers.get(id);
      if (answer?.value !== 'notApplicable' || appliesWhen === null) return [];
      if (evaluate(appliesWhen, facts) !== 'true') return [];
      const [fact = ''] = decidingFacts(appliesWhen, facts, 'true');
      return [{ args: { item: id, fact }, place: answer.location ?? answerPlace(id), subject: id }];
    });
  },
});
