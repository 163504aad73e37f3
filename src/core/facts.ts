import type { Answers } from '../model/answers.ts';
import type { Catalog, Depth, Fact } from '../model/catalog.ts';
import type { FactValue } from '../model/condition.ts';
import { evaluate, type Facts, mentions } from './condition.ts';

/**
 * What the answers say about each profile fact, in catalogue order. A fact whose own question does not arise
 * (`askedWhen` false) is irrelevant even if the file still holds a value for it.
 */
export function factValues(catalog: Pick<Catalog, 'facts'>, answers: Answers): Facts {
  const facts = new Map<string, FactValue>();
  for (const fact of catalog.facts) {
    const arises = evaluate(fact.askedWhen, facts);
    facts.set(fact.id, arises === 'false' ? { kind: 'irrelevant' } : written(fact, answers));
  }
  return facts;
}

const DEPTHS: readonly Depth[] = ['quick', 'full', 'evidence'];

/** Whether something asked first at depth `a` is left out at depth `b`. */
export const isDeeper = (a: Depth, b: Depth): boolean => DEPTHS.indexOf(a) > DEPTHS.indexOf(b);

/** The facts whose questions arise for this company at this depth. A wish no checklist looks at is not asked for. */
export function askedFacts(catalog: Catalog, answers: Answers, facts: Facts): readonly Fact[] {
  return catalog.facts.filter(
    (fact) =>
      evaluate(fact.askedWhen, facts) === 'true' &&
      !isDeeper(fact.depth, answers.assessment.depth) &&
      (fact.place !== 'assessment' || catalog.checklists.some((c) => mentions(c.appliesWhen, fact.id))),
  );
}

/** Under `company` stands the number of employees, under `assessment` what is wished for: the lint holds facts to that. */
function written(fact: Fact, answers: Answers): FactValue {
  if (fact.place === 'company') {
    const { employees } = answers.company;
    return employees === null ? { kind: 'unknown' } : { kind: 'number', value: employees };
  }
  // A goal nobody wrote down is not wanted: the list is known to be empty.
  if (fact.place === 'assessment') return { kind: 'values', values: answers.assessment.goals ?? [] };
  const values = answers.profile.get(fact.id);
  if (values === undefined || values.includes('unknown')) return { kind: 'unknown' };
  if (fact.kind !== 'number') return { kind: 'values', values };
  const [digits] = values;
  return digits === undefined ? { kind: 'unknown' } : { kind: 'number', value: Number(digits) };
}
