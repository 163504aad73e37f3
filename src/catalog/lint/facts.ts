import { elements, error, field } from '../place.ts';
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
