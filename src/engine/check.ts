import { examine, unreadable } from '../gate/examine.ts';
import { placesIn } from '../gate/places.ts';
import type { Baseline } from '../gate/regression/baseline.ts';
import type { EvidenceFile } from '../gate/rule.ts';
import type { Answers } from '../model/answers.ts';
import type { Outcome } from '../model/finding.ts';
import type { CheckedFile } from '../model/gate.ts';
import type { Policy } from '../model/policy.ts';
import { assessOpened, baselineOf, type Looking } from './assess.ts';
import { type OpenedAnswers, openText } from './open.ts';

export interface CheckInput extends Looking {
  readonly policy: Policy;
  /** The answers of an earlier day to compare with; without them no step back is found. */
  readonly before?: Answers;
  /** The same as it was read, or why it cannot be; `null` = there is no earlier version. It goes before `before`. */
  readonly baseline?: Outcome<Baseline> | null;
  /** What the caller found of the files named as evidence, by their paths as written; others are not judged. */
  readonly files?: ReadonlyMap<string, EvidenceFile>;
}

/** What a check of one document found: {@link CheckedFile} without a name. */
export type CheckedAnswers = Omit<CheckedFile, 'file' | 'identity' | 'typed' | 'inLogs'>;

/**
 * What `wazamori check` finds in one answer file, of which the text is given or what came of opening it. Pure; never
 * throws.
 */
export function checkAnswers(document: string | Outcome<OpenedAnswers>, input: CheckInput): CheckedAnswers {
  const { catalog, policy, today, files = new Map() } = input;
  const read = typeof document === 'string' ? openText(document, catalog) : document;
  if (!read.ok) return { readable: false, findings: unreadable(read.findings), suppressed: [] };
  const { decoded, root, answers } = read.value;
  const assessment = assessOpened(read.value, read.findings, { catalog, today, version: '' });
  const earlier = earlierOf(input);
  const baseline = earlier?.ok === true ? earlier.value : null;
  const examined = { catalog, answers, assessment, policy, today, files, baseline };
  const found = examine(examined, placesIn(decoded.text, root));
  if (earlier?.ok !== false) return { readable: true, ...found };
  return {
    readable: earlier.findings.every(({ severity }) => severity !== 'error'),
    ...found,
    findings: [...unreadable(earlier.findings), ...found.findings],
  };
}

function earlierOf({ baseline, before, ...looking }: CheckInput): Outcome<Baseline> | null {
  if (baseline !== undefined) return baseline;
  return before === undefined ? null : { ok: true, value: baselineOf(before, looking), findings: [] };
}
