import type { QuickSet } from '../../model/catalog.ts';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { ParsedChecklist } from '../source/parse.ts';
import { elements, error, field, type Placed } from '../source/place.ts';
import type { ItemSource } from '../source/schema.ts';
import type { LintRule } from './content.ts';

/**
 * The quick check is written twice, in its list (the order) and at its items (the depth); they agree. A question of a
 * scene is asked only where it applies, and stays deeper so that no more than `most` of them join the ten.
 */
export const quickChecks: LintRule = (catalog) => catalog.checklists.flatMap(quickFindings);

type Quick = Pick<QuickSet, 'always' | 'byScene'>;

function quickFindings({ head, sections }: ParsedChecklist): readonly CatalogFinding[] {
  const items = new Map(sections.flatMap((section) => section.items).map((item) => [item.value.id, item]));
  const quick: Quick = head.value.quick ?? { always: [], byScene: [] };
  const placed = { value: quick, file: head.file, path: [...head.path, 'quick'] };
  const always = elements(field(placed, 'always'));
  const byScene = elements(field(placed, 'byScene'));
  return [
    ...always
      .filter(({ value }) => isDeeper(items.get(value)))
      .map((id) => error('quick-item-deeper', { item: id.value }, id)),
    ...byScene
      .filter(({ value }) => isUnconditional(items.get(value)))
      .map((id) => error('quick-item-unconditional', { item: id.value }, id)),
    ...[...items.values()]
      .filter(({ value }) => value.depth === 'quick' && !quick.always.includes(value.id))
      .map((item) => error('quick-item-unlisted', { item: item.value.id }, field(item, 'depth'))),
  ];
}

// An id nobody knows is the references' finding.
function isDeeper(item: Placed<ItemSource> | undefined): boolean {
  return item !== undefined && item.value.depth !== 'quick';
}

function isUnconditional(item: Placed<ItemSource> | undefined): boolean {
  return item !== undefined && !item.value.appliesWhen;
}
