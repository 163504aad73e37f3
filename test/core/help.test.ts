import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { dealsWithChina, deskServes, headlineHelp } from '../../src/core/help.ts';
import type { Technology } from '../../src/model/answers.ts';
import type { Gap } from '../../src/model/assessment.ts';
import type { Desk, Fact } from '../../src/model/catalog.ts';
import type { FactValue } from '../../src/model/condition.ts';
import type { Task } from '../../src/model/plan.ts';
import { catalog as SHIPPED } from '../setup/checklists.ts';
import { action, answers, catalog, FACTS, item, TODAY } from './sample.ts';
import { technology } from './verdict/sample.ts';

const desk = (id: string, over: Partial<Desk> = {}): Desk => ({
  id,
  regions: [],
  reachable: false,
  hideForChina: false,
  appliesWhen: null,
  ...over,
});
const CHINA: Fact = {
  id: 'chinaInvolved',
  place: 'profile',
  kind: 'choice',
  values: [],
  askedWhen: null,
  depth: 'quick',
  askRole: 'owner-president',
};

const DIRECTORY = [
  desk('inpit-desk', { reachable: true }),
  desk('kyushu-bureau', { regions: ['福岡県', '熊本県'] }),
  desk('osaka-desk', { regions: ['大阪府'], reachable: true }),
  desk('police', { reachable: true, hideForChina: true }),
];

function helpFor(
  profile: Readonly<Record<string, readonly string[]>>,
  headquarters: string | null = '福岡県福岡市',
) {
  const sample = catalog({
    facts: [...FACTS, CHINA],
    directory: DIRECTORY,
    items: [item('guidance.marking', { severity: 'critical' })],
    actions: [action('write-rules', { help: ['kyushu-bureau', 'osaka-desk', 'police', 'inpit-desk'] })],
  });
  const given = answers({ profile, answers: { 'guidance.marking': 'no' } });
  const company = { ...given.company, headquarters };
  const { help, headline } = assess({
    catalog: sample,
    answers: { ...given, company },
    today: TODAY,
    version: '0',
  });
  return { desks: help[0]?.desks, headline: headline.help };
}

describe('whom to ask', () => {
  it('is who serves the company’s prefecture; those that can be reached come first on the first page', () => {
    expect(helpFor({ chinaInvolved: ['no'] })).toEqual({
      desks: ['kyushu-bureau', 'police', 'inpit-desk'],
      headline: ['police', 'inpit-desk'],
    });
  });
  it('is nobody regional where the prefecture is not known', () => {
    expect(helpFor({ chinaInvolved: ['no'] }, null).desks).toEqual(['police', 'inpit-desk']);
  });
  it('never names the police to a company that deals with China', () => {
    expect(helpFor({ chinaInvolved: ['yes'] })).toEqual({
      desks: ['kyushu-bureau', 'inpit-desk'],
      headline: ['inpit-desk', 'kyushu-bureau'],
    });
  });
});

describe('a desk for one aim', () => {
  const named = (goals: readonly string[] | null) => {
    const given = { ...answers({ profile: {} }), goals };
    const facts = new Map(goals === null ? [] : [['goals', { kind: 'values', values: goals } as const]]);
    const directory = [desk('tics-guide', { appliesWhen: { fact: 'goals', in: ['tics'] } })];
    return deskServes(catalog({ directory }), given, facts)('tics-guide');
  };
  it.each<[string, readonly string[] | null, boolean]>([
    ['is named where that is an aim', ['tics'], true],
    ['is not named where it is none', ['none'], false],
    ['is not named where the aims are not known', null, false],
  ])('%s', (_, goals, expected) => {
    expect(named(goals)).toBe(expected);
  });
});

describe('the shipped desks', () => {
  const first = (over: Partial<Technology>, goals: readonly string[] = ['none']) => {
    const given = answers({
      depth: 'full',
      goals,
      profile: { overseasProduction: ['planning'] },
      answers: { 'guidance.core-technology-list': 'no', 'guidance.confidential-marking': 'no' },
    });
    const technologies = [technology(over)];
    return assess({ catalog: SHIPPED, answers: { ...given, technologies }, today: TODAY, version: '0' })
      .headline.help;
  };
  it.each<[string, Partial<Technology>]>([
    ['an instruction of the ministry', { informReceived: 'yes' }],
    ['a report that is required', {}],
    ['a technology that may be concerned', { definitionCheck: 'not-checked', definitionCheckedOn: null }],
    ['the control list first', { listControl: 'listed' }],
    ['a report that is late', { stage: 'signed' }],
  ])('%s: the desk for the Foreign Exchange and Foreign Trade Act stands first', (_, over) => {
    expect(first(over)[0]).toBe('meti-export-control');
    expect(first(over, ['tics'])[0]).toBe('meti-export-control');
  });
  it('no verdict: a desk of the plan, and none for TICS where it is no aim', () => {
    const given = answers({ depth: 'full', goals: ['none'], answers: { 'guidance.monitoring-rules': 'no' } });
    const { help, headline } = assess({ catalog: SHIPPED, answers: given, today: TODAY, version: '0' });
    expect(headline.help).not.toEqual([]);
    expect([...headline.help, ...help.flatMap(({ desks }) => desks)]).not.toContain('tics-certification');
  });
});

