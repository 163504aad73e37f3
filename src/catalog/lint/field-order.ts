import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { finding, keyLocationAt, nodeOf, type Placed } from '../source/place.ts';
import { itemsOf, type LintRule } from './content.ts';

/** Fields stand in one order everywhere, so that a reviewer's eye finds them: what is read first comes first. */
export const ITEM_FIELDS = [
  'id',
  'title',
  'question',
  'yesMeans',
  'why',
  'example',
  'gap',
  'scene',
  'appliesWhen',
  'gapWhen',
  'severity',
  'readiness',
  'depth',
  'routes',
  'notApplicable',
  'sameAs',
  'proposes',
  'evidence',
  'askRole',
  'action',
  'caution',
  'expert',
  'confidence',
  'sources',
] as const;

export const ACTION_FIELDS = [
  'id',
  'title',
  'why',
  'firstStep',
  'steps',
  'effort',
  'cost',
  'role',
  'evidence',
  'after',
  'help',
  'practice',
  'caution',
  'expert',
] as const;

export const fieldOrder: LintRule = (catalog) => [
  ...itemsOf(catalog).flatMap((item) => outOfOrder(item, ITEM_FIELDS)),
  ...catalog.actions.flatMap((action) => outOfOrder(action, ACTION_FIELDS)),
];

/** The first field that stands behind one it belongs before; the rest of a record often follows from it. */
function outOfOrder({ file, path }: Placed<unknown>, order: readonly string[]): readonly CatalogFinding[] {
  const node = nodeOf(file.root, path);
  if (node?.kind !== 'map') return [];
  let last = '';
  for (const { key } of node.entries) {
    if (order.indexOf(key) < order.indexOf(last)) {
      const args = { field: key, before: last };
      return [finding('error', 'field-out-of-order', args, file.path, keyLocationAt(file, path, key))];
    }
    last = key;
  }
  return [];
}
