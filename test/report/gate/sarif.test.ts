import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { gateSarif } from '../../../src/report/gate/sarif.ts';
import { file, finding, PAGES, page } from './sample.ts';

const SCHEMA = new URL('../../fixtures/sarif-2.1.0.schema.json', import.meta.url);
// The schema is draft-04; what it uses of it means the same today but for the name of its id.
const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; help: object }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly suppressions?: readonly object[];
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

const log = (given: Parameters<typeof gateSarif>[0]): Log => JSON.parse(gateSarif(given));
const names = ({ runs: [{ results }] }: Log) =>
  results.map(({ partialFingerprints }) => partialFingerprints['wazamoriFinding/v1'] ?? '');

describe('SARIF', () => {
  it.each(PAGES)('%s is valid by the schema of the standard', (_name, given) => {
    const valid = validate(log(given));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('the schema would refuse what is wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it.each(PAGES)('%s: every result points at its rule, and every rule has help', (_name, given) => {
    const { tool, results } = log(given).runs[0];
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    for (const { help } of tool.driver.rules) expect(help).toHaveProperty('markdown');
  });

  it.each(PAGES)('%s: addresses are relative and lead back to the name', (_name, given) => {
    for (const { locations } of log(given).runs[0].results) {
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(uri).toMatch(/^[\w.~%/-]+$/);
      expect(given.report.files.map((f) => f.file)).toContain(decodeURIComponent(uri));
    }
  });

  it('a fingerprint outlives moved lines, and no two findings share one', () => {
    const moved = finding({ location: { line: 99, column: 1 } });
    const before = names(log(page([file({ findings: [finding(), finding({ code: 'score-fell' })] })])));
    const after = names(log(page([file({ findings: [finding({ code: 'score-fell' }), moved] })])));
    expect([...after].sort()).toEqual([...before].sort());
    const many = PAGES.flatMap(([, given]) => [names(log(given))]);
    for (const list of many) expect(new Set(list).size).toBe(list.length);
  });

  it('a written reason is a suppression, its words only where nothing is kept out', () => {
    const suppressed = [{ ...finding(), reason: '棚ができるまで' }];
    const [open] = log(page([file({ suppressed })])).runs[0].results;
    expect(open?.suppressions).toEqual([{ kind: 'inSource', justification: '棚ができるまで' }]);
    const [closed] = log(page([file({ suppressed })], { redacted: true })).runs[0].results;
    expect(closed?.suppressions).toEqual([{ kind: 'inSource' }]);
  });
});
