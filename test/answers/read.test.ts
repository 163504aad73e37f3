import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import type { Answers } from '../../src/model/answers.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

/** `line:column code arg` of every finding; warnings in brackets. */
function problems(text: string): readonly string[] {
  return readAnswers(text, SMALL_CATALOG).findings.map((finding) => {
    const place = finding.location ? `${finding.location.line}:${finding.location.column} ` : '';
    const [first] = Object.values(finding.args);
    const told = `${place}${finding.code}${first === undefined || Array.isArray(first) ? '' : ` ${String(first)}`}`;
    return finding.severity === 'warning' ? `(${told})` : told;
  });
}

function read(text: string): Answers {
  const outcome = readAnswers(text, SMALL_CATALOG);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings, null, 1));
  return outcome.value;
}

/** A file with one section filled. */
const file = (section: string) => `wazamori: 1\n${section}\n`;

const FULL = `# wazamori 回答ファイル（社外秘）
wazamori: 1
company:
  name: 株式会社サンプル精機
  site: 本社工場
  corporateNumber: "7000012050002"
  headquarters: 福岡県
  industry: 製造業
  employees: 48
  strength: 薄肉部品の歪みを抑える加工条件
assessment:
  date: 2026-11-21
  by: 総務課長
  depth: evidence
  goals: [tics]
  keepUntil: 2027-11-30
  editions: {guidance: "2026.1", prior-notification: 2025.10}
profile:
  overseasProduction: 計画している
  overseasForms: [合弁, subsidiary]
  foreignTrainees: ３
answers:
  guidance.core-technology-list: はい
  guidance.information-rules:
    answer: 一部
    note: 本社のみ。タイ工場は未整備
    basis: 聞き取り
    evidence:
      - {what: 情報管理規程 第3版, where: 総務の書庫, seen: 2026-04-01}
      - {file: docs/rules.pdf, sha256: 9f2c, seen: 2026-04-01}
    by: 総務課長
    on: 2026-11-20
  guidance.exhibition-review: {answer: 当てはまらない, reason: 展示会に出ていない}
  guidance.exit-plan:
  tics.storage-cabinet: わからない
technologies:
  - id: t1
    name: 誘電体シートの成形条件
    family: [mlcc]
    countries: [VN]
    trigger: subsidiary
    informReceived: いいえ
    decisionDate: 2027-03-31
  - {id: t2}
plan:
  start: 2026-12-01
  capacity: 2.5
  actions:
    identify-core-technology: {owner: 製造部長, due: 2027-01-31, status: doing}
accepted:
  - {item: guidance.exit-plan, reason: 撤退の予定なし, until: 2027-03-31, by: 代表取締役}
suppressed:
  - {code: all-yes-streak, reason: 第三者監査の直後のため}
`;

describe('a whole file', () => {
  const answers = read(FULL);

  it('reads without a finding', () => {
    expect(problems(FULL)).toEqual([]);
  });

  it('company and assessment', () => {
    expect(answers.company).toEqual({
      name: '株式会社サンプル精機',
      formerNames: [],
      site: '本社工場',
      corporateNumber: '7000012050002',
      headquarters: '福岡県',
      industry: '製造業',
      employees: 48,
      strength: '薄肉部品の歪みを抑える加工条件',
    });
    expect(answers.assessment).toEqual({
      date: '2026-11-21',
      by: '総務課長',
      depth: 'evidence',
      goals: ['tics'],
      keepUntil: '2027-11-30',
      // As typed: an edition is text, the number 2025.1 would be another one.
      editions: { guidance: '2026.1', 'prior-notification': '2025.10' },
    });
    expect([...answers.profile]).toEqual([
      ['overseasProduction', ['planning']],
      ['overseasForms', ['joint-venture', 'subsidiary']],
      ['foreignTrainees', ['3']],
    ]);
  });

  it('answers, each with its place', () => {
    expect([...answers.answers.keys()]).not.toContain('guidance.exit-plan');
    expect(answers.answers.get('guidance.core-technology-list')).toEqual({
      value: 'yes',
      reason: null,
      note: null,
      basis: null,
      evidence: [],
      by: null,
      on: null,
      location: { line: 23, column: 34 },
    });
    expect(answers.answers.get('guidance.information-rules')).toEqual({
      value: 'partial',
      reason: null,
      note: '本社のみ。タイ工場は未整備',
      basis: 'interview',
      evidence: [
        { what: '情報管理規程 第3版', where: '総務の書庫', file: null, sha256: null, seen: '2026-04-01' },
        { what: null, where: null, file: 'docs/rules.pdf', sha256: '9f2c', seen: '2026-04-01' },
      ],
      by: '総務課長',
      on: '2026-11-20',
      location: { line: 25, column: 13 },
    });
    expect(answers.answers.get('guidance.exhibition-review')).toMatchObject({
      value: 'notApplicable',
      reason: '展示会に出ていない',
    });
  });

  it('technologies, with what an absent field means', () => {
    expect(answers.technologies[0]).toMatchObject({
      destination: 'non-group-a',
      informReceived: 'no',
      decisionDate: '2027-03-31',
    });
    expect(answers.technologies[1]).toEqual({
      id: 't2',
      name: null,
      family: ['unknown'],
      familyAsOf: null,
      familyBasis: null,
      familyCheckedBy: null,
      kind: 'unknown',
      withTechnicalDocuments: 'unknown',
      listControl: 'not-done',
      definitionCheck: 'not-checked',
      definitionCheckedOn: null,
      definitionBasis: null,
      destination: 'unknown',
      countries: [],
      onward: 'unknown',
      onwardBasis: null,
      trigger: 'unknown',
      exclusion: 'unknown',
      exclusionBasis: null,
      stage: 'unknown',
      contractDate: null,
      decisionDate: null,
      newTechnologyAfterStart: 'unknown',
      informReceived: 'unknown',
      recipientControls: 'unknown',
      consultedOn: null,
      reportedOn: null,
      location: { line: 44, column: 5 },
    });
  });

  it('plan, accepted, suppressed', () => {
    expect(answers.plan).toEqual({
      start: '2026-12-01',
      capacity: 2.5,
      actions: new Map([
        [
          'identify-core-technology',
          { owner: '製造部長', due: '2027-01-31', status: 'doing', location: { line: 49, column: 5 } },
        ],
      ]),
    });
    expect(answers.accepted).toEqual([
      {
        item: 'guidance.exit-plan',
        reason: '撤退の予定なし',
        until: '2027-03-31',
        by: '代表取締役',
        location: { line: 51, column: 5 },
      },
    ]);
    expect(answers.suppressed).toEqual([
      {
        code: 'all-yes-streak',
        about: null,
        reason: '第三者監査の直後のため',
        until: null,
        by: null,
        location: { line: 53, column: 5 },
      },
    ]);
  });

  it('says the same of CRLF, and of JSON', () => {
    expect(read(FULL.replaceAll('\n', '\r\n'))).toEqual(answers);
    expect(
      read('{"wazamori":1,"answers":{"guidance.exit-plan":"no"}}').answers.get('guidance.exit-plan')?.value,
    ).toBe('no');
  });

  it('reads an almost empty file as nothing answered, everything asked', () => {
    const empty = read('wazamori: 1\ncompany:\nanswers:\ntechnologies:\n');
    expect(empty.answers.size + empty.profile.size + empty.technologies.length).toBe(0);
    expect(empty.assessment.depth).toBe('full');
  });
});

