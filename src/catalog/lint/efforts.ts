import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import { error, field, type Placed, warning } from '../source/place.ts';
import { itemsOf, type LintRule } from './content.ts';

/** Person-days; the lower bound of `docs/scoring.md` §6. */
const MIN_EFFORT = 0.25;

/** Effort below a quarter of a day is no estimate; a larger company seldom needs less than a smaller one. */
export const efforts: LintRule = (catalog) =>
  catalog.actions.flatMap((action) => {
    const { value, file, path } = field(action, 'effort');
    if (value === null) return choiceOfGraveGap(catalog, action.value.id, { value, file, path });
    const effort = { value, file, path };
    const { small, medium, large } = value;
    return [
      ...(['small', 'medium', 'large'] as const)
        .filter((size) => value[size] < MIN_EFFORT)
        .map((size) =>
          error('effort-too-small', { effort: value[size], min: MIN_EFFORT }, field(effort, size)),
        ),
      ...(small <= medium && medium <= large
        ? []
        : [warning('effort-not-rising', { action: action.value.id }, effort)]),
    ];
  });

/**
 * A choice of management is never scheduled: a critical or major gap that only such a choice closes would stand on page
 * 1 with nothing to do about it.
 */
function choiceOfGraveGap(
  catalog: ParsedCatalog,
  action: string,
  effort: Placed<null>,
): readonly CatalogFinding[] {
  const grave = itemsOf(catalog).find(({ value }) => value.action === action && value.severity !== 'minor');
  if (grave === undefined) return [];
  const { id, severity } = grave.value;
  return [error('effort-missing', { action, item: id, severity }, effort)];
}
