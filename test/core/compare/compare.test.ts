import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/compare/compare.ts';
import type { Answers, Technology } from '../../../src/model/answers.ts';
import type { Catalog, Item } from '../../../src/model/catalog.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import { answer, answers, catalog, item, TODAY, WEIGHTS, type Written } from '../sample.ts';
import { DETERMINATION, technology } from '../verdict/sample.ts';

const LIST = item('guidance.core-technology-list', { severity: 'critical', routes: ['people'] });
const RULES = item('guidance.information-rules', { severity: 'major' });
const FAIRS = item('guidance.exhibition-review', {
  severity: 'major',
  appliesWhen: { fact: 'exhibitions', in: ['yes'] },
});
const CAMERAS = item('guidance.monitoring-rules', { severity: 'minor', depth: 'full' });

const lists = (items: readonly Item[], over: Partial<Catalog> = {}): Catalog => catalog({ items, ...over });
const NOW = lists([LIST, RULES]);

interface Pair {
  readonly before: Written;
  readonly after: Written;
  readonly was?: Catalog | null;
  readonly is?: Catalog;
}

function compared({ before, after, was, is = NOW }: Pair): Comparison {
  const older = was === undefined ? is : was;
  return compareAnswers(answers(before), answers(after), older, is);
}

function compareAnswers(older: Answers, newer: Answers, was: Catalog | null, is: Catalog): Comparison {
  return compare(
    { catalog: was, answers: older },
    { catalog: is, answers: newer },
    { today: TODAY, version: '0' },
  );
}

const overall = ({ scores }: Comparison) => scores.find(({ group }) => group === 'overall');
const byCause = (comparison: Comparison) =>
  Object.fromEntries((overall(comparison)?.causes ?? []).map(({ cause, effect }) => [cause, effect]));

