import { error, field, warning } from '../place.ts';
import type { LintRule } from './content.ts';

/** Person-days; the lower bound of `docs/scoring.md` §6. */
const MIN_EFFORT = 0.25;

/** Effort below a quarter of a day is no estimate; a larger company seldom needs less than a smaller one. */
export const efforts: LintRule = (catalog) =>
  catalog.actions.flatMap((action) => {
    const { value, file, path } = field(action, 'effort');
    if (value === null) return [];
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
