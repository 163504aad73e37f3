import { compareActions, type OpenAction } from './actions.ts';

/**
 * By priority, where small deeds of a list a company only wishes for overtake nothing more urgent. A prerequisite stands
 * before the first that needs it, and so takes its priority. No action needs itself: the catalogue's lint holds that.
 */
export function withPrerequisitesFirst(actions: readonly OpenAction[]): readonly OpenAction[] {
  const open = new Map(actions.map((a) => [a.action.id, a]));
  const priority = new Map(
    actions.map((a) => [a, Math.min(a.priority, ...moreUrgent(actions, a).map((other) => other.priority))]),
  );
  const compare = (a: OpenAction, b: OpenAction): number =>
    (priority.get(b) ?? 0) - (priority.get(a) ?? 0) ||
    Number(a.optional) - Number(b.optional) ||
    compareActions(a, b);
  const ordered = new Set<OpenAction>();
  const add = (a: OpenAction): void => {
    const before = a.action.after.flatMap((id) => open.get(id) ?? []);
    before.sort(compare).forEach(add);
    ordered.add(a);
  };
  [...actions].sort(compare).forEach(add);
  return [...ordered];
}

/** What an optional action never overtakes, however cheap it is: every other one with a larger single gap. */
export function moreUrgent(actions: readonly OpenAction[], open: OpenAction): readonly OpenAction[] {
  if (!open.optional) return [];
  return actions.filter(
    (other) => !other.optional && other.effort !== null && other.largestGap > open.largestGap,
  );
}
