import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyPolicy, policyJsonSchema, readPolicy } from '../../../src/gate/policy/policy.ts';
import { RULE_CODES } from '../../../src/gate/rules.ts';
import { wordsOf } from '../../setup/words.ts';
import { catalog, policyOf } from '../sample.ts';

const FOLDER = new URL('../../../templates/policies/', import.meta.url);
const DOCS = readFileSync(new URL('../../../docs/ci.md', import.meta.url), 'utf8');
const words = wordsOf('ja');
const schema = policyJsonSchema(catalog, RULE_CODES, (about) => words.t(`gate.policy.${about}`));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const read = (text: string) => readPolicy(text, catalog, RULE_CODES);
const told = (text: string): readonly string[] => {
  const { findings } = read(text);
  return findings.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`);
};

const SHIPPED = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const,
);
const DOCUMENTED = /```yaml\n(# yaml-language-server[^`]*?policy: 1[^`]*)```/.exec(DOCS)?.[1] ?? '';

describe('a policy', () => {
  it.each([...SHIPPED, ['docs/ci.md', DOCUMENTED] as const])(
    '%s reads, and its schema takes it',
    (_, text) => {
      expect(read(text)).toMatchObject({ ok: true, findings: [] });
      validate(parse(text));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('shows every key in the documents', () => {
    const keys = (schema['properties'] ?? {}) as object;
    for (const key of Object.keys(keys)) expect(DOCUMENTED).toContain(`${key}:`);
  });

  it.each<[string, readonly string[]]>([
    ['', ['policy-version-missing 1:1']],
    ['depth: full\n', ['policy-version-missing 1:1']],
    ['- policy: 1\n', ['policy-version-missing 1:1']],
    ['wazamori: 1\nanswers: {}\n', ['policy-is-answers 1:1']],
    ['policy: 2\n', ['policy-newer 1:9']],
    ['policy: 0\n', ['policy-version 1:9']],
    ['policy: "1"\n', ['policy-version 1:9']],
    ['policy: standard\n', ['policy-version 1:9']],
    ['policy: {}\n', ['policy-version 1:9']],
    ['policy: 1\nscores: {}\n', ['policy-unknown-key 2:1']],
    ['policy: 1\nscore: {overal: {low: 1}}\n', ['policy-unknown-key 2:9']],
    ['policy: 1\nscore: {overall: {low: 101}}\n', ['policy-number-range 2:24']],
    ['policy: 1\nscore: {overall: {low: たくさん}}\n', ['policy-number-range 2:24']],
    ['policy: 1\nscore: {overall: {grade: F}}\n', ['wrong-word 2:26']],
    ['policy: 1\nscore: {sections: {people: {low: 1}}}\n', ['policy-unknown-id 2:20']],
    ['policy: 1\nrequired: [guidance.exit]\n', ['policy-unknown-id 2:12']],
    ['policy: 1\nrequired: guidance.exit-plan\n', ['wrong-type 2:11']],
    ['policy: 1\nlegal: {noStop: 本当}\n', ['wrong-word 2:17']],
    ['policy: 1\nrules: {gap-nwe: off}\n', ['policy-unknown-id 2:9']],
    ['policy: 1\nrules: {gap-new: loud}\n', ['wrong-word 2:18']],
    ['policy: 1\nevidence: {severities: [critical, huge]}\n', ['wrong-word 2:35']],
    ['policy: 1\nclients: [{name: c001}]\n', ['policy-client-without-files 2:11']],
    [
      'policy: 1\nclients: [{file: a.yaml}]\n',
      ['policy-client-without-files 2:11', 'policy-unknown-key 2:12'],
    ],
    ['policy: 1\nclients: [""]\n', ['policy-client-without-files 2:11']],
    ['policy: 1\nclients: a.yaml\n', ['wrong-type 2:10']],
    ['policy: 1\nexclude: a.yaml\n', ['wrong-type 2:10']],
    ['policy: 1\npolicy: 1\n', ['yaml-duplicate-key 2:1']],
    ['policy: [\n', ['yaml-unclosed 1:9']],
  ])('%j is refused where it is wrong', (text, codes) => {
    expect(read(text).ok).toBe(false);
    expect(told(text)).toEqual(codes);
  });

  it('that says nothing asks for nothing', () => {
    expect(policyOf('')).toEqual(emptyPolicy(catalog));
    expect(emptyPolicy(catalog)).toMatchObject({
      depth: null,
      required: [],
      ageDays: null,
      legal: { noStop: false, reported: false, notExpired: false },
      score: { overall: { low: null, grade: null } },
    });
  });

  it('keeps a register of patterns and of companies, each with its place', () => {
    const { clients, exclude } = policyOf(
      'clients:\n  - a/*.yaml\n  - {company: 青木精機, files: b.yaml}\nexclude: [c]\n',
    );
    expect(clients).toEqual([
      { name: null, company: null, files: ['a/*.yaml'], single: false, location: { line: 3, column: 5 } },
      { name: null, company: '青木精機', files: ['b.yaml'], single: true, location: { line: 4, column: 5 } },
    ]);
    expect(exclude).toEqual(['c']);
  });

  it('its schema refuses what the reader refuses', () => {
    for (const text of [
      'depth: full',
      'policy: 1\nscores: {}',
      'policy: 1\nscore: {overall: {low: 101}}',
      'policy: 1\nrules: {gap-nwe: info}',
      'policy: 1\nclients: [{name: c001}]',
      'policy: 1\nclients: [{file: a.yaml}]',
      'policy: 1\nclients: [[a.yaml]]',
    ]) {
      expect(validate(parse(text)), text).toBe(false);
    }
  });
});
