import type { OpenAction } from '../../src/core/actions.ts';
import { action } from './sample.ts';

/** An open action as `[id, priority, what it needs, over]`. */
export type OpenRow = readonly [string, number, (readonly string[])?, Partial<OpenAction>?];

export const open = ([id, priority, after = [], over = {}]: OpenRow): OpenAction => ({
  action: action(id, { after }),
  closes: [],
  benefit: priority,
  largestGap: 1,
  severity: 'major',
  effort: 1,
  priority,
  conditional: false,
  criticalGap: 0,
  optional: false,
  planned: { owner: null, due: null, status: 'todo', location: null },
  ...over,
});