describe('how a score changed', () => {
  it('is told by the answers that changed it, each with its effect', () => {
    // critical no + major yes: 3/8 = 37.5; the list is written: 8/8 = 100.
    const result = compared({
      before: { answers: { [LIST.id]: 'no', [RULES.id]: 'yes' } },
      after: { answers: { [LIST.id]: 'yes', [RULES.id]: 'yes' } },
    });
    expect(overall(result)).toMatchObject({
      before: { low: 37.5, high: 37.5 },
      after: { low: 100, high: 100 },
      change: { low: 62.5, high: 62.5 },
      causes: [
        {
          cause: 'answers',
          effect: { low: 62.5, high: 62.5 },
          items: [{ item: LIST.id, kind: 'improved', effect: { low: 62.5, high: 62.5 } }],
        },
      ],
      byAnswers: { low: 62.5, high: 62.5 },
      byScope: { low: 0, high: 0 },
    });
  });

  it.each([
    ['no', 'partial', 'improved'],
    ['yes', 'partial', 'worsened'],
    ['unknown', 'yes', 'foundOut'],
    ['unknown', 'no', 'foundOut'],
    ['partial', 'unknown', 'lostSight'],
  ] as const)('%s → %s is “%s”', (from, to, kind) => {
    const result = compared({
      before: { answers: { [LIST.id]: from } },
      after: { answers: { [LIST.id]: to } },
    });
    expect(result.items).toMatchObject([{ item: LIST.id, kind, causes: ['answers'] }]);
  });

  it('is parted between checklists, company, depth and answers', () => {
    const was = lists([LIST, { ...RULES, severity: 'minor' }], { weights: WEIGHTS });
    const result = compared({
      was,
      is: lists([LIST, RULES, FAIRS, CAMERAS]),
      before: {
        depth: 'quick',
        answers: { [LIST.id]: 'yes', [RULES.id]: 'no' },
        profile: { exhibitions: ['no'] },
      },
      after: {
        depth: 'full',
        answers: { [LIST.id]: 'yes', [RULES.id]: 'partial', [FAIRS.id]: 'yes' },
        profile: { exhibitions: ['yes'] },
      },
    });
    // 5/6 → 5/8 (rules weigh more) → 5/11 (fairs asked) → 5/12 (cameras asked) → 9.5/12.
    expect(byCause(result)).toEqual({
      catalog: { low: -20.8333, high: -20.8333 },
      profile: { low: -17.0455, high: 10.2273 },
      depth: { low: -3.7878, high: 2.2727 },
      answers: { low: 37.5, high: 12.5 },
    });
    expect(overall(result)?.change).toEqual({ low: -4.1666, high: 4.1667 });
    expect(result.catalog).toMatchObject({
      status: 'changed',
      added: [FAIRS.id, CAMERAS.id].sort(),
      removed: [],
    });
    expect(result.items.find((i) => i.item === FAIRS.id)).toMatchObject({
      kind: 'entered',
      causes: ['profile', 'answers'],
    });
  });

  it('a deeper check with the same answers is no loss by its answers', () => {
    const is = lists([LIST, CAMERAS]);
    const given = { [LIST.id]: 'yes' } as const;
    const result = compared({
      is,
      before: { depth: 'quick', answers: given },
      after: { depth: 'full', answers: given },
    });
    expect(Object.keys(byCause(result))).toEqual(['depth']);
    expect(overall(result)).toMatchObject({ byAnswers: { low: 0, high: 0 } });
    expect(result.withdrawn.depth).toBeNull();
  });

  it('has no number where a side has no score, and still names what happened', () => {
    const result = compared({
      is: lists([FAIRS]),
      before: { profile: { exhibitions: ['no'] } },
      after: { profile: { exhibitions: ['yes'] }, answers: { [FAIRS.id]: 'no' } },
    });
    expect(overall(result)).toMatchObject({
      before: null,
      after: { low: 0, high: 0 },
      change: null,
      byScope: null,
    });
    expect(overall(result)?.causes.map(({ cause, effect }) => [cause, effect])).toEqual([
      ['profile', null],
      ['answers', null],
    ]);
  });

  it('holds the last score while nothing weighs anything on the way', () => {
    const was = lists([LIST]);
    const is = lists([RULES]);
    const result = compared({
      was,
      is,
      before: { answers: { [LIST.id]: 'yes' } },
      after: { answers: { [RULES.id]: 'partial' } },
    });
    expect(overall(result)?.change).toEqual({ low: -50, high: -50 });
    expect(byCause(result)).toEqual({ catalog: { low: -100, high: 0 }, answers: { low: 50, high: -50 } });
  });

  it('cannot be told for an edition nobody has: the newer checklists count both sides', () => {
    const result = compared({
      was: null,
      before: { answers: { [LIST.id]: 'no' }, editions: { guidance: '2024.1' } },
      after: { answers: { [LIST.id]: 'yes' }, editions: { guidance: '2026.1' } },
    });
    expect(result.catalog).toEqual({
      status: 'not-comparable',
      editions: [{ checklist: 'guidance', before: '2024.1', after: '2026.1' }],
      added: [],
      removed: [],
    });
    expect(result.diagnostics).toMatchObject([
      {
        code: 'compare-edition-unknown',
        args: { checklist: 'guidance', answered: '2024.1', current: '2026.1' },
      },
    ]);
    expect(byCause(result)).not.toHaveProperty('catalog');
  });
});

