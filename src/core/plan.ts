import type { Answers } from '../model/answers.ts';
import type { AskEntry, Gap, ItemResult, Plan, Score, Task } from '../model/assessment.ts';
import type { Catalog, Weights } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import { capacityBySize, type OpenAction } from './actions.ts';
import { addDays } from './calendar.ts';
import { compareIds, compareSeverity } from './gaps.ts';
import { withPrerequisitesFirst } from './order.ts';
import { NOTHING_PROJECTED, project } from './projection.ts';
import { createRoom } from './room.ts';
import { type FindOut, type LegalTask, type Schedule, schedule } from './schedule.ts';
import { round4 } from './score.ts';

export interface PlanInput {
  readonly catalog: Catalog;
  readonly answers: Answers;
  readonly today: IsoDate;
  /** Person-days a month asked for on the command line; `null` = from the file, else by size. */
  readonly capacity: number | null;
  readonly items: readonly ItemResult[];
  readonly gaps: readonly Gap[];
  readonly actions: readonly OpenAction[];
  readonly askList: readonly AskEntry[];
  readonly legal: readonly LegalTask[];
  readonly overall: Score;
}

/** The action plan: what to do until when under the room there is, and where it leads (`docs/scoring.md` §7). */
export function planOf(input: PlanInput): Plan {
  const { catalog, answers, actions } = input;
  const { weights } = catalog;
  const start = answers.plan.start ?? input.today;
  const { capacity, capacityFrom } = capacityOf(input);
  const dues = weights.waves.map((wave) => addDays(start, wave.days));
  const { upTo } = createRoom(capacity, weights.waves);
  const todo = actions.filter((open) => open.planned.status !== 'done');
  const findOuts = findOutsOf(input);
  const ordered = withPrerequisitesFirst(todo);
  const placed = schedule(input.legal, findOuts, ordered, dues, capacity, weights);
  const tasks = weights.waves.map((_, wave) => [
    ...legalTasks(input.legal, placed, wave),
    ...(wave === 0 ? firstSteps(todo, dues[0] ?? start, weights) : []),
    ...findOutTasks(findOuts, placed, wave, dues[wave] ?? start),
    ...actionTasks(ordered, placed, wave, dues[wave] ?? start),
  ]);
  const projections = project(input.items, input.overall, tasks);
  const used = usedUpTo(tasks);
  return {
    start,
    capacity,
    capacityFrom,
    waves: weights.waves.map(({ id }, wave) => ({
      id,
      due: dues[wave] ?? start,
      room: round4(upTo[wave] ?? 0),
      used: round4(used[wave] ?? 0),
      tasks: tasks[wave] ?? [],
      projected: projections[wave] ?? NOTHING_PROJECTED,
    })),
    beyond: ordered
      .filter((open) => placed.actions.get(open.action.id) === -1)
      .map(({ action, benefit, closes, effort }) => ({
        action: action.id,
        benefit,
        closes,
        effort: effort ?? 0,
      })),
    choices: ordered
      .filter((open) => open.effort === null)
      .map(({ action, benefit, closes }) => ({ action: action.id, benefit, closes })),
    done: actions.filter((open) => open.planned.status === 'done').map((open) => open.action.id),
  };
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

function findOutsOf({ askList, gaps, catalog }: PlanInput): readonly FindOut[] {
  const { effort, perQuestions } = catalog.weights.findOut;
  const points = new Map(gaps.map((gap) => [gap.item, gap.points]));
  return askList
    .map(({ role, items, facts }) => ({
      role,
      closes: items,
      effort: effort * Math.ceil((items.length + facts.length) / perQuestions),
      benefit: items.reduce((sum, item) => sum + (points.get(item) ?? 0), 0),
    }))
    .sort((a, b) => b.benefit - a.benefit || compareIds(a.role, b.role));
}

function legalTasks(legal: readonly LegalTask[], placed: Schedule, wave: number): readonly Task[] {
  return legal
    .filter((task) => placed.legal.get(task.id) === wave)
    .sort((a, b) => compareIds(a.due, b.due) || compareIds(counted(a.id), counted(b.id)))
    .map(({ id, role, effort, due, closes }) => ({
      id,
      role,
      effort,
      due,
      closes,
      kind: 'legal',
      action: null,
      benefit: 0,
      priority: 0,
      owner: null,
      status: 'todo',
      conditional: false,
    }));
}

/** An id by which t2 comes before t10. */
const counted = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/** The first hour of the most urgent actions, by their largest single gap: urgency, not the best ratio. */
function firstSteps(actions: readonly OpenAction[], due: IsoDate, weights: Weights): readonly Task[] {
  return [...actions]
    .filter((open) => open.effort !== null && open.planned.status === 'todo')
    .sort(
      (a, b) =>
        b.largestGap - a.largestGap ||
        compareSeverity(a.severity, b.severity) ||
        compareIds(a.action.id, b.action.id),
    )
    .slice(0, weights.firstStep.count)
    .map((open) => taskOf(open, 'first-step', weights.firstStep.effort, due));
}

function findOutTasks(
  findOuts: readonly FindOut[],
  placed: Schedule,
  wave: number,
  due: IsoDate,
): readonly Task[] {
  return findOuts
    .filter((findOut) => placed.findOuts.get(findOut.role) === wave)
    .map(({ role, closes, effort, benefit }) => ({
      id: `find-out:${role}`,
      kind: 'find-out',
      action: null,
      effort,
      benefit,
      priority: benefit / effort,
      closes,
      role,
      owner: null,
      due,
      status: 'todo',
      conditional: true,
    }));
}

function actionTasks(
  ordered: readonly OpenAction[],
  placed: Schedule,
  wave: number,
  due: IsoDate,
): readonly Task[] {
  return ordered
    .filter((open) => placed.actions.get(open.action.id) === wave)
    .map((open) => taskOf(open, 'action', open.effort ?? 0, open.planned.due ?? due));
}

function taskOf(open: OpenAction, kind: 'first-step' | 'action', effort: number, due: IsoDate): Task {
  const { action, benefit, priority, closes, conditional, planned } = open;
  return {
    id: `${kind}:${action.id}`,
    kind,
    action: action.id,
    effort,
    benefit,
    priority,
    closes,
    role: action.role,
    owner: planned.owner,
    status: planned.status,
    conditional,
    due,
  };
}
