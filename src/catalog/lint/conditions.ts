import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Condition } from '../../model/condition.ts';
import { nearest } from '../../text/nearest.ts';
import { elements, error, field, type Placed } from '../source/place.ts';
import type { FactSource } from '../source/schema.ts';
import { conditionsOf, factsOf, type LintRule, partsOf, routesOf } from './content.ts';

/** A condition asks a fact for values it can have, and is never empty. */
export const conditions: LintRule = (catalog) => {
  const facts = new Map(factsOf(catalog).map(({ value }) => [value.id, value]));
  return conditionsOf(catalog)
    .flatMap(partsOf)
    .flatMap((part) => testFindings(part, facts));
};

function testFindings(
  part: Placed<Condition>,
  facts: ReadonlyMap<string, FactSource>,
): readonly CatalogFinding[] {
  const { value, file, path } = part;
  const inner = 'all' in value ? value.all : 'any' in value ? value.any : 'in' in value ? value.in : null;
  if (inner !== null && inner.length === 0) return [error('condition-empty', {}, part)];
  if (!('fact' in value)) return [];
  const fact = facts.get(value.fact);
  // A fact that does not exist is the references' finding.
  if (fact === undefined) return [];
  if ('gte' in value !== (fact.kind === 'number')) {
    return [error('condition-test-wrong', { fact: fact.id, kind: fact.kind }, part)];
  }
  if (!('in' in value)) return [];
  const known = (fact.values ?? []).map(({ id }) => id);
  return elements({ value: value.in, file, path: [...path, 'in'] })
    .filter((given) => !known.includes(given.value))
    .map((given) =>
      error(
        'condition-value-unknown',
        { fact: fact.id, value: given.value, nearest: nearest(given.value, known) },
        given,
      ),
    );
}

/** Exposure rules are tried in order, so the last one takes the rest and no other does. */
export const exposureRules: LintRule = (catalog) =>
  routesOf(catalog).flatMap((route) => {
    const rules = elements(field(route, 'exposure'));
    const last = rules.at(-1);
    const args = { route: route.value.id };
    return [
      ...rules
        .slice(0, -1)
        .filter(({ value }) => !value.when)
        .map((rule) => error('exposure-unreachable', args, rule)),
      ...(last === undefined || last.value.when ? [error('exposure-rest-missing', args, last ?? route)] : []),
    ];
  });
