import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { error, field } from '../source/place.ts';
import type { LintRule } from './content.ts';

/**
 * The tables of weights.yaml are read from one end: each number has to lie beyond the one before it, and the table has
 * to reach to its end, or some company would fall between two rows.
 */
export const weightTables: LintRule = ({ weights }) => {
  const { urgency, bands, waves, capacity, sizes } = weights.value;
  const open = (upTo: number | null) => upTo ?? Number.POSITIVE_INFINITY;
  const check = (key: keyof typeof weights.value, holds: boolean): readonly CatalogFinding[] =>
    holds ? [] : [error('table-out-of-order', { key }, field(weights, key))];
  const rising = (numbers: readonly number[]) =>
    numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n));
  const toTheEnd = (limits: readonly number[]) =>
    rising(limits) && limits.at(-1) === Number.POSITIVE_INFINITY;
  return [
    ...check('urgency', rising(urgency.map((row) => row.exposureFrom)) && urgency[0]?.exposureFrom === 0),
    ...check('bands', rising(bands.map((row) => -row.from)) && bands.at(-1)?.from === 0),
    ...check('waves', rising(waves.map((row) => row.days))),
    ...check('capacity', toTheEnd(capacity.map((row) => open(row.upTo)))),
    ...check('sizes', toTheEnd(sizes.map((row) => open(row.upTo)))),
  ];
};
