import { readAnswers } from '../../src/answers/read.ts';
import { shippedCatalog } from '../../src/cli/assets.ts';
import { assess } from '../../src/core/assess.ts';
import { factValues } from '../../src/core/facts.ts';
import { examine, type FileFindings } from '../../src/gate/examine.ts';
import { type Places, placesIn } from '../../src/gate/places.ts';
import { readPolicy } from '../../src/gate/policy/policy.ts';
import type { Baseline } from '../../src/gate/regression/baseline.ts';
import type { EvidenceFile } from '../../src/gate/rule.ts';
import { RULE_CODES } from '../../src/gate/rules.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { GateFinding } from '../../src/model/gate.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

export const TODAY = '2026-11-21';
export const { catalog } = shippedCatalog('ja');

export interface Sample {
  /** Parts of YAML files, without their first line. */
  readonly answers?: string;
  readonly policy?: string;
  readonly before?: string | Baseline;
  readonly files?: Readonly<Record<string, EvidenceFile>>;
  readonly today?: string;
}

export function policyOf(text: string): Policy {
  const read = readPolicy(`policy: 1\n${text}`, catalog, RULE_CODES);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

export function assessed(text: string, today = TODAY): Assessment {
  const read = readAnswers(`wazamori: 1\n${text}`, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return assess({ catalog, answers: read.value, today, version: 'test', findings: read.findings });
}

function baselineOf(text: string, today: string): Baseline {
  const read = readAnswers(`wazamori: 1\n${text}`, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return { ...assessed(text, today), facts: factValues(catalog, read.value), answers: read.value };
}

/** Everything the gate says of a file; its line 1 is `wazamori: 1`. */
export function examined(sample: Sample): FileFindings {
  const { answers = '', policy = '', before, files = {}, today = TODAY } = sample;
  const text = `wazamori: 1\n${answers}`;
  const read = readAnswers(text, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const baseline = typeof before === 'string' ? baselineOf(before, today) : (before ?? null);
  return examine(
    {
      catalog,
      answers: read.value,
      today,
      baseline,
      assessment: assessed(answers, today),
      policy: policyOf(policy),
      files: new Map(Object.entries(files)),
    },
    placesOfText(text),
  );
}

export function placesOfText(text: string): Places {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return placesIn(text, parsed.value);
}

/** Findings of one code, as `line:column`. */
export function placesOf(code: GateFinding['code'], sample: Sample): readonly string[] {
  return examined(sample)
    .findings.filter((finding) => finding.code === code)
    .map(({ location }) => `${location.line}:${location.column}`);
}
