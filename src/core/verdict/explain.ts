import type { Technology } from '../../model/answers.ts';
import type { VerdictOutcome } from '../../model/assessment.ts';
import type { Determination, VerdictField, VerdictRule } from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { type Ground, stateOf, type TestState, testsIn, valuesAt } from './condition.ts';
import { neededNow, tryRules } from './rules.ts';
import { groundOf } from './verdict.ts';

/** One look a rule took: at which field, what stood there, and what that meant for the rule. */
export interface LookExplained {
  readonly field: VerdictField;
  /** Part of the condition, or something the rule rests on beside it. */
  readonly of: 'when' | 'needs';
  readonly values: readonly string[];
  readonly state: TestState;
}

export interface RuleExplained {
  readonly rule: string;
  readonly outcome: VerdictOutcome;
  readonly holds: boolean;
  readonly looks: readonly LookExplained[];
}

/** The rules tried in their order, up to the one that holds, and why each of them held or did not. */
export function explainVerdict(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
): readonly RuleExplained[] {
  const ground = groundOf(technology, determination, today);
  return tryRules(determination.rules, ground).map(({ rule, holds }) => ({
    rule: rule.id,
    outcome: rule.outcome,
    holds,
    looks: looksOf(rule, ground),
  }));
}

function looksOf(rule: VerdictRule, ground: Ground): readonly LookExplained[] {
  const look =
    (of: LookExplained['of']) =>
    (test: Parameters<typeof stateOf>[0]): LookExplained => ({
      field: test.field,
      of,
      values: valuesAt(test.field, ground),
      state: stateOf(test, ground),
    });
  return [
    ...testsIn(rule.when).map(look('when')),
    ...neededNow(rule.needs, ground).map(({ test }) => look('needs')(test)),
  ];
}