describe('what is hidden is named, never praised', () => {
  const none = { left: [], depth: null, severities: [], technologies: [], verdicts: [] };

  it('a gap answered 「当てはまらない」 left, with the reason written', () => {
    const result = compared({
      before: { answers: { [LIST.id]: 'no', [RULES.id]: 'yes' } },
      after: {
        answers: { [LIST.id]: answer('notApplicable', { reason: '守る技術はない' }), [RULES.id]: 'yes' },
      },
    });
    expect(overall(result)).toMatchObject({
      change: { low: 62.5 },
      byAnswers: { low: 0, high: 0 },
      byScope: { low: 62.5, high: 62.5 },
      kinds: [{ kind: 'left' }],
    });
    expect(result.withdrawn).toEqual({
      ...none,
      left: [
        {
          item: LIST.id,
          cause: 'answers',
          before: 'no',
          after: 'notApplicable',
          wasGap: true,
          reason: { code: 'stated', text: '守る技術はない' },
        },
      ],
    });
    expect(result.gaps.closed).toEqual([{ item: LIST.id, points: 7.5, how: 'left' }]);
  });

  it('a question out of scope, its checklist’s question gone, a depth that fell', () => {
    const is = lists([LIST, FAIRS, CAMERAS]);
    const result = compared({
      was: lists([LIST, RULES, FAIRS, CAMERAS]),
      is,
      before: {
        depth: 'full',
        profile: { exhibitions: ['yes'] },
        answers: { [LIST.id]: 'yes', [RULES.id]: 'yes', [FAIRS.id]: 'no' },
      },
      after: { depth: 'quick', profile: { exhibitions: ['no'] }, answers: { [LIST.id]: 'yes' } },
    });
    expect(result.withdrawn.depth).toEqual({ before: 'full', after: 'quick' });
    expect(result.withdrawn.left.map(({ item: id, cause, after }) => [id, cause, after])).toEqual([
      [FAIRS.id, 'profile', 'outOfScope'],
      [CAMERAS.id, 'depth', 'notAsked'],
      [RULES.id, 'catalog', 'gone'],
    ]);
    expect(overall(result)?.byAnswers).toEqual({ low: 0, high: 0 });
  });

  it('an answer a new edition takes over from a twin is not something the company found out', () => {
    const twin = item('tics.storage-rules', { checklist: 'tics', section: 'tics-rules', severity: 'major' });
    const given = { goals: ['tics'], answers: { [LIST.id]: 'yes' } } as const;
    const result = compared({
      was: lists([LIST, twin]),
      is: lists([LIST, { ...twin, sameAs: LIST.id }]),
      before: given,
      after: given,
    });
    const tics = result.scores.find(({ id }) => id === 'tics');
    expect(tics).toMatchObject({
      change: { low: 100, high: 0 },
      causes: [{ cause: 'catalog', items: [{ kind: 'reweighted' }] }],
      byAnswers: { low: 0, high: 0 },
    });
    expect(result.items).toMatchObject([{ item: twin.id, kind: 'reweighted' }]);
  });

  it('a severity that fell', () => {
    const result = compared({
      was: lists([LIST, RULES]),
      is: lists([{ ...LIST, severity: 'minor' }, RULES]),
      before: { answers: { [LIST.id]: 'no', [RULES.id]: 'yes' } },
      after: { answers: { [LIST.id]: 'no', [RULES.id]: 'yes' } },
    });
    expect(result.withdrawn.severities).toEqual([{ item: LIST.id, before: 'critical', after: 'minor' }]);
    expect(overall(result)).toMatchObject({
      byAnswers: { low: 0, high: 0 },
      byScope: { low: 37.5, high: 37.5 },
    });
  });

  it('a technology the newer file does not name, and a verdict that asks for less', () => {
    const side = (technologies: readonly Technology[]): Answers => ({ ...answers(), technologies });
    const is = { ...NOW, determination: DETERMINATION };
    const [t1, t2] = [technology({ id: 't1' }), technology({ id: 't2', informReceived: 'yes' })];
    const result = compareAnswers(side([t1, t2]), side([{ ...t2, informReceived: 'no' }]), is, is);
    expect(result.withdrawn).toMatchObject({ technologies: ['t1'], verdicts: ['t2'] });
    expect(result.verdicts.map(({ technology: id, kind, cause }) => [id, kind, cause])).toEqual([
      ['t2', 'lighter', 'answers'],
      ['t1', 'disappeared', 'answers'],
    ]);
    const back = compareAnswers(side([t2]), side([t1, t2]), is, is);
    expect(back.verdicts.map(({ kind }) => kind)).toEqual(['appeared']);
    expect(back.withdrawn).toEqual(none);
  });

  it('a verdict that changed with the rules is the checklists’ doing', () => {
    const { determination: _, ...without } = { ...NOW, determination: DETERMINATION };
    const side: Answers = { ...answers(), technologies: [technology({ id: 't1' })] };
    const result = compareAnswers(side, side, { ...NOW, determination: DETERMINATION }, without);
    expect(result.verdicts).toMatchObject([{ technology: 't1', kind: 'disappeared', cause: 'catalog' }]);
    expect(result.withdrawn).toMatchObject({ technologies: [], verdicts: ['t1'] });
  });
});

