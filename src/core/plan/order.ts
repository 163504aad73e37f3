import { compareIds, SEVERITIES } from '../gaps.ts';
import type { OpenAction } from './actions.ts';

/**
 * The one order of the plan (`docs/scoring.md` §7): the actions of the dangers as they are named, then those that close
 * a known critical gap, a known major one, a known minor one, and last what asking may close; inside each the gravest
 * known gap first, then the least effort, then the id. A prerequisite stands directly before what first needs it. No
 * action needs itself: the catalogue's lint holds that.
 */
export function inOrder(actions: readonly OpenAction[], dangers: readonly string[]): readonly OpenAction[] {
  const open = new Map(actions.map((a) => [a.action.id, a]));
  const compare = byGravity(actions, dangers);
  const ordered = new Set<OpenAction>();
  const add = (a: OpenAction): void => {
    if (ordered.has(a)) return;
    if (a.action.after.length > 0) {
      const before = a.action.after.flatMap((id) => open.get(id) ?? []);
      before.sort(compare).forEach(add);
    }
    ordered.add(a);
  };
  [...actions].sort(compare).forEach(add);
  return [...ordered];
}

function byGravity(
  actions: readonly OpenAction[],
  dangers: readonly string[],
): (a: OpenAction, b: OpenAction) => number {
  // Looked up once an action: the comparison runs some five hundred times for one company.
  const ranks = new Map(actions.map((open) => [open, rankOf(open, dangers)]));
  const rank = (open: OpenAction): number => ranks.get(open) ?? 0;
  return (a, b) =>
    rank(a) - rank(b) ||
    (b.known?.points ?? 0) - (a.known?.points ?? 0) ||
    (a.effort ?? 0) - (b.effort ?? 0) ||
    compareIds(a.action.id, b.action.id);
}

function rankOf({ action, known }: OpenAction, dangers: readonly string[]): number {
  const danger = dangers.indexOf(action.id);
  if (danger !== -1) return danger - dangers.length;
  return known === null ? SEVERITIES.length : SEVERITIES.indexOf(known.severity);
}

/** The actions named and everything open that has to be finished before them. */
export function withPrerequisites(
  ids: readonly string[],
  actions: readonly OpenAction[],
): ReadonlySet<string> {
  const after = new Map(actions.map(({ action }) => [action.id, action.after]));
  const all = new Set<string>();
  const add = (id: string): void => {
    if (all.has(id) || !after.has(id)) return;
    all.add(id);
    after.get(id)?.forEach(add);
  };
  ids.forEach(add);
  return all;
}
