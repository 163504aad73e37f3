import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { ParsedCatalog, ParsedChecklist } from '../source/parse.ts';
import type { Placed } from '../source/place.ts';
import * as schema from '../source/schema.ts';
import { byId, type Changes, noChanges, overlaid, replacedBy } from './changes.ts';
import { mergedList } from './merge-list.ts';
import type { OwnParsed } from './parse.ts';
import { withoutRemoved } from './remove.ts';

export interface Merged {
  readonly catalog: ParsedCatalog;
  readonly changes: Changes;
  readonly findings: readonly CatalogFinding[];
}

/**
 * The shipped catalogue with an own folder laid over it: first what is removed goes, then records of the same id are
 * replaced whole and in their place, then the others come behind.
 */
export function mergeOwn(
  shippedWhole: ParsedCatalog,
  own: OwnParsed,
  shown: (path: string) => string,
): Merged {
  const findings: CatalogFinding[] = [];
  const changes = noChanges();
  const shipped = withoutRemoved(shippedWhole, own, changes, findings);
  const over = <T extends { readonly id: string }>(
    records: readonly Placed<T>[],
    added: readonly Placed<T>[],
    kind: Parameters<typeof overlaid>[3],
  ): readonly Placed<T>[] => overlaid(records, added, byId, kind, changes);
  const merging = { changes, findings, shown };
  const catalog: ParsedCatalog = {
    strength: replacedBy(shipped.strength, own.strength, { kind: 'strength', id: 'strength' }, changes),
    facts: over(shipped.facts, own.facts, 'fact'),
    routes: over(shipped.routes, own.routes, 'route'),
    weights: mergedWeights(shipped.weights, own.weights, changes),
    roles: over(shipped.roles, own.roles, 'role'),
    sources: over(shipped.sources, own.sources, 'source'),
    directory: over(shipped.directory, own.directory, 'directory'),
    emergency: replacedBy(shipped.emergency, own.emergency, { kind: 'emergency', id: 'emergency' }, changes),
    practices: over(shipped.practices, own.practices, 'practice'),
    lintRules: shipped.lintRules,
    checklists: mergedLists(shipped.checklists, own, merging),
    actions: over(shipped.actions, own.actions, 'action'),
  };
  return { catalog, changes, findings };
}

function mergedLists(
  shipped: readonly ParsedChecklist[],
  own: OwnParsed,
  merging: Parameters<typeof mergedList>[2],
): readonly ParsedChecklist[] {
  const lists = new Map(own.lists.map((list) => [list.folder, list]));
  const known = new Set(shipped.map(({ folder }) => folder));
  return [
    ...shipped.flatMap((list) => {
      const over = lists.get(list.folder);
      return over === undefined ? [list] : (mergedList(list, over, merging) ?? []);
    }),
    ...own.lists
      .filter(({ folder }) => !known.has(folder))
      .flatMap((list) => mergedList(undefined, list, merging) ?? []),
  ];
}

/** Table by table: who changes the capacities keeps the severities. */
function mergedWeights(
  shipped: Placed<schema.WeightsSource>,
  own: OwnParsed['weights'],
  changes: Changes,
): Placed<schema.WeightsSource> {
  if (own === null) return shipped;
  for (const id of Object.keys(own.value)) changes.replaced.push({ kind: 'weights', id });
  // Both halves have been checked; this only tells the types so.
  return { ...own, value: schema.weights.parse({ ...shipped.value, ...own.value }) };
}
