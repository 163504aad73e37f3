import { error, field } from '../source/place.ts';
import { factsOf, itemsOf, type LintRule, partsOf } from './content.ts';

type Links = ReadonlyMap<string, readonly string[]>;

/** An action that waits for itself would never be planned. */
export const afterCircles: LintRule = (catalog) => {
  const links: Links = new Map(catalog.actions.map(({ value }) => [value.id, value.after ?? []]));
  return catalog.actions.flatMap((action) => {
    const ids = circleFrom(action.value.id, links);
    return ids === null ? [] : [error('after-in-circle', { ids }, field(action, 'after'))];
  });
};

/** A fact whose question waits for itself would never be asked. */
export const askedWhenCircles: LintRule = (catalog) => {
  const links: Links = new Map(factsOf(catalog).map((fact) => [fact.value.id, factsNamedBy(fact)]));
  return factsOf(catalog).flatMap((fact) => {
    const facts = circleFrom(fact.value.id, links);
    return facts === null ? [] : [error('asked-when-in-circle', { facts }, field(fact, 'askedWhen'))];
  });
};

function factsNamedBy(fact: ReturnType<typeof factsOf>[number]): readonly string[] {
  const { value, file, path } = field(fact, 'askedWhen');
  if (!value) return [];
  return partsOf({ value, file, path }).flatMap((part) => ('fact' in part.value ? [part.value.fact] : []));
}

/** One deed is asked once: a twin points at the item that is asked, never at another twin or at itself. */
export const sameAsChains: LintRule = (catalog) => {
  const targets = new Map(itemsOf(catalog).map(({ value }) => [value.id, value.sameAs ?? null]));
  return itemsOf(catalog).flatMap((item) => {
    const target = item.value.sameAs ?? null;
    if (target === null) return [];
    const chained = target === item.value.id || (targets.get(target) ?? null) !== null;
    return chained ? [error('same-as-chain', { item: item.value.id, target }, field(item, 'sameAs'))] : [];
  });
};

/** The way from `start` back to itself, reported once, at its smallest id; `null` where there is none. */
function circleFrom(start: string, links: Links): readonly string[] | null {
  const seen = new Set<string>();
  const search = (id: string, way: readonly string[]): readonly string[] | null => {
    for (const next of links.get(id) ?? []) {
      if (next === start) return way;
      // A circle through a smaller id is reported there.
      if (next < start || seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(start, [start]);
}
