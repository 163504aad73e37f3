import { error, field } from '../source/place.ts';
import type { LintRule } from './content.ts';

/** A list counts readiness by class or not at all: an item without a class would silently fall out of the counts. */
export const readinessClasses: LintRule = (catalog) =>
  catalog.checklists.flatMap(({ sections }) => {
    const items = sections.flatMap((section) => section.items);
    if (!items.some(({ value }) => value.readiness)) return [];
    return items
      .filter(({ value }) => !value.readiness)
      .map((item) => error('readiness-missing', { item: item.value.id }, field(item, 'id')));
  });
