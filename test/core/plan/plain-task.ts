import type { Task } from '../../../src/model/plan.ts';

/** What most tasks of a plan say; a test writes over what it is about. */
export const plainTask = {
  action: null,
  effort: 0,
  minutes: 0,
  benefit: 0,
  priority: 0,
  facts: [],
  self: false,
  owner: null,
  status: 'todo',
  conditional: false,
  tooLarge: false,
} as const satisfies Partial<Task>;
