import type { Technology } from '../../model/answers.ts';
import type {
  Determination,
  VerdictCondition,
  VerdictField,
  VerdictRule,
} from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { type Ground, holds, valuesAt } from './condition.ts';
import { isOpen } from './facts.ts';
import { groundOf, verdictOf } from './verdict.ts';

/**
 * Fields whose answer may still change the verdict on a technology or what stands beside it, each once, in the order
 * the rules look at them. What no answer can change any more is not among them: with `informReceived: yes` the list is
 * empty, for nothing outdoes that.
 *
 * `left` are fields a person has just been asked for and does not know: for the rest of the conversation their tests
 * have the result they have now.
 */
export function openFields(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
  left: ReadonlySet<string> = new Set(),
): readonly VerdictField[] {
  const ground = groundOf(technology, determination, today);
  const look: Look = { ground, technology, left };
  const verdict = verdictOf(technology, determination, today);
  const { outcome } = verdict.secondary ?? verdict;
  // What stands beside a verdict speaks of a report that may be due: where none is, its questions would only cost time.
  const mayBeDue = outcome === 'report-required' || outcome === 'confirm';
  const beside = mayBeDue ? determination.flags.flatMap(({ when }) => tried(when, look).open) : [];
  return [...new Set([...openInRules(determination.rules, look), ...beside])];
}

interface Look {
  readonly ground: Ground;
  readonly technology: Technology;
  readonly left: ReadonlySet<string>;
}

/** What can be said of a condition now, and the fields it still turns on. */
interface Result {
  readonly state: 'holds' | 'fails' | 'maybe';
  readonly open: readonly VerdictField[];
}

const HOLDS: Result = { state: 'holds', open: [] };
const FAILS: Result = { state: 'fails', open: [] };

/** Up to the first rule that holds whatever is answered; behind it only where it gives a second outlook. */
function openInRules(rules: readonly VerdictRule[], look: Look): readonly VerdictField[] {
  const open: VerdictField[] = [];
  for (const rule of rules) {
    const result = everyOf([
      tried(rule.when, look),
      ...rule.needs.map((need) => onlyWhen(need.onlyWhen, look, () => tried(need.test, look))),
    ]);
    open.push(...result.open);
    if (result.state === 'holds' && !rule.outlook) break;
  }
  return open;
}

/** A need that does not arise is met; one that may arise turns on whether it does. */
function onlyWhen(condition: VerdictCondition | null, look: Look, need: () => Result): Result {
  const arises = tried(condition, look);
  return arises.state === 'fails' ? HOLDS : arises.state === 'holds' ? need() : arises;
}

function tried(condition: VerdictCondition | null, look: Look): Result {
  if (condition === null) return HOLDS;
  if ('all' in condition) return everyOf(condition.all.map((part) => tried(part, look)));
  if ('any' in condition) return not(everyOf(condition.any.map((part) => not(tried(part, look)))));
  if ('not' in condition) return not(tried(condition.not, look));
  const asked = askedFor(condition.field, look);
  const open = isOpen(valuesAt(condition.field, look.ground));
  if (open && asked !== null && !look.left.has(asked)) return { state: 'maybe', open: [asked] };
  return holds(condition, look.ground) ? HOLDS : FAILS;
}

function everyOf(results: readonly Result[]): Result {
  if (results.some(({ state }) => state === 'fails')) return FAILS;
  const open = results.flatMap((result) => result.open);
  return open.length === 0 ? HOLDS : { state: 'maybe', open };
}

const not = ({ state, open }: Result): Result => ({
  state: state === 'holds' ? 'fails' : state === 'fails' ? 'holds' : 'maybe',
  open,
});

/** The field to ask for where a condition looks at a worked-out fact; `null` = asking would be of no use. */
function askedFor(field: VerdictField, { technology }: Look): VerdictField | null {
  switch (field) {
    case 'families':
      return 'family';
    case 'contractTime':
      // Before a contract is signed it has no date.
      return technology.stage === 'signed' || technology.stage === 'provided' ? 'contractDate' : null;
    case 'reportTime':
      return technology.reportedOn === null ? 'reportedOn' : 'decisionDate';
    default:
      return field;
  }
}
