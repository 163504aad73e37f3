import { readParsedAnswers } from '../answers/read.ts';
import { assess } from '../core/assess.ts';
import { factValues } from '../core/facts.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CheckedFile } from '../model/gate.ts';
import type { Policy } from '../model/policy.ts';
import type { IsoDate } from '../model/text.ts';
import { parseYaml } from '../text/yaml/parse.ts';
import { examine, unreadable } from './examine.ts';
import { placesIn } from './places.ts';
import type { Baseline } from './regression/baseline.ts';
import type { EvidenceFile } from './rule.ts';

export interface CheckInput {
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly today: IsoDate;
  /** The answers of an earlier day to compare with; without them no step back is found. */
  readonly before?: Answers;
  /** What the caller found of the files named as evidence, by their paths as written; others are not judged. */
  readonly files?: ReadonlyMap<string, EvidenceFile>;
}

/** What a check of one text found: {@link CheckedFile} without a name. */
export type CheckedAnswers = Omit<CheckedFile, 'file' | 'identity' | 'typed' | 'inLogs'>;

/** The findings of `wazamori check` on the text of one answer file. Pure; never throws. */
export function checkAnswers(text: string, input: CheckInput): CheckedAnswers {
  const { catalog, policy, today, files = new Map() } = input;
  const parsed = parseYaml(text);
  const read = readParsedAnswers(text, parsed, catalog);
  if (!read.ok || !parsed.ok) return { readable: false, findings: unreadable(read.findings), suppressed: [] };
  const answers = read.value;
  const assessment = assess({ catalog, answers, today, version: '', findings: read.findings });
  const baseline = input.before === undefined ? null : baselineOf(input.before, input);
  const examined = { catalog, answers, assessment, policy, today, files, baseline };
  return { readable: true, ...examine(examined, placesIn(text, parsed.value)) };
}

/** Assessed with the lists and the day of now, so that only the answers differ. */
function baselineOf(answers: Answers, { catalog, today }: CheckInput): Baseline {
  return {
    ...assess({ catalog, answers, today, version: '' }),
    facts: factValues(catalog, answers),
    answers,
  };
}
