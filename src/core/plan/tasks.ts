import type { Weights } from '../../model/catalog.ts';
import type { Task } from '../../model/plan.ts';
import type { IsoDate } from '../../model/text.ts';
import type { Danger } from '../dangers.ts';
import { compareIds } from '../gaps.ts';
import type { OpenAction } from './actions.ts';
import type { LegalTask, Schedule } from './schedule.ts';

/** Only find-outs ask for facts. */
const NO_FACTS: Task['facts'] = [];

/** Legal tasks of one wave by day. */
export function legalTasksIn(legal: readonly LegalTask[], placed: Schedule, wave: number): readonly Task[] {
  return legal
    .filter((task) => placed.legal.get(task.id) === wave)
    .sort((a, b) => compareIds(a.due, b.due) || compareIds(counted(a.id), counted(b.id)))
    .map(legalTaskOf);
}

/** An id by which t2 comes before t10. */
export const counted = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/** What begins to close a danger. */
export type MoveKind = 'decide' | 'first-step' | 'action';

/**
 * An action already begun goes on; one that is said to be done while its item still answers no has to be answered
 * again or kept on purpose, and so has a choice of management, which is nobody's job to schedule.
 */
export function moveKind({ planned, effort }: Pick<OpenAction, 'planned' | 'effort'>): MoveKind {
  if (effort === null || planned.status === 'done') return 'decide';
  return planned.status === 'doing' ? 'action' : 'first-step';
}

/** What begins to close the dangers, one an action, in their order; an action already begun stands among the actions. */
export function firstMoves(
  dangers: readonly Danger[],
  actions: ReadonlyMap<string, OpenAction>,
  due: IsoDate,
  { firstStep }: Weights,
): readonly Task[] {
  const moves = dangers.flatMap(({ item, action, beside }): readonly Task[] => {
    const open = actions.get(action);
    if (open === undefined) return [];
    const kind = moveKind(open);
    if (kind === 'action') return [];
    if (kind === 'decide') {
      const task = taskOf(open, kind, due, NOTHING);
      return [{ ...task, priority: 0, closes: [item, ...beside], status: 'todo' }];
    }
    return [taskOf(open, kind, due, { ...firstStep, tooLarge: false })];
  });
  return [...moves.filter(({ kind }) => kind === 'decide'), ...moves.filter(({ kind }) => kind !== 'decide')];
}

/** Actions of one wave in the plan's order. */
export function actionTasksIn(
  ordered: readonly OpenAction[],
  placed: Schedule,
  wave: number,
  due: IsoDate,
): readonly Task[] {
  return ordered
    .filter((open) => placed.actions.get(open.action.id) === wave)
    .map((open) =>
      taskOf(open, 'action', open.planned.due ?? due, {
        effort: open.effort ?? 0,
        minutes: 0,
        tooLarge: placed.tooLarge.has(open.action.id),
      }),
    );
}

function legalTaskOf({ id, role, effort, due, closes }: LegalTask): Task {
  return {
    id,
    kind: 'legal',
    action: null,
    effort,
    minutes: 0,
    benefit: 0,
    priority: 0,
    closes,
    facts: NO_FACTS,
    role,
    self: false,
    owner: null,
    due,
    status: 'todo',
    conditional: false,
    tooLarge: false,
  };
}

type Size = Pick<Task, 'effort' | 'minutes' | 'tooLarge'>;
const NOTHING: Size = { effort: 0, minutes: 0, tooLarge: false };

function taskOf(open: OpenAction, kind: MoveKind, due: IsoDate, { effort, minutes, tooLarge }: Size): Task {
  const { action, benefit, priority, closes, conditional, planned } = open;
  return {
    id: `${kind}:${action.id}`,
    kind,
    action: action.id,
    effort,
    minutes,
    benefit,
    priority,
    closes,
    facts: NO_FACTS,
    role: action.role,
    self: false,
    owner: planned.owner,
    due,
    status: planned.status,
    conditional,
    tooLarge,
  };
}
