import type { Answers } from '../../model/answers.ts';
import type { Gap, ItemResult, Score } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { AskEntry, Plan, Task } from '../../model/plan.ts';
import type { IsoDate } from '../../model/text.ts';
import type { Danger } from '../dangers.ts';
import { round4 } from '../score/score.ts';
import { capacityBySize, type OpenAction } from './actions.ts';
import { addDays } from './calendar.ts';
import { findOutTasks } from './find-outs.ts';
import { inOrder } from './order.ts';
import { NOTHING_PROJECTED, project } from './projection.ts';
import { BEYOND, type LegalTask, type Schedule, schedule } from './schedule.ts';
import { actionTasksIn, firstMoves, legalTasksIn } from './tasks.ts';

export interface PlanInput {
  readonly catalog: Catalog;
  readonly answers: Answers;
  readonly today: IsoDate;
  /** Person-days a month asked for on the command line; `null` = from the file, else by size. */
  readonly capacity: number | null;
  readonly items: readonly ItemResult[];
  readonly gaps: readonly Gap[];
  readonly dangers: readonly Danger[];
  readonly actions: readonly OpenAction[];
  readonly askList: readonly AskEntry[];
  readonly legal: readonly LegalTask[];
  readonly overall: Score;
}

/** The action plan: what to do until when under the room there is, and where it leads (`docs/scoring.md` §7). */
export function planOf(input: PlanInput): Plan {
  const { catalog, answers, actions, legal } = input;
  const { waves } = catalog.weights;
  const start = answers.plan.start ?? input.today;
  const { capacity, capacityFrom } = capacityOf(input);
  const dues = waves.map((wave) => addDays(start, wave.days));
  const dangers = input.dangers.map(({ action }) => action);
  const todo = actions.filter((open) => open.planned.status !== 'done');
  const ordered = inOrder(todo, dangers);
  const placed = schedule({ legal, ordered, dangers, dues, capacity, waves });
  const tasks = tasksOf(input, ordered, placed, dues);
  const projections = project(input.items, input.overall, tasks);
  const used = usedUpTo(tasks);
  return {
    start,
    capacity,
    capacityFrom,
    waves: waves.map(({ id, days }, wave) => ({
      id,
      due: dues[wave] ?? start,
      room: round4((capacity * days) / 30),
      used: round4(used[wave] ?? 0),
      tasks: tasks[wave] ?? [],
      projected: projections[wave] ?? NOTHING_PROJECTED,
    })),
    overfull: placed.overfull,
    legalOverfull: placed.legalOverfull,
    beyond: beyondOf(ordered, placed),
    choices: ordered
      .filter((open) => open.effort === null)
      .map(({ action, benefit, closes }) => ({ action: action.id, benefit, closes })),
    done: actions.filter((open) => open.planned.status === 'done').map((open) => open.action.id),
  };
}

/** By wave: the law, what the dangers ask first, questions, actions. */
function tasksOf(
  { legal, askList, gaps, dangers, actions, catalog }: PlanInput,
  ordered: readonly OpenAction[],
  placed: Schedule,
  dues: readonly IsoDate[],
): readonly (readonly Task[])[] {
  const { weights } = catalog;
  const open = new Map(actions.map((a) => [a.action.id, a]));
  const findOuts = findOutTasks(askList, gaps, dues, weights);
  return dues.map((due, wave) => [
    ...legalTasksIn(legal, placed, wave),
    ...(wave === 0 ? firstMoves(dangers, open, due, weights) : []),
    ...(findOuts[wave] ?? []),
    ...actionTasksIn(ordered, placed, wave, due),
  ]);
}

function beyondOf(ordered: readonly OpenAction[], { actions, tooLarge }: Schedule): Plan['beyond'] {
  const beyond = ordered
    .filter((open) => actions.get(open.action.id) === BEYOND)
    .map(({ action, benefit, closes, effort }) => ({
      action: action.id,
      benefit,
      closes,
      effort: effort ?? 0,
      tooLarge: tooLarge.has(action.id),
    }));
  return [...beyond.filter((b) => b.tooLarge), ...beyond.filter((b) => !b.tooLarge)];
}

/** Person-days of each wave and all before it: finished ones were spent before the plan began. */
function usedUpTo(waves: readonly (readonly Task[])[]): readonly number[] {
  let sum = 0;
  return waves.map((tasks) => {
    for (const { kind, effort } of tasks) if (kind !== 'first-step') sum += effort;
    return sum;
  });
}

function capacityOf({ catalog, answers, capacity }: PlanInput): Pick<Plan, 'capacity' | 'capacityFrom'> {
  if (capacity !== null) return { capacity, capacityFrom: 'option' };
  if (answers.plan.capacity !== null) return { capacity: answers.plan.capacity, capacityFrom: 'file' };
  return { capacity: capacityBySize(answers.company.employees, catalog.weights), capacityFrom: 'size' };
}
