import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { weakest } from '../../src/core/judge.ts';
import type { Evidence } from '../../src/model/answers.ts';
import type { Confidence, Item } from '../../src/model/catalog.ts';
import { answer, answers, catalog, item, TODAY, type Written } from './sample.ts';
import { DETERMINATION } from './verdict/sample.ts';

const run = (items: readonly Item[], written: Written = {}) =>
  assess({ catalog: catalog({ items }), answers: answers(written), today: TODAY, version: '0.1.0' });

const seen = (day: string | null): Evidence => ({
  what: '持出し台帳',
  where: '総務',
  file: null,
  sha256: null,
  seen: day,
});
const id = 'guidance.core-technology-list';

describe('a result', () => {
  it('says what it was made of', () => {
    const given = {
      catalog: catalog(),
      answers: answers({ date: '2026-11-20', depth: 'quick' }),
      today: TODAY,
      version: '0.1.0',
    } as const;
    expect(assess(given)).toMatchObject({
      schemaVersion: 2,
      tool: { name: 'wazamori', version: '0.1.0' },
      company: { name: '株式会社サンプル精機', site: null, employees: 48 },
      asOf: TODAY,
      answersAsOf: '2026-11-20',
      depth: 'quick',
      editions: { guidance: '2026.1', tics: '2026.1' },
      source: null,
      unknownFacts: ['overseasProduction', 'exhibitions'],
    });
    const source = { file: '自己点検.yaml', sha256: 'ab12' };
    expect(assess({ ...given, source }).source).toEqual(source);
  });

  it('has no score for a list of verdicts', () => {
    const [list] = catalog().checklists;
    const checklists =
      list === undefined ? [] : [{ ...list, id: 'prior-notification', kind: 'determination' as const }];
    const given = { catalog: catalog({ checklists, determination: DETERMINATION }), answers: answers() };
    expect(assess({ ...given, today: TODAY, version: '0' }).checklists).toEqual([
      { id: 'prior-notification', kind: 'determination', score: null, readiness: null, sections: [] },
    ]);
  });

  it('counts nothing of a list nobody wants, not even as out of scope', () => {
    const visit = { fact: 'exhibitions', in: ['yes'] };
    const items = [
      item(id),
      item('guidance.visits', { appliesWhen: visit }),
      item('tics.lock', { checklist: 'tics' }),
    ];
    const coverage = (goals: readonly string[]) =>
      run(items, { goals, profile: { exhibitions: ['no'] } }).score.coverage;
    expect(coverage([])).toMatchObject({ asked: 1, outOfScope: 1 });
    expect(coverage(['tics'])).toMatchObject({ asked: 2, outOfScope: 1 });
  });
});

describe('the scores of a result', () => {
  const items = [
    item('guidance.a', { severity: 'critical', section: 'foundation' }),
    item('guidance.b', { severity: 'minor', section: 'people-prevention' }),
    item('tics.a', { severity: 'major', checklist: 'tics', section: 'tics-rules', sameAs: 'guidance.a' }),
    item('tics.b', { severity: 'major', checklist: 'tics', section: 'tics-rules' }),
  ];
  const result = () =>
    run(items, {
      goals: ['tics'],
      answers: { 'guidance.a': 'yes', 'guidance.b': 'no', 'tics.a': 'no', 'tics.b': 'partial' },
    });

  it('count a question that two lists share once overall, and in each list by its own answer', () => {
    const { score, checklists } = result();
    expect(score).toMatchObject({
      weight: 9,
      sumLow: 6.5,
      coverage: { asked: 3, yes: 1, partial: 1, no: 1 },
    });
    expect(checklists.map((c) => [c.id, c.score?.weight, c.score?.sumLow])).toEqual([
      ['guidance', 6, 5],
      ['tics', 6, 1.5],
    ]);
  });

  it('stand beside each section', () => {
    const sections = result().checklists.flatMap((c) => c.sections.map((s) => [s.id, s.score.low]));
    expect(sections).toEqual([
      ['foundation', 100],
      ['people-prevention', 0],
      ['tics-rules', 25],
    ]);
  });
});

