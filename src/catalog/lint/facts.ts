import { elements, error, field } from '../source/place.ts';
import type { FactSource } from '../source/schema.ts';
import { factsOf, type LintRule } from './content.ts';

/** The answer file's own word for 「わからない」: allowed for every fact, so no value may take it. */
const RESERVED = 'unknown';

/** A choice has something to choose from, a number has not. */
export const factValues: LintRule = (catalog) =>
  factsOf(catalog).flatMap((fact) => {
    const { id, kind } = fact.value;
    const values = elements({ ...field(fact, 'values'), value: fact.value.values ?? [] });
    return [
      ...((kind === 'number') === (values.length === 0)
        ? []
        : [error('fact-values-wrong', { fact: id, kind }, field(fact, 'kind'))]),
      ...values
        .filter(({ value }) => value.id === RESERVED)
        .map((value) => error('fact-value-reserved', { value: RESERVED }, field(value, 'id'))),
    ];
  });

/**
 * The facts the tool itself counts with, where it reads them and as what. The other keys beside them hold words that
 * nothing can be asked of.
 */
const FIXED: readonly Pick<FactSource, 'id' | 'place' | 'kind'>[] = [
  { id: 'employees', place: 'company', kind: 'number' },
  { id: 'goals', place: 'assessment', kind: 'choices' },
];

/** A fact of one's own stands under `profile`; those the tool counts with stay where and what they are. */
export const factPlaces: LintRule = (catalog) =>
  factsOf(catalog).flatMap((fact) => {
    const { id, place, kind } = fact.value;
    const fixed = FIXED.find((one) => one.id === id) ?? FIXED.find((one) => one.place === place);
    if (fixed === undefined) return [];
    if (fixed.id === id && fixed.place === place && fixed.kind === kind) return [];
    const wanted =
      fixed.id === id ? { place: fixed.place, kind: fixed.kind } : { place: 'profile' as const, kind };
    const key = fixed.id === id && fixed.place === place ? 'kind' : 'place';
    return [error('fact-place-wrong', { fact: id, ...wanted }, field(fact, key))];
  });
