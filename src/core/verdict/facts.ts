import type { Technology } from '../../model/answers.ts';
import type { DerivedFacts, Determination, VerdictField } from '../../model/determination.ts';
import type { IsoDate } from '../../model/text.ts';

/** What is known of each field, as values: `['unknown']` and the like where it was said so, nothing where it was not said. */
export type VerdictFacts = ReadonlyMap<VerdictField, readonly string[]>;

/** Words that say that something is still open. */
const OPEN: ReadonlySet<string> = new Set(['unknown', 'not-done', 'not-checked']);

export const isOpen = (values: readonly string[]): boolean => values.every((value) => OPEN.has(value));

/** The fields of one technology, with what follows from them worked out (`docs/scoring.md` §8). */
export function verdictFacts(technology: Technology, determination: Determination): VerdictFacts {
  const { id: _, name: _name, location: _location, ...written } = technology;
  const fields = { ...written, ...derivedFacts(technology, determination) };
  const facts = new Map<VerdictField, readonly string[]>();
  for (const key of Object.keys(fields)) {
    if (isField(key, fields)) facts.set(key, valuesOf(fields[key]));
  }
  facts.set('destination', [destinationOf(technology, determination)]);
  facts.set('definitionCheck', [definitionCheckOf(technology, determination)]);
  return facts;
}

const isField = (key: string, fields: Readonly<Record<VerdictField, unknown>>): key is VerdictField =>
  key in fields;

function valuesOf(value: string | readonly string[] | null): readonly string[] {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.filter((entry) => entry.trim() !== '');
}

function derivedFacts(technology: Technology, determination: Determination): DerivedFacts {
  return {
    families: familiesOf(technology, determination),
    contractTime: contractTimeOf(technology, determination),
    reportTime: reportTimeOf(technology),
  };
}

function familiesOf({ family }: Technology, { families }: Determination): DerivedFacts['families'] {
  const own = new Set(families.map(({ id }) => id));
  if (family.length > 0 && family.every((id) => own.has(id))) return 'known';
  return family.length === 1 && family[0] === 'none' ? 'none' : 'unknown';
}

/**
 * A contract is old when it is older than the duty for any of the families: with ① and ⑫, one of 2025-03-01 is, for the
 * duty began on 2025-06-09 for ⑫.
 */
function contractTimeOf(
  { family, contractDate }: Technology,
  { families }: Determination,
): DerivedFacts['contractTime'] {
  const starts = families.filter(({ id }) => family.includes(id)).map((f) => f.effectiveFrom);
  if (contractDate === null || starts.length === 0) return 'unknown';
  return starts.some((start) => contractDate < start) ? 'before-start' : 'after-start';
}

/** In time = before whatever settled the transfer, the decision or the contract, as far as their days are known. */
function reportTimeOf({ reportedOn, decisionDate, contractDate }: Technology): DerivedFacts['reportTime'] {
  const settled = [decisionDate, contractDate].filter((date): date is IsoDate => date !== null);
  if (reportedOn === null || settled.length === 0) return 'unknown';
  return settled.every((date) => reportedOn <= date) ? 'in-time' : 'too-late';
}

/** Countries decide where they are given. */
function destinationOf(
  { countries, destination }: Technology,
  { groupA }: Determination,
): Technology['destination'] {
  if (countries.length === 0) return destination;
  const inside = countries.filter((country) => groupA.includes(country)).length;
  if (inside === countries.length) return 'group-a-only';
  return inside === 0 ? 'non-group-a' : 'mixed';
}

/** A "does not meet" found before the notice was amended says nothing about the notice in force. */
function definitionCheckOf(
  { definitionCheck, definitionCheckedOn }: Technology,
  { amendedOn }: Determination,
): Technology['definitionCheck'] {
  const stale = definitionCheckedOn !== null && definitionCheckedOn < amendedOn;
  return definitionCheck === 'does-not-meet' && stale ? 'not-checked' : definitionCheck;
}
