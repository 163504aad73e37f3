import type { Need, VerdictField, VerdictRule } from '../../model/determination.ts';
import { type Ground, holds, stateOf, valuesAt } from './condition.ts';
import { isOpen } from './facts.ts';

/** What came of trying one rule. */
export interface Tried {
  readonly rule: VerdictRule;
  readonly holds: boolean;
  /** Needs nothing is known of, where knowing them could still make the rule hold. */
  readonly missing: readonly VerdictField[];
}

/** The rules in their order up to the first that holds. */
export function tryRules(rules: readonly VerdictRule[], ground: Ground): readonly Tried[] {
  const tried: Tried[] = [];
  for (const rule of rules) {
    const result = tryRule(rule, ground);
    tried.push(result);
    if (result.holds) break;
  }
  return tried;
}

export function tryRule(rule: VerdictRule, ground: Ground): Tried {
  if (!holds(rule.when, ground)) return { rule, holds: false, missing: [] };
  const needs = neededNow(rule.needs, ground).map(({ test }) => ({ test, state: stateOf(test, ground) }));
  const refuted = needs.some(({ state }) => state === 'fails');
  const open = needs.filter(({ state }) => state === 'open').map(({ test }) => test.field);
  return { rule, holds: !refuted && open.length === 0, missing: refuted ? [] : open };
}

export const neededNow = (needs: readonly Need[], ground: Ground): readonly Need[] =>
  needs.filter(({ onlyWhen }) => holds(onlyWhen, ground));

/** What the rule that won would like to know, as far as it is not known. */
export function openAsks({ asks }: VerdictRule, ground: Ground): readonly VerdictField[] {
  return asks
    .filter(({ onlyWhen }) => holds(onlyWhen, ground))
    .map(({ field }) => field)
    .filter((field) => isOpen(valuesAt(field, ground)));
}
