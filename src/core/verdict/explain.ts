import type { Technology } from '../../model/answers.ts';
import type { VerdictOutcome } from '../../model/assessment.ts';
import type {
  Determination,
  VerdictCondition,
  VerdictField,
  VerdictRule,
  VerdictTest,
} from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { type Ground, holds, stateOf, type TestState, valuesAt } from './condition.ts';
import { neededNow, tryRules } from './rules.ts';
import { groundOf } from './verdict.ts';

/** One look a rule took: at which field, what stood there, and what that meant for the rule. */
export interface LookExplained {
  readonly field: VerdictField;
  /** Part of the condition, or something the rule rests on beside it. */
  readonly of: 'when' | 'needs';
  /** What was looked for; where `negated`, what must not be there. */
  readonly test: VerdictTest;
  readonly negated: boolean;
  readonly values: readonly string[];
  /** Of the look as a whole: a negated one holds where its test does not pass. */
  readonly state: TestState;
}

export interface RuleExplained {
  readonly rule: string;
  readonly outcome: VerdictOutcome;
  readonly holds: boolean;
  /**
   * The looks that settled it: all of them where the rule holds; else what its condition lacks, or, where the
   * condition holds, what its needs lack. Needs of a rule whose condition fails explain nothing.
   */
  readonly because: readonly LookExplained[];
}

/** The rules tried in their order, up to the one that holds, and why each of them held or did not. */
export function explainVerdict(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
): readonly RuleExplained[] {
  const ground = groundOf(technology, determination, today);
  return tryRules(determination.rules, ground).map(({ rule, holds: held }) => ({
    rule: rule.id,
    outcome: rule.outcome,
    holds: held,
    because: becauseOf(rule, held, ground),
  }));
}

function becauseOf(rule: VerdictRule, held: boolean, ground: Ground): readonly LookExplained[] {
  const when = looksIn(rule.when, false, ground);
  const needs = neededNow(rule.needs, ground).map(({ test }) => lookOf(test, 'needs', false, ground));
  if (held) return [...when, ...needs];
  return (holds(rule.when, ground) ? needs : when).filter(({ state }) => state !== 'holds');
}

/** The single looks of a condition, in the order they are written. */
function looksIn(
  condition: VerdictCondition | null,
  negated: boolean,
  ground: Ground,
): readonly LookExplained[] {
  if (condition === null) return [];
  if ('all' in condition) return condition.all.flatMap((part) => looksIn(part, negated, ground));
  if ('any' in condition) return condition.any.flatMap((part) => looksIn(part, negated, ground));
  if ('not' in condition) return looksIn(condition.not, !negated, ground);
  return [lookOf(condition, 'when', negated, ground)];
}

function lookOf(test: VerdictTest, of: LookExplained['of'], negated: boolean, ground: Ground): LookExplained {
  const state = stateOf(test, ground);
  return {
    field: test.field,
    of,
    test,
    negated,
    values: valuesAt(test.field, ground),
    state: negated ? (state === 'holds' ? 'fails' : 'holds') : state,
  };
}
