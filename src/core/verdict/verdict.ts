import type { Technology } from '../../model/answers.ts';
import type { Verdict } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Determination, VerdictField, VerdictRule } from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';
import { addDays } from '../plan/calendar.ts';
import { type Ground, holds, valuesAt } from './condition.ts';
import { verdictFacts } from './facts.ts';
import { openAsks, type Tried, tryRules } from './rules.ts';

/** The verdict on every technology, in the order of the file: whatever the profile says, a listed technology is judged. */
export function verdictsOf(
  technologies: readonly Technology[],
  { determination }: Pick<Catalog, 'determination'>,
  today: IsoDate,
  answeredOn: IsoDate | null = null,
): readonly Verdict[] {
  if (determination === undefined) return [];
  return technologies.map((technology) => verdictOf(technology, determination, today, answeredOn));
}

export function groundOf(technology: Technology, determination: Determination, today: IsoDate): Ground {
  return { facts: verdictFacts(technology, determination), today, amendedOn: determination.amendedOn };
}

/**
 * The verdict on one technology: the first rule that holds, what is missing, and the flags beside it
 * (`docs/scoring.md` §8). Never "not subject" without its basis: where that is missing the rule does not hold.
 */
export function verdictOf(
  technology: Technology,
  determination: Determination,
  today: IsoDate,
  answeredOn: IsoDate | null = null,
): Verdict {
  const ground = groundOf(technology, determination, today);
  const tried = tryRules(determination.rules, ground);
  const { rule } = lastOf(tried);
  const outlook = rule.outlook ? tryRules(rulesBehind(rule, determination), ground) : [];
  const second = outlook.length === 0 ? null : lastOf(outlook).rule;
  const { familyAsOf } = technology;
  return {
    technology: technology.id,
    checklist: determination.checklist,
    outcome: rule.outcome,
    rule: rule.id,
    secondary: second === null ? null : { rule: second.id, outcome: second.outcome },
    flags: flagsOf(rule, determination, ground),
    missing: missingOf(tried, outlook, ground),
    basis: basisOf(rule),
    asOf: familyAsOf !== null && familyAsOf <= today ? familyAsOf : determination.asOf,
    validUntil: validUntilOf(rule, determination, ground, answeredOn),
    deadlines: deadlinesOf(technology, rule, determination, today),
    location: technology.location,
  };
}

function lastOf(tried: readonly Tried[]): Tried {
  const last = tried.at(-1);
  // The catalogue's lint holds the last rule to be unconditional; without rules there is nothing to say.
  if (last === undefined) throw new Error('a determination without rules');
  return last;
}

const rulesBehind = (rule: VerdictRule, { rules }: Determination): readonly VerdictRule[] =>
  rules.slice(rules.indexOf(rule) + 1);

function flagsOf(rule: VerdictRule, { flags }: Determination, ground: Ground): readonly string[] {
  return flags
    .filter(({ outcomes, when }) => {
      const beside = outcomes.length === 0 || outcomes.includes(rule.outcome);
      return beside && holds(when, ground);
    })
    .map(({ id }) => id);
}

/** Names people can look up in the file: a worked-out fact is missing by the field it follows from. */
const NAMED: Readonly<Partial<Record<VerdictField, VerdictField>>> = {
  families: 'family',
  contractTime: 'contractDate',
  reportTime: 'reportedOn',
};

/** The field of the answer file a fact is looked up by. */
export const writtenField = (field: VerdictField): VerdictField => NAMED[field] ?? field;

/** A verdict with its whole basis misses nothing, whatever rules before it would have asked. */
function missingOf(tried: readonly Tried[], outlook: readonly Tried[], ground: Ground): readonly string[] {
  const { rule } = lastOf(tried);
  if (rule.outcome === 'not-subject' || rule.outcome === 'stop') return [];
  const fields = [
    ...tried.flatMap(({ missing }) => missing),
    ...openAsks(rule, ground),
    ...outlook.flatMap((second) => [
      ...second.missing,
      ...(second.holds ? openAsks(second.rule, ground) : []),
    ]),
  ];
  return [...new Set(fields.map(writtenField))];
}

/**
 * The fields in which the basis of the rule is recorded: texts and dates of a check. A "not subject" that asks for none
 * (goods alone) rests on the answers themselves, so that no "not subject" ever stands there without its basis.
 */
function basisOf({ outcome, needs }: VerdictRule): readonly string[] {
  const recorded = needs.filter(({ test }) => !('in' in test));
  const basis = recorded.length === 0 && outcome === 'not-subject' ? needs : recorded;
  return basis.map(({ test }) => test.field);
}

/**
 * Counted from the day of the check; where the rule knows none, from the day of the answers, so that it runs out however
 * often the file is looked at again.
 */
function validUntilOf(
  { outcome, checkedOn }: VerdictRule,
  { validDays }: Determination,
  ground: Ground,
  answeredOn: IsoDate | null,
): IsoDate | null {
  if (outcome !== 'not-subject') return null;
  const checked = checkedOn === null ? undefined : valuesAt(checkedOn, ground)[0];
  const answered = answeredOn !== null && answeredOn <= ground.today ? answeredOn : ground.today;
  return addDays(checked ?? answered, validDays);
}

/** The day to have reported by: ours, not the law's. Example: decision on 2027-03-31 → 2027-03-01. */
function deadlinesOf(
  { decisionDate, reportedOn }: Technology,
  { outcome }: VerdictRule,
  { reportTargetDays, reportTargetFor }: Determination,
  today: IsoDate,
): Verdict['deadlines'] {
  const reported = reportedOn !== null && reportedOn <= today;
  if (decisionDate === null || reported || !reportTargetFor.includes(outcome)) return [];
  return [{ code: 'report-target', date: addDays(decisionDate, -reportTargetDays), statutory: false }];
}