describe('whether a company deals with China', () => {
  const values = (...given: readonly string[]): FactValue => ({ kind: 'values', values: given });
  it.each<[string, FactValue | undefined, readonly string[], boolean]>([
    ['it says so', values('yes'), [], true],
    ['it says no', values('no'), [], false],
    ['not known', { kind: 'unknown' }, [], false],
    ['never heard of', undefined, [], false],
    ['a technology goes there', values('no'), ['VN', 'CN'], true],
    ['its technologies go elsewhere', values('no'), ['VN'], false],
  ])('%s', (_, fact, countries, expected) => {
    const facts = new Map(fact === undefined ? [] : [['chinaInvolved', fact] as const]);
    const given = { ...answers(), technologies: [technology({ countries: [] }), technology({ countries })] };
    expect(dealsWithChina(given, facts)).toBe(expected);
  });
});

describe('the two desks of the first page', () => {
  const gap = (id: string, action: string): Gap => ({
    item: id,
    action,
    points: 1,
    urgency: 1,
    conditional: false,
  });
  const GAPS = [gap('guidance.a', 'mark'), gap('guidance.b', 'train'), gap('guidance.c', 'lock')];
  const HELP = [
    { action: 'mark', desks: ['kyushu-bureau', 'inpit-desk'] },
    { action: 'train', desks: ['police'] },
    { action: 'lock', desks: ['osaka-desk'] },
    { action: 'write', desks: [] },
  ];
  const named = (
    moves: readonly string[],
    dangers: readonly string[],
    legal: readonly string[] = [],
  ): readonly string[] => {
    const tasks = ['mark', 'train', 'lock', 'write'].map(
      (id): Pick<Task, 'id' | 'action'> => ({ id: `first-step:${id}`, action: id }),
    );
    return headlineHelp(
      { moves, dangers },
      [{ tasks }],
      GAPS,
      { help: HELP, legal },
      catalog({ directory: DIRECTORY }),
    );
  };
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'are those of the moves',
      ['first-step:lock', 'first-step:train'],
      ['guidance.a'],
      ['osaka-desk', 'police'],
    ],
    ['then those of the dangers', ['first-step:lock'], ['guidance.b'], ['osaka-desk', 'police']],
    ['then those of the largest gaps', ['first-step:write'], [], ['inpit-desk', 'police']],
    ['first those that can be reached', ['first-step:mark'], ['guidance.a'], ['inpit-desk', 'police']],
    ['each once', ['first-step:train'], ['guidance.b'], ['police', 'inpit-desk']],
    [
      'no matter for a danger without a gap',
      ['first-step:lock'],
      ['guidance.z'],
      ['osaka-desk', 'inpit-desk'],
    ],
  ])('%s', (_, moves, dangers, expected) => {
    expect(named(moves, dangers)).toEqual(expected);
  });

  it('are one where there is one, even beside a danger without a gap', () => {
    const waves = [{ tasks: [{ id: 'first-step:lock', action: 'lock' }] }];
    const wanted = { moves: ['first-step:lock'], dangers: ['guidance.z'] };
    const shown = headlineHelp(
      wanted,
      waves,
      [],
      { help: HELP, legal: [] },
      catalog({ directory: DIRECTORY }),
    );
    expect(shown).toEqual(['osaka-desk']);
  });

  it('begin with whom the law asks to turn to, known by name only or not, and each stands once', () => {
    const moves = ['first-step:lock', 'first-step:train'];
    expect(named(moves, [], ['kyushu-bureau'])).toEqual(['kyushu-bureau', 'osaka-desk']);
    expect(named(moves, [], ['police'])).toEqual(['police', 'osaka-desk']);
  });

  it('fall back on one that is known by name only', () => {
    const plan = [{ tasks: [{ id: 'first-step:mark', action: 'mark' }] }];
    const help = [{ action: 'mark', desks: ['kyushu-bureau', 'inpit-desk'] }];
    const shown = headlineHelp(
      { moves: ['first-step:mark'], dangers: [] },
      plan,
      [],
      { help, legal: [] },
      catalog({ directory: DIRECTORY }),
    );
    expect(shown).toEqual(['inpit-desk', 'kyushu-bureau']);
  });
});
