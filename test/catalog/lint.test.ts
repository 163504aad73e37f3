import { describe, expect, test } from 'vitest';
import { lintCatalog } from '../../src/catalog/lint.ts';
import type { CatalogFinding } from '../../src/model/catalog-finding.ts';
import { sampleFiles, sampleWith } from './sample.ts';

const PEOPLE = 'guidance/people.yaml';
const OVERSEAS = 'guidance/overseas.yaml';
const LIST = 'guidance/checklist.yaml';
const ACTIONS = 'actions/basics.yaml';

const LONG = '自社の強みになる技術や加工の条件を、紙やファイルに残らず書き出して毎年見直していますか';

type Case = readonly [
  rule: string,
  path: string,
  from: string,
  to: string,
  expected: Partial<CatalogFinding>,
];

const error = (code: CatalogFinding['code'], args: object = {}) =>
  ({ severity: 'error', code, args }) as CatalogFinding;
const warning = (code: CatalogFinding['code'], args: object) =>
  ({ severity: 'warning', code, args }) as CatalogFinding;
const unknown = (kind: string, id: string, nearest: string | null) =>
  error('reference-unknown', { kind, id, nearest });

/** Each breaks one line of the sample; ▼ is where the finding has to point. */
// biome-ignore format: a table is read by its lines
const CASES: readonly Case[] = [
  // — shape —
  ['a missing field', PEOPLE, '- id: guidance.pledges\n  title: {ja: 秘密を守る約束, en: Written promises}', '- ▼id: guidance.pledges', error('key-missing', { key: 'title' })],
  ['a missing language', PEOPLE, '{ja: 台帳, en: the register}', '▼{ja: 台帳}', error('key-missing', { key: 'en' })],
  ['a field nobody knows', PEOPLE, '  severity: minor', '  severity: minor\n  ▼severty: minor', error('key-unknown', { key: 'severty' })],
  ['a word outside its list', PEOPLE, 'severity: minor', 'severity: ▼small', error('word-wrong', { key: 'severity', allowed: ['critical', 'major', 'minor'] })],
  ['a class of readiness nobody knows', PEOPLE, '  severity: minor', '  severity: minor\n  readiness: ▼must', error('word-wrong', { key: 'readiness', allowed: ['assumed', 'conditional', 'optional'] })],
  ['a list that is none', OVERSEAS, 'routes: [overseas-production]', 'routes: ▼overseas-production', error('type-wrong', { key: 'routes', expected: 'array' })],
  ['an id in capitals', ACTIONS, 'id: exchange-pledges', 'id: ▼Exchange', error('pattern-wrong', { key: 'id', expected: 'id' })],
  ['a date that is none', LIST, 'asOf: 2026-11-21', 'asOf: ▼2026-13-01', error('pattern-wrong', { key: 'asOf', expected: 'date' })],
  ['a number out of range', LIST, 'most: 2', 'most: ▼-1', error('number-out-of-range', { key: 'most' })],
  ['a text too long', PEOPLE, '{ja: 台帳, en: the register}', `{ja: 台帳, en: ▼${'a'.repeat(2001)}}`, error('text-too-long', { limit: 2000 })],
  ['a condition that is none', OVERSEAS, '{not: {fact: employees, gte: 0}}', '{not: ▼{fact: employees, over: 0}}', error('condition-shape-wrong', { key: 'not' })],
  // — names —
  ['an item id twice', OVERSEAS, 'id: guidance.overseas-line', 'id: ▼guidance.pledges', error('id-taken', { id: 'guidance.pledges', firstFile: PEOPLE, firstLine: 19 })],
  ['an action id twice', ACTIONS, '- id: exchange-pledges', '- id: ▼write-technology-list', error('id-taken', { id: 'write-technology-list', firstFile: ACTIONS, firstLine: 1 })],
  ['a fact value twice', 'profile.yaml', '{id: operating, label: {ja: 操業', '{id: ▼planning, label: {ja: 操業', error('id-taken', { id: 'planning', firstFile: 'profile.yaml', firstLine: 18 })],
  ['an item of another list', OVERSEAS, 'id: guidance.overseas-line', 'id: ▼tics.overseas-line', error('id-prefix-wrong', { id: 'tics.overseas-line', prefix: 'guidance.' })],
  ['a list in the wrong folder', LIST, 'id: guidance\n', 'id: ▼guide\n', error('id-prefix-wrong', { id: 'guide', prefix: 'guidance' })],
  // — references —
  ['an unknown action', PEOPLE, 'action: exchange-pledges', 'action: ▼exchange-pledge', unknown('action', 'exchange-pledge', 'exchange-pledges')],
  ['an unknown action to wait for', ACTIONS, 'after: [write-technology-list]', 'after: [▼write-it]', unknown('action', 'write-it', null)],
  ['an unknown role of an item', PEOPLE, 'askRole: general-affairs', 'askRole: ▼general-affair', unknown('role', 'general-affair', 'general-affairs')],
  ['an unknown role of an action', ACTIONS, 'role: general-affairs', 'role: ▼accounting', unknown('role', 'accounting', null)],
  ['an unknown role of a fact', 'profile.yaml', 'number\n    question: {ja: 働く人は何人ですか, en: How many people work here?}\n    askRole: president', 'number\n    question: {ja: 働く人は何人ですか, en: How many people work here?}\n    askRole: ▼presidnt', unknown('role', 'presidnt', 'president')],
  ['an unknown route', OVERSEAS, 'routes: [overseas-production]', 'routes: [▼overseas]', unknown('route', 'overseas', 'overseas-production')],
  ['an unknown source', OVERSEAS, '{doc: guidance-1', '{doc: ▼guidance-9', unknown('source', 'guidance-9', 'guidance-1')],
  ['an unknown place to ask', ACTIONS, 'help: [bureau]', 'help: [▼burea]', unknown('directory', 'burea', 'bureau')],
  ['an unknown emergency contact', 'emergency.yaml', 'contacts: [bureau]', 'contacts: [▼police]', unknown('directory', 'police', null)],
  ['an unknown scene', OVERSEAS, 'scene: overseas-partner', 'scene: ▼overseas-partners', unknown('scene', 'overseas-partners', 'overseas-partner')],
  ['an unknown twin', OVERSEAS, '  evidence:', '  sameAs: ▼tics.line\n  evidence:', unknown('item', 'tics.line', null)],
  ['an unknown wider twin', OVERSEAS, '  evidence:', '  proposes: ▼guidance.pledge\n  evidence:', unknown('item', 'guidance.pledge', 'guidance.pledges')],
  ['an unknown quick question', LIST, 'byScene: [guidance.overseas-line]', 'byScene: [▼guidance.overseas-lines]', unknown('item', 'guidance.overseas-lines', 'guidance.overseas-line')],
  ['an unknown question with a caution', 'lint.yaml', 'items: [guidance.pledges]', 'items: [▼guidance.pledge]', unknown('item', 'guidance.pledge', 'guidance.pledges')],
  ['an unknown action with a caution', 'lint.yaml', 'actions: []', 'actions: [▼promise]', unknown('action', 'promise', null)],
  ['an unknown fact', OVERSEAS, '{fact: overseasProduction, in', '{fact: ▼overseasProductions, in', unknown('fact', 'overseasProductions', 'overseasProduction')],
  // — circles —
  ['actions waiting for each other', ACTIONS, '  after: []', '  after: [exchange-pledges]', error('after-in-circle', { ids: ['exchange-pledges', 'write-technology-list'] })],
  ['a twin of itself', OVERSEAS, '  evidence:', '  sameAs: ▼guidance.overseas-line\n  evidence:', error('same-as-chain', { item: 'guidance.overseas-line', target: 'guidance.overseas-line' })],
  ['a fact waiting for itself', 'profile.yaml', 'askedWhen: {fact: overseasProduction, in: [planning, operating]}', 'askedWhen: ▼{fact: overseasForm, in: [consignment]}', error('asked-when-in-circle', { facts: ['overseasForm'] })],
  // — facts and tables —
  ['a choice of nothing', 'profile.yaml', 'kind: number', 'kind: ▼choice', error('fact-values-wrong', { fact: 'employees', kind: 'choice' })],
  ['a number with values', 'profile.yaml', 'kind: choices', 'kind: ▼number', error('fact-values-wrong', { fact: 'overseasForm', kind: 'number' })],
  ['a value with the word for not knowing', 'profile.yaml', '{id: consignment', '{id: ▼unknown', error('fact-value-reserved', { value: 'unknown' })],
  ['a number of the company that the tool does not read', 'profile.yaml', "facts:\n  - id: employees\n    place: company\n", "facts:\n  - id: tanks\n    place: ▼company\n", error('fact-place-wrong', { fact: 'tanks', place: 'profile', kind: 'number' })],
  ['a wish that the tool does not read', 'profile.yaml', 'overseasForm\n    place: profile', 'overseasForm\n    place: ▼assessment', error('fact-place-wrong', { fact: 'overseasForm', place: 'profile', kind: 'choices' })],
  ['the people counted where nobody looks', 'profile.yaml', 'place: company', 'place: ▼profile', error('fact-place-wrong', { fact: 'employees', place: 'company', kind: 'number' })],
  ['the people as a choice', 'profile.yaml', 'kind: number', 'kind: ▼choice', error('fact-place-wrong', { fact: 'employees', place: 'company', kind: 'number' })],
  ['urgency that skips the lowest exposure', 'weights.yaml', '- {exposureFrom: 0, factor: 1}', '▼- {exposureFrom: 1, factor: 1}', error('table-out-of-order', { key: 'urgency' })],
  ['bands that do not fall', 'weights.yaml', '- {grade: A, from: 85}', '▼- {grade: A, from: 65}', error('table-out-of-order', { key: 'bands' })],
  ['waves that go back', 'weights.yaml', '- {id: now, days: 14}', '▼- {id: now, days: 45}', error('table-out-of-order', { key: 'waves' })],
  ['no capacity for the largest', 'weights.yaml', '{upTo: null, perMonth: 12}', '{upTo: 1000, perMonth: 12}', error('table-out-of-order', { key: 'capacity' })],
  ['sizes out of order', 'weights.yaml', '- {size: small, upTo: 20}', '▼- {size: small, upTo: 200}', error('table-out-of-order', { key: 'sizes' })],
  // — conditions —
  ['an unknown value', OVERSEAS, 'in: [planning, operating]', 'in: [planning, ▼operation]', error('condition-value-unknown', { fact: 'overseasProduction', value: 'operation', nearest: 'operating', })],
  ['a choice compared as a number', OVERSEAS, '{fact: overseasProduction, in: [planning, operating]}', '▼{fact: overseasProduction, gte: 1}', error('condition-test-wrong', { fact: 'overseasProduction', kind: 'choice' })],
  ['a number compared as a choice', 'profile.yaml', '{fact: employees, gte: 2}', "▼{fact: employees, in: ['2']}", error('condition-test-wrong', { fact: 'employees', kind: 'number' })],
  ['an empty condition', OVERSEAS, '{not: {fact: employees, gte: 0}}', '▼{all: []}', error('condition-empty')],
  ['no rule for the rest', 'profile.yaml', '- {exposure: 0}', '- ▼{when: {fact: employees, gte: 1}, exposure: 0}', error('exposure-rest-missing', { route: 'overseas-production' })],
  ['a rule that takes all too early', 'profile.yaml', '{when: {fact: employees, gte: 2}, exposure: 2}', '▼{exposure: 2}', error('exposure-unreachable', { route: 'people' })],
  // — records —
  ['an empty translation', PEOPLE, 'en: signed pages', "en: ▼''", error('text-empty', { key: 'en' })],
  ['no source', OVERSEAS, 'sources:\n    - {doc: guidance-1, locator: {ja: 第1章2, en: Chapter 1.2}, confidence: official}', 'sources: ▼[]', error('item-without-source', { item: 'guidance.overseas-line' })],
  ['a topic surer than its sources', PEOPLE, 'topic: secondary', 'topic: ▼official', error('topic-not-official', { item: 'guidance.pledges' })],
  ['no caution', PEOPLE, '- id: guidance.pledges', '- id: ▼guidance.pledges', error('caution-missing', { id: 'guidance.pledges' })],
  ['an effort too small', ACTIONS, '{small: 0.5,', '{small: ▼0.125,', error('effort-too-small', { effort: 0.125, min: 0.25 })],
  ['no effort for a grave gap', ACTIONS, 'effort: {small: 0.5, medium: 1, large: 2}', 'effort: ▼null', error('effort-missing', { action: 'write-technology-list', item: 'guidance.technology-list', severity: 'major' })],
  ['an effort that falls', ACTIONS, 'effort: {small: 1, medium: 2, large: 5}', 'effort: ▼{small: 3, medium: 2, large: 5}', warning('effort-not-rising', { action: 'exchange-pledges' })],
  ['a sentence without the question', 'roles.yaml', "en: 'For the president: {question}'", 'en: ▼For the president', error('ask-without-question', { role: 'president' })],
  ['item fields out of order', OVERSEAS, '  severity: major\n  depth: full', '  depth: full\n  ▼severity: major', error('field-out-of-order', { field: 'severity', before: 'depth' })],
  ['action fields out of order', ACTIONS, '  cost: none\n  role: general-affairs', '  role: general-affairs\n  ▼cost: none', error('field-out-of-order', { field: 'cost', before: 'role' })],
  ['too many critical items', PEOPLE, 'severity: minor', 'severity: critical', warning('critical-share-high', { checklist: 'guidance', percent: 33, limit: 20 })],
  ['a contact nobody has checked', 'directory.yaml', 'value: 03-0000-0000, checkedOn: 2026-11-21', 'value: ▼03-0000-0000', warning('contact-unchecked', { value: '03-0000-0000' })],
  // — the quick check —
  ['a quick question that is deeper', PEOPLE, 'depth: quick', 'depth: full', error('quick-item-deeper', { item: 'guidance.technology-list' })],
  ['a quick question outside the list', PEOPLE, 'severity: minor\n  depth: full', 'severity: minor\n  depth: ▼quick', error('quick-item-unlisted', { item: 'guidance.pledges' })],
  ['a scene question for everybody', LIST, 'byScene: [guidance.overseas-line]', 'byScene: [guidance.overseas-line, ▼guidance.pledges]', error('quick-item-unconditional', { item: 'guidance.pledges' })],
  // — wording —
  ['a long question', PEOPLE, 'ja: 自社の強みになる技術を、紙やファイルに書き出していますか', `ja: ▼${LONG}`, error('question-too-long', { length: 43, limit: 40 })],
  ['two things', PEOPLE, 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか', 'ja: ▼約束を書面で交わし、また毎年見直していますか', error('question-of-two-things', { found: '、また' })],
  ['no question', PEOPLE, 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか', 'ja: ▼約束を書面で交わしています', error('question-without-ka')],
  ['no question mark', PEOPLE, 'en: Has everyone signed a promise?', 'en: ▼Everyone has signed a promise', error('question-without-ka')],
  ['a negative question', PEOPLE, 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか', 'ja: ▼約束を交わしていない人はいませんか', error('question-negative', { found: 'ませんか' })],
  ['a double negative', PEOPLE, 'ja: 約束があると止めやすくなります', 'ja: ▼約束がないわけではありません', error('double-negative', { found: 'ないわけではありません' })],
  ['a double negative in a question', PEOPLE, 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか', 'ja: ▼約束を交わさずに働かない決まりですか', error('double-negative', { found: 'ずに働かない' })],
  ['a word we never use', PEOPLE, 'en: signed pages', 'en: ▼Certified pages', error('word-banned', { word: 'certified' })],
  ['a disclaimer with another banned word', LIST, 'ja: 適合を示すものではありません', 'ja: ▼適合を示すものではありません。合格です', error('word-banned', { word: '合格' })],
  ['a question nobody may ask', PEOPLE, 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか', 'ja: ▼働く人の国籍を台帳に書いていますか', error('word-banned', { word: '国籍' })],
  ['Japanese in an English text', PEOPLE, 'en: signed pages', 'en: ▼signed pages（誓約）', error('japanese-in-english', { found: '（誓約）' })],
  ['a locator for Japanese readers only', PEOPLE, 'locator: {ja: 第2章, en: Chapter 2}', 'locator: ▼第2章', error('japanese-in-english', { found: '第' })],
  ['an address in a sentence', PEOPLE, 'ja: 入社の日に1枚', 'ja: ▼ひな形は https://example.jp/form にあります', error('contact-in-prose', { found: 'https://example.jp/form' })],
  ['a telephone number in a sentence', 'emergency.yaml', 'ja: 時刻を書きます', 'ja: ▼03-1234-5678 に電話します', error('contact-in-prose', { found: '03-1234-5678' })],
];

/** Cases that break a second line to get there, or whose finding stands in another file. */
const ALSO: Readonly<Record<string, readonly [path: string, from: string, to: string]>> = {
  'no capacity for the largest': [
    'weights.yaml',
    '- {upTo: 5, perMonth: 0.5}',
    '▼- {upTo: 5, perMonth: 0.5}',
  ],
  'no caution': [PEOPLE, '  caution: {ja: 違約金の額は書きません, en: Do not write a sum of damages}\n', ''],
  'actions waiting for each other': [
    ACTIONS,
    'after: [write-technology-list]',
    'after: ▼[write-technology-list]',
  ],
  'too many critical items': [LIST, 'id: guidance\n', '▼id: guidance\n'],
  'a quick question that is deeper': [LIST, 'always: [guidance', 'always: [▼guidance'],
};

describe('lintCatalog', () => {
  test('has nothing against the sample', () => {
    expect(lintCatalog(sampleFiles())).toEqual([]);
  });

  test.each(CASES)('%s', (rule, path, from, to, expected) => {
    const also = ALSO[rule];
    const { files, file, location } = sampleWith([[path, from, to], ...(also === undefined ? [] : [also])]);
    expect(lintCatalog(files).filter(({ code }) => code === expected.code)).toEqual([
      { ...expected, file, location },
    ]);
  });

  test('tells of every problem at once, by file and line', () => {
    const { files } = sampleWith([
      [PEOPLE, 'action: exchange-pledges', 'action: ▼nothing'],
      [OVERSEAS, 'askRole: president', 'askRole: nobody'],
      [OVERSEAS, 'routes: [overseas-production]', 'routes: [nowhere]'],
    ]);
    const places = lintCatalog(files).map(({ file, location }) => `${file}:${location?.line}`);
    expect(places).toEqual([`${OVERSEAS}:12`, `${OVERSEAS}:15`, `${PEOPLE}:32`]);
  });
});

describe('readiness', () => {
  test('stands on every question of a list or on none', () => {
    const { files, file, location } = sampleWith([
      [PEOPLE, 'severity: major\n', 'severity: major\n  readiness: assumed\n'],
      [PEOPLE, '- id: guidance.pledges', '- id: ▼guidance.pledges'],
      [OVERSEAS, 'severity: major\n', 'severity: major\n  readiness: conditional\n'],
    ]);
    expect(lintCatalog(files)).toEqual([
      { ...error('readiness-missing', { item: 'guidance.pledges' }), file, location },
    ]);
  });
});

describe('sameAs', () => {
  test('may not point at another twin', () => {
    const { files, file, location } = sampleWith([
      [OVERSEAS, '  evidence:', '  sameAs: guidance.technology-list\n  evidence:'],
      [PEOPLE, '  notApplicable: allowed\n', '  notApplicable: allowed\n  sameAs: ▼guidance.overseas-line\n'],
    ]);
    expect(lintCatalog(files)).toEqual([
      {
        ...error('same-as-chain', { item: 'guidance.pledges', target: 'guidance.overseas-line' }),
        file,
        location,
      },
    ]);
  });
});

const PRACTICE = `
- id: case-1
  edition: "1.0"
  no: 1
  title: {ja: 守る技術の特定, en: Identifying technology}
  body: false
  industry: unknown
  risk: null
  did: []
  small: null
  issueCodes: unknown
  circles: 3
  caution: null
  source: {doc: SOURCE, locator: p.3, confidence: official}
  verifiedOn: null
`.replace('SOURCE', 'guidance-1');

describe('practices', () => {
  test('are looked up, whether there is a list of them or not', () => {
    const edit = [ACTIONS, '  help: []', '  help: []\n  practice: ▼case-9'] as const;
    const { files, file, location } = sampleWith([edit]);
    expect(lintCatalog(files)).toEqual([{ ...unknown('practice', 'case-9', null), file, location }]);
    const withList = new Map([...files, ['practices.yaml', PRACTICE]]);
    expect(lintCatalog(withList)).toEqual([{ ...unknown('practice', 'case-9', 'case-1'), file, location }]);
  });
});

describe('files', () => {
  test('a missing one', () => {
    const files = new Map(sampleFiles());
    files.delete('roles.yaml');
    expect(lintCatalog(files)).toEqual([
      { ...error('path-missing', { path: 'roles.yaml' }), file: 'roles.yaml', location: null },
    ]);
  });

  test('one that no list names', () => {
    const files = new Map([...sampleFiles(), ['guidance/persons.yaml', '[]']]);
    expect(lintCatalog(files)).toEqual([
      {
        ...error('path-unlisted', { path: 'guidance/persons.yaml' }),
        file: 'guidance/persons.yaml',
        location: null,
      },
    ]);
  });

  test('a slip in the YAML itself keeps its place', () => {
    const { files, file, location } = sampleWith([
      [ACTIONS, '  cost: none\n  role: president', '  cost: none\n  ▼cost: none\n  role: president'],
    ]);
    expect(lintCatalog(files)).toMatchObject([{ code: 'yaml-duplicate-key', file, location }]);
  });

  test('a section that is only begun is an empty one', () => {
    const files = new Map(sampleFiles());
    files.delete('guidance/overseas.yaml');
    const codes = lintCatalog(files).map(({ code }) => code);
    expect(codes).toEqual(['reference-unknown']);
  });
});
