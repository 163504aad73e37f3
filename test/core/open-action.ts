import type { OpenAction } from '../../src/core/plan/actions.ts';
import { action } from './sample.ts';

/** An open action as `[id, points of its gravest known gap, what it needs, over]`. */
export type OpenRow = readonly [string, number, (readonly string[])?, Partial<OpenAction>?];

export const open = ([id, points, after = [], over = {}]: OpenRow): OpenAction => ({
  action: action(id, { after }),
  closes: [],
  benefit: points,
  severity: 'major',
  effort: 1,
  priority: points,
  conditional: false,
  known: { severity: 'major', points },
  planned: { owner: null, due: null, status: 'todo', location: null },
  ...over,
});
