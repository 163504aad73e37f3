import type { DangerPair, Gap, Headline, ItemResult, Verdict } from '../model/assessment.ts';
import type { Plan, Task } from '../model/plan.ts';
import { type Danger, LINES } from './dangers.ts';
import { compareIds } from './gaps.ts';
import type { OpenAction } from './plan/actions.ts';
import { counted, moveKind } from './plan/tasks.ts';
import { technologyOf } from './verdict/tasks.ts';

export interface HeadlineInput {
  readonly items: readonly Pick<ItemResult, 'id' | 'state'>[];
  readonly gaps: readonly Gap[];
  readonly dangers: readonly Danger[];
  readonly actions: readonly OpenAction[];
  readonly verdicts: readonly Pick<Verdict, 'technology' | 'outcome'>[];
  readonly plan: Pick<Plan, 'waves'>;
}

/**
 * What a president reads: the largest gaps known to be open (わからない never ranks among them) with what begins to
 * close each, the heaviest unknown ones, and what the law asks first.
 */
export function headlineOf(input: HeadlineInput): Omit<Headline, 'help'> {
  const { items, gaps, dangers, plan, verdicts } = input;
  const unknown = new Set(items.filter(({ state }) => state === 'unknown').map(({ id }) => id));
  const toAsk = gaps.filter((gap) => unknown.has(gap.item)).map((gap) => gap.item);
  const legal = legalMoves(plan, verdicts);
  const pairs = pairsOf(input);
  const moves = pairs.map(({ move }) => move);
  return {
    dangers: dangers.map(({ item }) => item),
    toAsk: toAsk.slice(0, LINES),
    // The law comes beside the three, or it would push a danger's move off the page.
    moves: [...legal, ...moves, ...more(plan, moves)],
    pairs,
    legal,
  };
}

function pairsOf({ dangers, actions }: HeadlineInput): readonly DangerPair[] {
  const open = new Map(actions.map((a) => [a.action.id, a]));
  return dangers.flatMap(({ item, action, beside }) => {
    const found = open.get(action);
    return found === undefined ? [] : [{ danger: item, beside, move: `${moveKind(found)}:${action}` }];
  });
}

/** Where there are fewer than three dangers: the heaviest questions, then the next actions. */
function more({ waves }: Pick<Plan, 'waves'>, moves: readonly string[]): readonly string[] {
  const tasks = waves.flatMap((wave) => wave.tasks);
  const begun = new Set(tasks.filter(({ id }) => moves.includes(id)).map(({ action }) => action));
  const findOut = tasks.find(({ kind }) => kind === 'find-out');
  const actions = tasks.filter(({ kind, action }) => kind === 'action' && !begun.has(action));
  return [...(findOut === undefined ? [] : [findOut]), ...actions]
    .slice(0, LINES - moves.length)
    .map(({ id }) => id);
}

/** What must not wait, the gravest first; every other outcome of a reading comes behind. */
const GRAVE: readonly Verdict['outcome'][] = ['stop', 'list-control-first', 'report-required'];
/** 直ちに and 30日. */
const SOON = 2;

function legalMoves({ waves }: Pick<Plan, 'waves'>, verdicts: HeadlineInput['verdicts']): readonly string[] {
  const outcomes = new Map(verdicts.map(({ technology, outcome }) => [technology, outcome]));
  const rank = ({ id }: Pick<Task, 'id'>): number => {
    const outcome = outcomes.get(technologyOf(id));
    const grave = outcome === undefined ? -1 : GRAVE.indexOf(outcome);
    return grave === -1 ? GRAVE.length : grave;
  };
  return waves
    .flatMap((wave, index) =>
      wave.tasks.filter((task) => task.kind === 'legal' && (index < SOON || rank(task) < GRAVE.length)),
    )
    .sort((a, b) => rank(a) - rank(b) || compareIds(a.due, b.due) || compareIds(counted(a.id), counted(b.id)))
    .map(({ id }) => id);
}
