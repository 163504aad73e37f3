import type { ItemResult, ItemState, Readiness, ReadinessCounts } from '../../model/assessment.ts';
import type { Catalog, ReadinessClass } from '../../model/catalog.ts';
import { itemsById } from '../items-by-id.ts';
import { isAsked } from './standing.ts';

type Count = keyof ReadinessCounts;

const CLASSES: readonly ReadinessClass[] = ['assumed', 'conditional', 'optional'];

/**
 * How far a company has come on a readiness list: its own items by class and answer (`docs/scoring.md` §9). A twin counts
 * with the answer it inherits. `null` for a list without classes, and where nothing of it was asked.
 *
 * Example: assumed items yes, no, わからない → `{met: 1, partial: 0, unmet: 1, unknown: 1}`, missing the last two.
 */
export function readinessOf(items: readonly ItemResult[], catalog: Pick<Catalog, 'items'>): Readiness | null {
  const definitions = itemsById(catalog);
  const classOf = ({ id }: ItemResult) => definitions.get(id)?.readiness ?? null;
  const asked = items.filter((item) => isAsked(item.state) && classOf(item) !== null);
  if (asked.length === 0) return null;
  const of = (name: ReadinessClass) => asked.filter((item) => classOf(item) === name);
  return {
    assumed: countsOf(of('assumed')),
    conditional: countsOf(of('conditional')),
    optional: countsOf(of('optional')),
    missing: CLASSES.flatMap((name) =>
      of(name)
        .filter(isMissing)
        .map((item) => item.id),
    ),
  };
}

function countsOf(items: readonly ItemResult[]): ReadinessCounts {
  const number = (count: Count) => items.filter((item) => countOf(item.state) === count).length;
  return {
    met: number('met'),
    partial: number('partial'),
    unmet: number('unmet'),
    unknown: number('unknown'),
  };
}

function isMissing(item: ItemResult): boolean {
  const count = countOf(item.state);
  return count !== null && count !== 'met';
}

function countOf(state: ItemState): Count | null {
  switch (state) {
    case 'yes':
      return 'met';
    case 'partial':
      return 'partial';
    case 'no':
      return 'unmet';
    case 'unknown':
    case 'unanswered':
      return 'unknown';
    case 'notApplicable':
    case 'notAsked':
    case 'outOfScope':
      return null;
  }
}
