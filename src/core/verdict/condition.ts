import type { VerdictCondition, VerdictDay, VerdictField, VerdictTest } from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { hasContent } from '../../text/has-words.ts';
import { isOpen, type VerdictFacts } from './facts.ts';

/** Everything a condition is judged on. */
export interface Ground {
  readonly facts: VerdictFacts;
  readonly today: IsoDate;
  readonly amendedOn: IsoDate;
}

/** Whether a condition holds. What is not known makes a test false; a rule that must not profit from that has needs. */
export function holds(condition: VerdictCondition | null, ground: Ground): boolean {
  if (condition === null) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, ground));
  if ('any' in condition) return condition.any.some((part) => holds(part, ground));
  if ('not' in condition) return !holds(condition.not, ground);
  return passes(condition, ground);
}

export type TestState = 'holds' | 'open' | 'fails';

/** `open` = nothing usable is known: no answer, no basis, or a check of a day that does not count. */
export function stateOf(test: VerdictTest, ground: Ground): TestState {
  if (passes(test, ground)) return 'holds';
  return !('in' in test) || isOpen(valuesAt(test.field, ground)) ? 'open' : 'fails';
}

export const valuesAt = (field: VerdictField, { facts }: Ground): readonly string[] => facts.get(field) ?? [];

function passes(test: VerdictTest, ground: Ground): boolean {
  const values = valuesAt(test.field, ground);
  if ('in' in test) return values.some((value) => test.in.includes(value));
  if ('given' in test) return values.some(hasContent);
  const date = values[0];
  if (date === undefined) return false;
  const day = (name: VerdictDay): IsoDate =>
    name === 'today' ? ground.today : name === 'amended-on' ? ground.amendedOn : name;
  return (
    (test.from === undefined || date >= day(test.from)) &&
    (test.until === undefined || date <= day(test.until)) &&
    (test.before === undefined || date < day(test.before))
  );
}
