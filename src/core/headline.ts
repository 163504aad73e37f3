import type { Gap, Headline, ItemResult, Plan, Task } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';

const LINES = 3;
// "Half a day and no money": the kind of move a company can make this week, whatever else waits.
const HALF_A_DAY = 0.5;

/**
 * What a president reads: the largest gaps known to be open (わからない never ranks among them), the heaviest unknown
 * ones, and three next moves.
 */
export function headlineOf(
  items: readonly Pick<ItemResult, 'id' | 'state'>[],
  gaps: readonly Gap[],
  plan: Plan,
  catalog: Catalog,
): Omit<Headline, 'help'> {
  const unknown = new Set(items.filter(({ state }) => state === 'unknown').map(({ id }) => id));
  const pick = (wanted: (gap: Gap) => boolean): readonly string[] =>
    gaps
      .filter(wanted)
      .slice(0, LINES)
      .map((gap) => gap.item);
  return {
    dangers: pick((gap) => !gap.conditional),
    toAsk: pick((gap) => unknown.has(gap.item)),
    moves: movesOf(plan, catalog),
  };
}

/**
 * Three tasks, wave by wave: legal ones first, then what closes most, whatever it costs; one task an action, at most
 * one find-out, and at least one that takes half a day and no money.
 */
function movesOf(plan: Plan, catalog: Catalog): readonly string[] {
  const free = new Set(catalog.actions.filter((action) => action.cost === 'none').map((action) => action.id));
  const quick = ({ kind, effort, action }: Task): boolean =>
    effort <= HALF_A_DAY &&
    (kind === 'first-step' || kind === 'find-out' || (action !== null && free.has(action)));
  const candidates = plan.waves.flatMap((wave) =>
    [...wave.tasks].sort((a, b) => rank(a) - rank(b) || b.benefit - a.benefit),
  );
  const moves: Task[] = [];
  for (const task of candidates) {
    if (moves.length === LINES) break;
    if (moves.some((move) => clashes(move, task))) continue;
    moves.push(task);
  }
  if (moves.length === LINES && !moves.some(quick)) {
    const instead = candidates.find(
      (task) => quick(task) && !moves.slice(0, -1).some((move) => clashes(move, task)),
    );
    if (instead !== undefined) moves[LINES - 1] = instead;
  }
  return moves.map((task) => task.id);
}

/** An action begins with its first step: in one wave the step is the next move, the whole action the one after. */
const rank = (task: Task): number => (task.kind === 'legal' ? 0 : task.kind === 'action' ? 2 : 1);

const clashes = (a: Task, b: Task): boolean =>
  (a.kind === 'find-out' && b.kind === 'find-out') || (a.action !== null && a.action === b.action);
