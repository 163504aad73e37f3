import type { Answers } from '../model/answers.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';
import type { GateArgs, GateCode, GateKind, GateSeverity } from '../model/gate.ts';
import type { Policy } from '../model/policy.ts';
import type { IsoDate, Location } from '../model/text.ts';
import type { Path } from './places.ts';
import type { Baseline } from './regression/baseline.ts';

/** What is known of a local file named as evidence, found out by the command line: the gate reads no files. */
export type EvidenceFile = { readonly sha256: string } | 'missing' | 'outside';

/** Everything a rule may look at. */
export interface Examined {
  readonly catalog: Catalog;
  readonly answers: Answers;
  readonly assessment: Assessment;
  readonly policy: Policy;
  readonly today: IsoDate;
  /** By the path as the answer file has it; empty where the policy does not ask. */
  readonly files: ReadonlyMap<string, EvidenceFile>;
  readonly baseline: Baseline | null;
}

/** One thing a rule found. `place` is a path into the file, or a location read before. */
export interface Found<C extends GateCode> {
  readonly args: Readonly<GateArgs[C]>;
  readonly place: Path | Location;
  readonly subject: string | null;
  /** Where it differs from the rule's own. */
  readonly severity?: GateSeverity;
}

/** A rule: data, and one function from an examined file to what it finds in it. */
export interface Rule<C extends GateCode = GateCode> {
  readonly code: C;
  readonly kind: GateKind;
  readonly severity: GateSeverity;
  /**
   * How a reason written into the file (`suppressed:`) silences it: not at all (the policy is not the file's to
   * change), for one subject at a time, or as a whole.
   */
  readonly suppressible: 'no' | 'one-by-one' | 'yes';
  readonly find: (examined: Examined) => readonly Found<C>[];
}

type Written<C extends GateCode> = Pick<Rule<C>, 'code' | 'find'> & { readonly severity?: GateSeverity };

/** A threshold somebody set: not kept is an error, and no reason in the file lifts it. */
export const policyRule = <C extends GateCode>(rule: Written<C>): Rule<C> => ({
  severity: 'error',
  ...rule,
  kind: 'policy',
  suppressible: 'no',
});

/** A step back against the baseline: an error that a written reason for that very thing lifts. */
export const regressionRule = <C extends GateCode>(rule: Written<C>): Rule<C> => ({
  severity: 'error',
  ...rule,
  kind: 'regression',
  suppressible: 'one-by-one',
});

/** Something odd in the answers: a warning, unless the policy says louder. */
export const xrayRule = <C extends GateCode>(rule: Written<C>): Rule<C> => ({
  severity: 'warning',
  ...rule,
  kind: 'xray',
  suppressible: 'yes',
});

/** The answer of an item, or the place where it should stand. */
export const answerPlace = (item: string): Path => ['answers', item];

/** Where a profile fact is written. */
export function factPlace(catalog: Pick<Catalog, 'facts'>, fact: string): Path {
  return [catalog.facts.find(({ id }) => id === fact)?.place ?? 'profile', fact];
}
