import { describe, expect, it } from 'vitest';
import { lintCatalog } from '../../src/catalog/lint.ts';
import { verdictOf } from '../../src/core/verdict/verdict.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';

/** The shipped files without questions and actions: no verdict looks at those, and reading them takes most of the time. */
const FILES = new Map(
  [...readChecklists(CHECKLISTS)].filter(([path]) => !/^(?:guidance|tics|actions)\//.test(path)),
);
const AT = 'prior-notification';

/** Codes and args of errors after one passage of a shipped file was replaced. */
function broken(file: string, from: string | RegExp, to: string): readonly unknown[] {
  const path = `${AT}/${file}`;
  const text = FILES.get(path) ?? '';
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return lintCatalog(new Map([...FILES, [path, changed]]), verdictOf)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, args, file: where }) => ({ code, args, where }));
}

const at = (file: string) => `${AT}/${file}`;
const RULES = at('rules.yaml');

// biome-ignore format: a table is read by its lines
const CASES: readonly (readonly [string, string, string | RegExp, string, object])[] = [
  ['a last rule with a condition', 'rules.yaml', '  - id: R11\n    outcome: confirm\n', '  - id: R11\n    outcome: confirm\n    when: {field: kind, in: [design]}\n', { code: 'verdict-rest-missing', args: { checklist: AT }, where: RULES }],
  ['a rule that takes everything too early', 'rules.yaml', '    when: {field: informReceived, in: ["yes"]}\n', '', { code: 'verdict-unreachable', args: { rule: 'R1' }, where: RULES }],
  ['a not-subject without the inform notice', 'rules.yaml', /(onwardBasis, given: true\}\n) {6}- \{field: informReceived, in: \["no"\]\}\n/, '$1', { code: 'verdict-basis-missing', args: { rule: 'R8' }, where: RULES }],
  ['a not-subject without a basis of its own', 'rules.yaml', '      - {field: exclusionBasis, given: true}\n', '', { code: 'verdict-basis-missing', args: { rule: 'R7' }, where: RULES }],
  ['a value a field cannot have', 'rules.yaml', 'in: [goods-only]', 'in: [goods-onli]', { code: 'verdict-value-unknown', args: { field: 'kind', value: 'goods-onli', nearest: 'goods-only' }, where: RULES }],
  ['a family that is none', 'flags.yaml', '[carbon-fiber, silicon', '[carbon-fibre, silicon', { code: 'verdict-value-unknown', args: { field: 'family', value: 'carbon-fibre', nearest: 'carbon-fiber' }, where: at('flags.yaml') }],
  ['a date compared as a word', 'flags.yaml', '{field: decisionDate, before: today}', '{field: decisionDate, in: [today]}', { code: 'verdict-test-wrong', args: { field: 'decisionDate' }, where: at('flags.yaml') }],
  ['a word compared as text', 'rules.yaml', '{field: withTechnicalDocuments, in: ["no"]}', '{field: withTechnicalDocuments, given: true}', { code: 'verdict-test-wrong', args: { field: 'withTechnicalDocuments' }, where: RULES }],
  ['a flag no example reaches', 'vectors.yaml', /recipient-control(?=\])/, 'subsidiary', { code: 'verdict-without-vector', args: { id: 'recipient-control' }, where: at('flags.yaml') }],
  ['an example with another verdict', 'rules.yaml', 'amendedOn: 2026-06-16', 'amendedOn: 2026-06-17', { code: 'vector-differs', args: { vector: '42 a "meets" of the day of the amendment is not old', field: 'flags', expected: '["asof","subsidiary"]', found: '["asof","subsidiary","stale-check"]' }, where: at('vectors.yaml') }],
  ['a field without a name for people', 'fields.yaml', '- id: onwardBasis', '- id: countries', { code: 'reference-unknown', args: { kind: 'verdict-field', id: 'onwardBasis', nearest: null }, where: RULES }],
  ['a role nobody has', 'tasks.yaml', 'role: engineering-head', 'role: engineering-heads', { code: 'reference-unknown', args: { kind: 'role', id: 'engineering-heads', nearest: 'engineering-head' }, where: at('tasks.yaml') }],
  ['a source that is not listed', 'technologies/mlcc.yaml', 'doc: baker-2024', 'doc: baker-2025', { code: 'reference-unknown', args: { kind: 'source', id: 'baker-2025', nearest: 'baker-2024' }, where: at('technologies/mlcc.yaml') }],
  ['families that skip a number', 'technologies/sem-tem.yaml', 'order: 10', 'order: 16', { code: 'family-order-wrong', args: { family: 'magnetic-sensor', order: 10 }, where: at('technologies/magnetic-sensor.yaml') }],
  ['a country twice', 'group-a.yaml', '{id: AU,', '{id: AR,', { code: 'id-taken', args: { id: 'AR', firstFile: at('group-a.yaml'), firstLine: 6 }, where: at('group-a.yaml') }],
  ['no warning of the amendment', 'checklist.yaml', /warning:\n.*\n.*\n/, '', { code: 'key-missing', args: { key: 'warning' }, where: at('checklist.yaml') }],
  ['a promise in a reason', 'rules.yaml', '許可が出るまで、この技術は渡せません。', 'それまでは安全です。', { code: 'word-banned', args: { word: '安全です' }, where: RULES }],
  ['a field nobody knows', 'rules.yaml', '{field: listControl, in: [listed]}', '{field: listControls, in: [listed]}', { code: 'word-wrong', args: expect.objectContaining({ key: 'field' }), where: RULES }],
];

describe('the lint of verdicts', () => {
  it.each(CASES)('%s', (_, file, from, to, expected) => {
    expect(broken(file, from, to)).toContainEqual(expected);
  });

  it('finds a file nobody reads, and a file that is missing', () => {
    const more = lintCatalog(new Map([...FILES, [at('thresholds.yaml'), '[]']]));
    expect(more).toContainEqual(
      expect.objectContaining({ code: 'path-unlisted', file: at('thresholds.yaml') }),
    );
    const less = new Map(FILES);
    less.delete(RULES);
    expect(lintCatalog(less)).toContainEqual(expect.objectContaining({ code: 'path-missing', file: RULES }));
  });

  it('allows one list of verdicts only', () => {
    const copy = [...FILES]
      .filter(([path]) => path.startsWith(`${AT}/`))
      .map(
        ([path, text]) =>
          [path.replace(AT, 'prior-report'), text.replace(`id: ${AT}`, 'id: prior-report')] as const,
      );
    expect(lintCatalog(new Map([...FILES, ...copy]))).toContainEqual(
      expect.objectContaining({
        code: 'determination-second',
        args: { checklist: 'prior-report', first: AT },
      }),
    );
  });
});