describe('an item of the result', () => {
  it('carries what its answer says, in full', () => {
    const said = answer('partial', {
      evidence: [seen('2026-04-01'), seen(null), seen('2025-12-24')],
      location: { line: 21, column: 3 },
    });
    const over: Partial<Item> = { severity: 'critical', routes: ['people'], action: 'mark' };
    expect(run([item(id, over)], { answers: { [id]: said } }).items).toEqual([
      {
        id,
        checklist: 'guidance',
        section: 'foundation',
        routes: ['people'],
        state: 'partial',
        reason: null,
        severity: 'critical',
        weight: 5,
        low: 0.5,
        high: 0.5,
        inOverall: true,
        inheritedFrom: null,
        confidence: 'inferred',
        action: 'mark',
        evidence: { count: 3, oldest: '2025-12-24' },
        location: { line: 21, column: 3 },
      },
    ]);
  });

  it.each<[string, Partial<Item>, Written, object]>([
    [
      'unanswered',
      {},
      {},
      { weight: 3, low: 0, high: 1, inOverall: true, evidence: { count: 0, oldest: null }, location: null },
    ],
    [
      'evidence nobody has dated',
      {},
      { answers: { [id]: answer('yes', { evidence: [seen(null)] }) } },
      { evidence: { count: 1, oldest: null } },
    ],
    [
      'out of scope: no weight, though answered',
      { appliesWhen: { fact: 'exhibitions', in: ['yes'] } },
      { profile: { exhibitions: ['no'] }, answers: { [id]: 'no' } },
      { state: 'outOfScope', weight: 0, low: null, high: null, inOverall: false },
    ],
    [
      'not asked at this depth',
      { depth: 'full' },
      { depth: 'quick' },
      { state: 'notAsked', weight: 0, inOverall: false },
    ],
    [
      'what does not apply stays in the list, without weight',
      {},
      { answers: { [id]: answer('notApplicable', { reason: '図面を扱わない' }) } },
      { state: 'notApplicable', weight: 0, low: null, high: null, inOverall: true },
    ],
  ])('%s', (_, over, written, expected) => {
    expect(run([item(id, over)], written).items[0]).toMatchObject(expected);
  });

  it.each<[Confidence, Confidence, Confidence, Confidence]>([
    ['official', 'official', 'official', 'official'],
    ['official', 'secondary', 'official', 'secondary'],
    ['secondary', 'official', 'inferred', 'inferred'],
    ['inferred', 'official', 'official', 'inferred'],
    ['official', 'official', 'secondary', 'secondary'],
  ])('is only as sure as its weakest part: %s, %s, %s → %s', (topic, wording, cls, expected) => {
    expect(weakest({ confidence: { topic, wording, class: cls } })).toBe(expected);
  });
});

describe('whom to ask what', () => {
  it('is わからない by role in the order of the catalogue, with the facts nobody knows; roles without are left out', () => {
    const items = [
      item('guidance.b', { askRole: 'it-person' }),
      item('guidance.a', { askRole: 'it-person' }),
      item('guidance.c', { askRole: 'production-head' }),
      item('guidance.d', { askRole: 'general-affairs' }),
      item('tics.b', { checklist: 'tics', askRole: 'it-person', sameAs: 'guidance.b' }),
    ];
    const { askList } = run(items, {
      goals: ['tics'],
      profile: { overseasProduction: ['none'] },
      answers: {
        'guidance.b': 'unknown',
        'guidance.a': 'unknown',
        'guidance.c': 'unknown',
        'guidance.d': 'no',
      },
    });
    expect(askList).toEqual([
      { role: 'owner-president', self: false, items: [], facts: ['exhibitions'] },
      { role: 'production-head', self: false, items: ['guidance.c'], facts: [] },
      { role: 'it-person', self: false, items: ['guidance.b', 'guidance.a'], facts: [] },
    ]);
  });
});
