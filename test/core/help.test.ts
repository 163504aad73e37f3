import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { dealsWithChina, headlineHelp } from '../../src/core/help.ts';
import type { Gap, Task } from '../../src/model/assessment.ts';
import type { Desk, Fact } from '../../src/model/catalog.ts';
import type { FactValue } from '../../src/model/condition.ts';
import { action, answers, catalog, FACTS, item, TODAY } from './sample.ts';
import { technology } from './verdict/sample.ts';

const desk = (id: string, over: Partial<Desk> = {}): Desk => ({
  id,
  regions: [],
  reachable: false,
  hideForChina: false,
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
  const named = (moves: readonly string[], dangers: readonly string[]) => {
    const tasks = ['mark', 'train', 'lock', 'write'].map(
      (id): Pick<Task, 'id' | 'action'> => ({ id: `first-step:${id}`, action: id }),
    );
    return headlineHelp({ moves, dangers }, [{ tasks }], GAPS, HELP, catalog({ directory: DIRECTORY }));
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
    expect(headlineHelp(wanted, waves, [], HELP, catalog({ directory: DIRECTORY }))).toEqual(['osaka-desk']);
  });

  it('fall back on one that is known by name only', () => {
    const plan = [{ tasks: [{ id: 'first-step:mark', action: 'mark' }] }];
    const help = [{ action: 'mark', desks: ['kyushu-bureau', 'inpit-desk'] }];
    const shown = headlineHelp(
      { moves: ['first-step:mark'], dangers: [] },
      plan,
      [],
      help,
      catalog({ directory: DIRECTORY }),
    );
    expect(shown).toEqual(['inpit-desk', 'kyushu-bureau']);
  });
});