describe('problems and where they stand', () => {
  it.each<[string, readonly string[]]>([
    // version
    ['company:\n  name: 株式会社サンプル精機\n', ['1:1 version-missing']],
    ['name: my-project\nversion: 3\nscripts: {}\n', ['1:1 version-missing']],
    ['wazamori: 2\nanswers: {guidance.exit-plan: たぶん}\n', ['1:11 version-newer 2']],
    ['wazamori: "1"\n', ['1:11 version-unknown "1"']],
    ['wazamori: 0\n', ['1:11 version-unknown 0']],
    [
      'wazamori:\nanswers: {guidance.exit-plan: たぶん}\n',
      ['1:10 version-unknown ', '2:31 wrong-word たぶん'],
    ],
    ['- wazamori: 1\n', ['1:1 wrong-type {…: …}']],
    // keys
    [file('compnay: {name: x}'), ['(2:1 unknown-key compnay)']],
    [file('company: {nmae: x, employes: 3}'), ['(2:11 unknown-key nmae)', '(2:20 unknown-key employes)']],
    [
      file('answers: {guidance.exit-plan: {anser: はい}}'),
      ['2:31 missing-value answer', '(2:32 unknown-key anser)'],
    ],
    [
      file('profile: {employees: 48, overseasProduct: none}'),
      ['(2:11 unknown-key employees)', '(2:26 unknown-key overseasProduct)'],
    ],
    // items: an unknown id is a warning, its value is checked all the same
    [
      file('answers:\n  guidance.exitplan: はい\n  old.item: たぶん'),
      ['(3:3 unknown-item guidance.exitplan)', '(4:3 unknown-item old.item)', '4:13 wrong-word たぶん'],
    ],
    [file('plan: {actions: {write-rules: {status: doing}}}'), ['(2:18 unknown-action write-rules)']],
    [
      file('accepted: [{item: guidance.exit, reason: r, until: 2027-03-31, by: 社長}]'),
      ['(2:19 unknown-item guidance.exit)'],
    ],
    // words
    [
      file('answers: {guidance.exit-plan: true, tics.storage-cabinet: 1}'),
      ['2:31 wrong-word true', '2:59 wrong-word 1'],
    ],
    [file('answers: {guidance.exit-plan: [はい]}'), ['2:31 wrong-type "…"']],
    [
      file('answers: {guidance.exit-plan: {answer: {x: 1}, basis: 噂}}'),
      ['2:40 wrong-type "…"', '2:55 wrong-word 噂'],
    ],
    [file('assessment: {depth: deep, goals: iso}'), ['2:21 wrong-word deep', '2:34 wrong-word iso']],
    [
      file('profile: {overseasProduction: [none], overseasForms: [合弁, 支店]}'),
      ['2:31 wrong-type "…"', '2:59 wrong-word 支店'],
    ],
    [file('plan: {actions: {identify-core-technology: {status: あとで}}}'), ['2:53 wrong-word あとで']],
    // dates and numbers
    [
      file('assessment: {date: 2026-02-30, keepUntil: 11/30/2026}'),
      ['2:20 wrong-date 2026-02-30', '2:43 wrong-date 11/30/2026'],
    ],
    [
      file('company: {employees: -3, corporateNumber: 7000012050003}'),
      ['2:22 wrong-number -3', '2:43 wrong-corporate-number 7000012050003'],
    ],
    [file('company: {corporateNumber: 7.00001E+12}'), ['2:28 corporate-number-rounded 7.00001E+12']],
    [
      file('company: {employees: 48.5}\nplan: {capacity: 多め}'),
      ['2:22 wrong-number 48.5', '3:18 wrong-number 多め'],
    ],
    // technologies
    [
      file('technologies:\n  - {name: x}\n  - {id: t1}\n  - {id: t1}\n  - t2'),
      ['3:5 missing-value id', '5:10 duplicate-id t1', '6:5 wrong-type {…: …}'],
    ],
    [file('technologies: [{id: t1, family: []}]'), ['2:33 missing-value family']],
    [file('technologies: [{id: t1, family: [mlcc, none]}]'), ['2:33 stands-alone none']],
    [file('technologies: [{id: t1, family: [unknown, unknown]}]'), []],
    [
      file('technologies: [{id: t1, family: [mlc], kind: 製造, countries: [UK]}]'),
      ['2:34 wrong-word mlc', '2:46 wrong-word 製造', '2:62 wrong-word UK'],
    ],
    [
      file('technologies: [{id: t1, countries: [VN, US], destination: non-group-a}]'),
      ['2:59 destination-contradicts non-group-a'],
    ],
    [file('technologies: [{id: t1, countries: [VN], destination: unknown}]'), []],
    // accepted and suppressed need their reasons
    [
      file('accepted: [{item: guidance.exit-plan, reason: ""}]'),
      ['2:12 missing-value reason', '2:12 missing-value until', '2:12 missing-value by'],
    ],
    [file('suppressed: [{code: x, reason: [y]}]'), ['2:32 wrong-type "…"']],
    [file('suppressed: {code: x}'), ['2:13 wrong-type […]']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    ['guidance.exit-plan: はイ', 'はい'],
    ['guidance.exit-plan: true', 'はい'],
    ['guidance.exit-plan: False', 'いいえ'],
    ['guidance.exit-plan: わからなぃ', 'わからない'],
    ['guidance.exit-paln: はい', 'guidance.exit-plan'],
    ['exit-plan: はい', 'guidance.exit-plan'],
  ])('%s: もしかして %s', (line, nearest) => {
    expect(readAnswers(file(`answers: {${line}}`), SMALL_CATALOG).findings[0]?.args).toMatchObject({
      nearest,
    });
  });

  it('当てはまらない without a reason is no reading error: the rules judge it', () => {
    expect(problems(file('answers: {guidance.core-technology-list: 当てはまらない}'))).toEqual([]);
  });

  it('わからない is fine wherever something is asked', () => {
    const text = file(
      'company: {employees: わからない}\nprofile: {overseasProduction: "?", overseasForms: [合弁, 不明], foreignTrainees: unknown}\ntechnologies: [{id: t1, family: わからない, kind: 不明, listControl: わからない, definitionCheck: わからない}]',
    );
    expect(problems(text)).toEqual([]);
    const answers = read(text);
    expect(answers.company.employees).toBeNull();
    expect([...answers.profile.values()]).toEqual([['unknown'], ['unknown'], ['unknown']]);
    expect(answers.technologies[0]).toMatchObject({
      family: ['unknown'],
      listControl: 'not-done',
      definitionCheck: 'not-checked',
    });
  });

  it('names that look like other types stay text', () => {
    const { company } = read(file('company: {name: 123, site: true, strength: 0010}'));
    expect(company).toMatchObject({ name: '123', site: 'true', strength: '0010' });
  });

  it('a destination follows from its countries', () => {
    const destinations = ['[US, KR]', '[US, VN]', '[TW]', 'th', '[]'].map((countries) => {
      return read(file(`technologies: [{id: t1, countries: ${countries}}]`)).technologies[0]?.destination;
    });
    expect(destinations).toEqual(['group-a-only', 'mixed', 'non-group-a', 'non-group-a', 'unknown']);
  });

  it('tells 100 and counts the rest, errors before warnings', () => {
    const lines = Array.from({ length: 150 }, (_, i) => `  old.item-${i}: はい`);
    const { findings, ok } = readAnswers(
      file(`answers:\n${lines.join('\n')}\n  guidance.exit-plan: たぶん`),
      SMALL_CATALOG,
    );
    expect(ok).toBe(false);
    expect(findings).toHaveLength(101);
    expect(findings.filter(({ code }) => code === 'wrong-word')).toHaveLength(1);
    expect(findings.at(-1)).toEqual({
      severity: 'warning',
      code: 'more-problems',
      args: { count: 51 },
      location: null,
    });
  });
});
