import type {
  Ask,
  Determination,
  Family,
  Need,
  VerdictFlag,
  VerdictRule,
  VerdictTask,
} from '../../model/determination.ts';
import { sourceRefOf } from '../built/source-ref.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import type { ParsedDetermination } from './parse.ts';
import type * as shapes from './schema.ts';

/** The determination of a catalogue and the list it belongs to; `null` where there is none. */
export function determinationIn({ checklists }: ParsedCatalog) {
  const found = checklists.find(({ determination }) => determination !== null);
  return found?.determination ? { head: found.head, determination: found.determination } : null;
}

export function determinationOf(parsed: ParsedCatalog): Determination | null {
  const found = determinationIn(parsed);
  if (found === null) return null;
  const { id, asOf, entrance } = found.head.value;
  return builtDetermination(found.determination, { id, asOf, entrance: entrance ?? '' });
}

export function builtDetermination(
  source: ParsedDetermination,
  { id, asOf, entrance }: { readonly id: string; readonly asOf: string; readonly entrance: string },
): Determination {
  const { amendedOn, reportTargetDays, reportTargetFor, validDays, rules } = source.rules.value;
  return {
    checklist: id,
    asOf,
    amendedOn,
    reportTargetDays,
    reportTargetFor,
    validDays,
    groupA: source.groupA.value.countries.map((country) => country.id),
    families: source.families.map(({ value }) => familyOf(value)),
    rules: rules.map(ruleOf),
    flags: source.flags.map(({ value }) => flagOf(value)),
    tasks: source.tasks.map(({ value }) => taskOf(value)),
    entrance,
  };
}

const familyOf = (source: shapes.FamilySource): Family => {
  const { id, order, effectiveFrom, confidence, sources } = source;
  return { id, order, effectiveFrom, confidence, sources: sources.map(sourceRefOf) };
};

function ruleOf(source: shapes.VerdictRuleSource): VerdictRule {
  return {
    id: source.id,
    outcome: source.outcome,
    when: source.when ?? null,
    needs: (source.needs ?? []).map(needOf),
    asks: (source.asks ?? []).map(({ field, onlyWhen }): Ask => ({ field, onlyWhen: onlyWhen ?? null })),
    checkedOn: source.checkedOn ?? null,
    outlook: source.outlook ?? false,
    confidence: source.confidence,
    sources: source.sources.map(sourceRefOf),
  };
}

function needOf({ onlyWhen, ...test }: shapes.NeedSource): Need {
  return { test, onlyWhen: onlyWhen ?? null };
}

const flagOf = ({ id, outcomes, when }: shapes.VerdictFlagSource): VerdictFlag => ({
  id,
  outcomes: outcomes ?? [],
  when: when ?? null,
});

function taskOf(source: shapes.VerdictTaskSource): VerdictTask {
  const { id, outcome, role, effort, within } = source;
  return {
    id,
    outcome,
    role,
    effort,
    within,
    expired: source.expired ?? false,
    byTarget: source.byTarget ?? false,
    doneWhen: source.doneWhen ?? null,
    help: source.help ?? [],
  };
}