describe('gaps', () => {
  const accepted = [{ item: LIST.id, until: '2027-03-31' }];
  it.each([
    ['answered yes', { answers: { [LIST.id]: 'no' } }, { answers: { [LIST.id]: 'yes' } }, 'answered-yes'],
    ['accepted', { answers: { [LIST.id]: 'no' } }, { answers: { [LIST.id]: 'no' }, accepted }, 'accepted'],
  ] as const)('closed: %s', (_, before, after, how) => {
    expect(compared({ before, after, is: lists([LIST]) }).gaps).toMatchObject({
      closed: [{ how }],
      opened: [],
    });
  });

  it.each([
    [
      'worse than before',
      { answers: { [LIST.id]: 'yes' } },
      { answers: { [LIST.id]: 'partial' } },
      'worsened',
    ],
    [
      'no longer known',
      { answers: { [LIST.id]: 'yes' } },
      { answers: { [LIST.id]: 'unknown' } },
      'lostSight',
    ],
    [
      'no longer accepted',
      { answers: { [LIST.id]: 'no' }, accepted },
      { answers: { [LIST.id]: 'no' } },
      'acceptance-ended',
    ],
  ] as const)('opened: %s', (_, before, after, how) => {
    expect(compared({ before, after, is: lists([LIST]) }).gaps).toMatchObject({
      opened: [{ how }],
      closed: [],
    });
  });

  it('accepted ones are told by what became of them', () => {
    const until = (day: string) => [{ item: LIST.id, until: day }];
    const change = (was: Written['accepted'] = [], is: Written['accepted'] = []) =>
      compared({ before: { accepted: was, date: '2026-05-10' }, after: { accepted: is } }).accepted;
    expect(change([], until('2027-03-31')).added).toMatchObject([{ item: LIST.id, until: '2027-03-31' }]);
    expect(change(until('2027-03-31'), []).ended).toMatchObject([{ item: LIST.id }]);
    expect(change(until('2027-03-31'), until('2028-03-31')).moved).toMatchObject([
      { from: '2027-03-31', until: '2028-03-31' },
    ]);
    expect(change(until('2026-09-30'), until('2026-09-30')).expired).toMatchObject([{ until: '2026-09-30' }]);
    expect(change(until('2026-04-30'), until('2026-04-30')).expired).toEqual([]);
  });
});

describe('what else is told', () => {
  it('comparability: questions asked on both sides of those asked on either', () => {
    const is = lists([LIST, RULES, FAIRS]);
    const result = compared({
      is,
      before: { profile: { exhibitions: ['no'] } },
      after: { profile: { exhibitions: ['yes'] } },
    });
    expect(result.comparability).toEqual({ both: 2, either: 3, ratio: 0.6667 });
    expect(result.facts).toEqual([
      {
        fact: 'exhibitions',
        before: { kind: 'values', values: ['no'] },
        after: { kind: 'values', values: ['yes'] },
      },
    ]);
  });

  it('routes the company is exposed to otherwise', () => {
    const result = compared({ before: { employees: 8 }, after: { employees: 48 } });
    expect(result.exposures).toEqual([{ route: 'people', before: 1, after: 3, cause: 'profile' }]);
  });

  const KIN = { name: '株式会社サンプル精機', site: '本社工場', corporateNumber: null };
  const NUMBERED = { ...KIN, corporateNumber: '7000012050002' };
  it.each([
    ['another name', KIN, { name: '有限会社サンプル切削' }, 'compare-other-company'],
    ['the same name in another width', KIN, { name: '株式会社　サンプル精機' }, null],
    ['another site', KIN, { site: '第二工場' }, 'compare-other-site'],
    ['another number', NUMBERED, { corporateNumber: '1000012050008' }, 'compare-other-company'],
    [
      'another name with the same number',
      NUMBERED,
      { name: '株式会社サンプルセイキ' },
      'compare-other-company',
    ],
    [
      'a new name that says the old one',
      NUMBERED,
      { name: '株式会社サンプルセイキ', formerNames: ['㈱サンプル精機'] },
      null,
    ],
    ['a short form of the name', KIN, { name: '㈱サンプル精機' }, null],
    [
      'another prefecture',
      { ...KIN, headquarters: '福岡県' },
      { headquarters: '大阪府' },
      'compare-other-company',
    ],
  ])('%s', (_, was, is, code) => {
    const side = (company: Partial<Answers['company']>): Answers => {
      const base = answers();
      return { ...base, company: { ...base.company, ...company } };
    };
    const { diagnostics } = compareAnswers(side(was), side({ ...was, ...is }), NOW, NOW);
    expect(diagnostics.map((d) => d.code)).toEqual(code === null ? [] : [code]);
  });

  it('dates the wrong way round, and one file given twice', () => {
    const source = { file: 'a.yaml', sha256: 'f'.repeat(64) };
    const swapped = compared({ before: { date: '2026-11-20' }, after: { date: '2026-05-10' } });
    expect(swapped.diagnostics).toMatchObject([
      { code: 'compare-dates-swapped', args: { before: '2026-11-20', after: '2026-05-10' } },
    ]);
    const side = { catalog: NOW, answers: answers(), source };
    expect(compare(side, side, { today: TODAY, version: '0' }).diagnostics).toMatchObject([
      { code: 'compare-same-file' },
    ]);
  });
});
