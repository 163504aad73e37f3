import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { addDays } from '../../src/core/calendar.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Action, Item, Severity } from '../../src/model/catalog.ts';
import { action, answers, catalog, item, TODAY, type Written } from './sample.ts';

/** One item per action: `[action, severity, effort of a medium company, over]`. */
type Row = readonly [string, Severity, number, Partial<Action>?];

function run(
  rows: readonly Row[],
  written: Written = {},
  state: 'no' | 'unknown' = 'no',
  more: readonly Item[] = [],
): Assessment {
  const actions = rows.map(([id, , days, over]) =>
    action(id, { effort: { small: days, medium: days, large: days }, ...over }),
  );
  const items = rows.map(([id, severity]) => item(`guidance.${id}`, { severity, action: id }));
  const given = answers({
    profile: { overseasProduction: ['none'], exhibitions: ['no'] },
    ...written,
    answers: { ...Object.fromEntries(items.map((i) => [i.id, state])), ...written.answers },
  });
  return assess({
    catalog: catalog({ items: [...items, ...more], actions }),
    answers: given,
    today: TODAY,
    version: '0',
  });
}

const actionsByWave = (result: Assessment): Record<string, readonly (string | null)[]> =>
  Object.fromEntries(
    result.plan.waves.map((wave) => [
      wave.id,
      wave.tasks.filter((t) => t.kind === 'action').map((t) => t.action),
    ]),
  );

describe('waves', () => {
  it('end 14, 30, 90, 180 and 365 days after the start, which is today unless the file says otherwise', () => {
    expect(run([]).plan.waves.map((w) => w.due)).toEqual([
      '2026-12-05',
      '2026-12-21',
      '2027-02-19',
      '2027-05-20',
      '2027-11-21',
    ]);
    expect(run([], { start: '2026-12-01' }).plan).toMatchObject({
      start: '2026-12-01',
      waves: [{ due: '2026-12-15' }, {}, {}, {}, {}],
    });
  });

  it('have room for capacity × days ÷ 30, all waves before included', () => {
    expect(run([]).plan).toMatchObject({ capacity: 3, capacityFrom: 'size' });
    expect(run([]).plan.waves.map((w) => w.room)).toEqual([1.4, 3, 9, 18, 36.5]);
  });

  it('take the capacity of the file before the one by size, and the option before both', () => {
    expect(run([], { capacity: 2 }).plan).toMatchObject({ capacity: 2, capacityFrom: 'file' });
    const given = {
      catalog: catalog(),
      answers: answers({ capacity: 2 }),
      today: TODAY,
      version: '0',
      capacity: 5,
    };
    expect(assess(given).plan).toMatchObject({ capacity: 5, capacityFrom: 'option' });
  });
});

describe('actions', () => {
  it('go by priority = benefit ÷ effort into the earliest wave with room', () => {
    // priorities: mark 3/1 = 3, rules 3/2 = 1.5, train 1/1 = 1
    const result = run([
      ['write-rules', 'major', 2],
      ['train-people', 'minor', 1],
      ['mark-drawings', 'major', 1],
    ]);
    expect(actionsByWave(result)).toEqual({
      now: ['mark-drawings'],
      d30: ['write-rules'],
      d90: ['train-people'],
      d180: [],
      d365: [],
    });
  });

  it('add up the gaps they close', () => {
    const more = [item('guidance.second', { severity: 'minor', action: 'write-rules' })];
    const { plan } = run([['write-rules', 'major', 1]], { answers: { 'guidance.second': 'no' } }, 'no', more);
    const task = plan.waves[0]?.tasks.find((t) => t.kind === 'action');
    expect(task).toMatchObject({
      benefit: 4,
      priority: 4,
      closes: ['guidance.write-rules', 'guidance.second'],
    });
  });

  it('that never fit are listed beyond the year', () => {
    const result = run([['build-vault', 'minor', 40]]);
    expect(actionsByWave(result)).toEqual({ now: [], d30: [], d90: [], d180: [], d365: [] });
    expect(result.plan.beyond).toMatchObject([
      { action: 'build-vault', effort: 40, closes: ['guidance.build-vault'] },
    ]);
  });

  it.each([
    [1, 'now'],
    [3, 'd30'],
    [4, 'd90'],
  ])(
    'the most urgent critical gap keeps its room, %d days in %s, although small deeds have better ratios',
    (days, wave) => {
      const small = Array.from({ length: 12 }, (_, i): Row => [`small-${i}`, 'minor', 0.25]);
      expect(actionsByWave(run([['identify-core', 'critical', days], ...small]))[wave]).toContain(
        'identify-core',
      );
    },
  );

  it('a critical gap nobody knows to be one keeps no room: it is asked first', () => {
    const small = Array.from({ length: 6 }, (_, i): Row => [`small-${i}`, 'major', 0.5]);
    const result = run([['identify-core', 'critical', 3], ...small], {
      answers: { 'guidance.identify-core': 'unknown' },
    });
    expect(actionsByWave(result)['d30']).not.toContain('identify-core');
    expect(result.plan.waves[0]?.tasks.some((t) => t.kind === 'find-out')).toBe(true);
  });

  it('wait for their prerequisites, which take the priority of what needs them', () => {
    const rows: Row[] = [
      ['limit-access', 'critical', 0.5, { after: ['list-drawings'] }],
      ['list-drawings', 'minor', 1],
      ['train-people', 'major', 1],
    ];
    expect(actionsByWave(run(rows))).toMatchObject({
      now: ['list-drawings'],
      d30: ['limit-access', 'train-people'],
    });
  });

  it('need no prerequisite that has no open gap or is done', () => {
    const rows: Row[] = [
      ['limit-access', 'critical', 0.5, { after: ['list-drawings'] }],
      ['list-drawings', 'minor', 1],
    ];
    expect(actionsByWave(run(rows, { answers: { 'guidance.list-drawings': 'yes' } }))['now']).toEqual([
      'limit-access',
    ]);
    expect(actionsByWave(run(rows, { actions: { 'list-drawings': { status: 'done' } } }))['now']).toEqual([
      'limit-access',
    ]);
  });

  it('are beyond the year with a prerequisite that is', () => {
    const rows: Row[] = [
      ['limit-access', 'critical', 0.5, { after: ['build-vault'] }],
      ['build-vault', 'minor', 40],
    ];
    expect(run(rows).plan.beyond.map((b) => b.action)).toEqual(['build-vault', 'limit-access']);
  });

  it('keep owner, date and state of the file; the date fixes the wave, whatever the room', () => {
    const planned = { owner: '製造部長', due: '2027-01-31', status: 'doing' } as const;
    const { plan } = run([['build-vault', 'minor', 40]], { actions: { 'build-vault': planned } });
    const task = plan.waves.find((w) => w.id === 'd90')?.tasks.find((t) => t.kind === 'action');
    expect(task).toMatchObject({ action: 'build-vault', ...planned });
    expect(plan.beyond).toEqual([]);
  });

  it('done leave the waves and are listed', () => {
    const { plan } = run([['write-rules', 'major', 1]], { actions: { 'write-rules': { status: 'done' } } });
    expect(run([['write-rules', 'major', 1]]).plan).toMatchObject({ done: [], choices: [] });
    expect(plan).toMatchObject({ done: ['write-rules'], beyond: [], choices: [] });
    expect(plan.waves.flatMap((w) => w.tasks)).toEqual([]);
  });

  it('that are a choice of management are never scheduled', () => {
    const { plan } = run([['raise-pay', 'major', 1, { effort: null }]]);
    expect(plan.waves.flatMap((w) => w.tasks)).toEqual([]);
    expect(plan.choices).toEqual([{ action: 'raise-pay', benefit: 3, closes: ['guidance.raise-pay'] }]);
  });

  it('are conditional only while every open item is unknown', () => {
    const more = [item('guidance.second', { action: 'write-rules' })];
    const conditional = (second: 'no' | 'unknown') =>
      run([['write-rules', 'major', 1]], { answers: { 'guidance.second': second } }, 'unknown', more)
        .plan.waves.flatMap((w) => w.tasks)
        .filter((t) => t.kind === 'action')
        .map((t) => t.conditional);
    expect(conditional('unknown')).toEqual([true]);
    expect(conditional('no')).toEqual([false]);
  });
});

describe('tasks', () => {
  it('of one action: its first hour now, the whole of it where it fits, in full', () => {
    const rows: Row[] = [['write-rules', 'critical', 2, { role: 'owner-president' }]];
    const { plan } = run(rows, { actions: { 'write-rules': { owner: '総務課長' } } });
    const both = {
      action: 'write-rules',
      benefit: 5,
      priority: 2.5,
      closes: ['guidance.write-rules'],
      role: 'owner-president',
      owner: '総務課長',
      status: 'todo',
      conditional: false,
    } as const;
    expect(plan.waves[0]?.tasks).toEqual([
      { ...both, id: 'first-step:write-rules', kind: 'first-step', effort: 0.125, due: '2026-12-05' },
    ]);
    expect(plan.waves[1]?.tasks).toEqual([
      { ...both, id: 'action:write-rules', kind: 'action', effort: 2, due: '2026-12-21' },
    ]);
  });

  it('of one person to ask, in full', () => {
    const more = [item('guidance.q', { askRole: 'it-person', severity: 'critical' })];
    const { plan } = run([], { answers: { 'guidance.q': 'unknown' } }, 'no', more);
    expect(plan.waves[0]?.tasks.find((t) => t.kind === 'find-out')).toEqual({
      id: 'find-out:it-person',
      kind: 'find-out',
      action: null,
      effort: 0.25,
      benefit: 2.5,
      priority: 10,
      closes: ['guidance.q'],
      role: 'it-person',
      owner: null,
      due: '2026-12-05',
      status: 'todo',
      conditional: true,
    });
  });

  it('stand in a wave as legal tasks, first steps, questions, actions', () => {
    const more = [item('guidance.q', { action: 'write-rules' })];
    const { plan } = run(
      [['write-rules', 'major', 0.5]],
      { answers: { 'guidance.q': 'unknown' } },
      'no',
      more,
    );
    expect(plan.waves[0]?.tasks.map((t) => t.kind)).toEqual(['first-step', 'find-out', 'action']);
  });
});

describe('first steps', () => {
  it('of equal gaps come by severity, then by id', () => {
    // A critical partial on no route and a critical unknown weigh 2.5 both; a major no weighs 3.
    const rows: Row[] = [
      ['z-partial', 'critical', 5],
      ['b', 'critical', 5],
      ['a', 'critical', 5],
      ['no', 'major', 5],
    ];
    const given: Written = {
      answers: { 'guidance.z-partial': 'partial', 'guidance.b': 'unknown', 'guidance.a': 'unknown' },
    };
    const now = run(rows, given).plan.waves[0];
    expect(now?.tasks.filter((t) => t.kind === 'first-step').map((t) => t.action)).toEqual(['no', 'a', 'b']);
  });

  it('are no matter of management choice', () => {
    const now = run([
      ['raise-pay', 'critical', 1, { effort: null }],
      ['mark', 'minor', 5],
    ]).plan.waves[0];
    expect(now?.tasks.map((t) => t.id)).toEqual(['first-step:mark']);
  });

  it('of the three actions with the largest single gap stand in 直ちに, not of those with the best ratio', () => {
    const rows: Row[] = [
      ['cheap', 'minor', 0.25],
      ['heavy', 'critical', 10],
      ['b', 'major', 5],
      ['a', 'major', 5],
    ];
    const now = run(rows).plan.waves[0];
    expect(now?.tasks.filter((t) => t.kind === 'first-step').map((t) => t.action)).toEqual([
      'heavy',
      'a',
      'b',
    ]);
  });

  it('are behind an action already begun', () => {
    const now = run([['a', 'major', 1]], { actions: { a: { status: 'doing' } } }).plan.waves[0];
    expect(now?.tasks.map((t) => t.kind)).toEqual(['action']);
  });
});

describe('find-outs', () => {
  const unknowns = (n: number, role: string) =>
    Array.from({ length: n }, (_, i) => item(`guidance.${role}-${i}`, { askRole: role }));
  const waves = (n: number, written: Written = {}) => {
    const items = [...unknowns(n, 'production-head'), ...unknowns(1, 'it-person')];
    const { plan } = run(
      [],
      { ...written, answers: Object.fromEntries(items.map((i) => [i.id, 'unknown' as const])) },
      'no',
      items,
    );
    return plan.waves.map((w) => w.tasks.filter((t) => t.kind === 'find-out').map((t) => [t.role, t.effort]));
  };
  it('are one per role: a quarter of a day for every ten questions begun', () => {
    expect(waves(10)[0]).toEqual([
      ['production-head', 0.25],
      ['it-person', 0.25],
    ]);
    expect(waves(11)[0]).toEqual([['production-head', 0.5]]);
  });
  it('take at most half of the room of a wave', () => {
    // 1 a month: 0.4667 in 直ちに, half of it 0.2333 — too little for 0.25; 30日 holds both
    expect(waves(10, { capacity: 1 })).toEqual([
      [],
      [
        ['production-head', 0.25],
        ['it-person', 0.25],
      ],
      [],
      [],
      [],
    ]);
  });
  it('come by what they may close, then by role', () => {
    const open = [
      item('guidance.a', { askRole: 'production-head', severity: 'minor' }),
      item('guidance.b', { askRole: 'it-person', severity: 'minor' }),
      item('guidance.c', { askRole: 'owner-president', severity: 'critical' }),
    ];
    const given = { answers: Object.fromEntries(open.map((i) => [i.id, 'unknown' as const])) };
    const asked = run([], given, 'no', open).plan.waves.flatMap((w) =>
      w.tasks.filter((t) => t.kind === 'find-out'),
    );
    expect(asked.map((t) => [t.role, t.benefit])).toEqual([
      ['owner-president', 2.5],
      ['it-person', 0.5],
      ['production-head', 0.5],
    ]);
  });
  it('never drop out of the year', () => {
    expect(waves(10, { capacity: 0 })[4]).toHaveLength(2);
  });
  it('ask about unknown facts too', () => {
    const { plan, askList, unknownFacts } = run([], { profile: { overseasProduction: ['none'] } });
    expect(unknownFacts).toEqual(['exhibitions']);
    expect(askList).toEqual([{ role: 'owner-president', items: [], facts: ['exhibitions'] }]);
    expect(plan.waves[0]?.tasks).toMatchObject([{ id: 'find-out:owner-president', effort: 0.25 }]);
  });
});

describe('projection', () => {
  it('turns what finished actions close into yes, wave by wave, and lets find-outs change no low', () => {
    const more = [
      item('guidance.known', { severity: 'critical' }),
      item('guidance.open', { severity: 'minor', action: 'later' }),
    ];
    const rows: Row[] = [['write-rules', 'major', 1]];
    const result = run(
      rows,
      { answers: { 'guidance.known': 'yes', 'guidance.open': 'unknown' } },
      'no',
      more,
    );
    // Σw 9: known 5, write-rules 3 (no), open 1 (unknown)
    expect(result.score).toMatchObject({ low: 55.5556, high: 66.6667 });
    expect(result.plan.waves[0]?.projected).toEqual({ low: 88.8889, high: 100, unknown: 0 });
  });

  it('leaves accepted gaps where they are', () => {
    const result = run(
      [
        ['write-rules', 'major', 1],
        ['train-people', 'major', 1],
      ],
      { accepted: [{ item: 'guidance.write-rules', until: '2027-12-31' }] },
    );
    expect(result.plan.waves[4]?.projected).toEqual({ low: 50, high: 50, unknown: 0 });
  });

  it('has nothing to say where nothing is asked', () => {
    expect(run([]).plan.waves[0]?.projected).toEqual({ low: null, high: null, unknown: 0 });
  });
});

describe('headline', () => {
  it('names dangers among what is known, and asks about the rest', () => {
    const more = [item('guidance.open', { severity: 'critical', action: 'write-rules' })];
    const { headline } = run(
      [
        ['write-rules', 'minor', 1],
        ['train-people', 'major', 1],
      ],
      { answers: { 'guidance.open': 'unknown' } },
      'no',
      more,
    );
    expect(headline.dangers).toEqual(['guidance.train-people', 'guidance.write-rules']);
    expect(headline.toAsk).toEqual(['guidance.open']);
  });

  it('is empty where everything is done', () => {
    expect(
      run([['write-rules', 'minor', 1]], { answers: { 'guidance.write-rules': 'yes' } }).headline,
    ).toEqual({ dangers: [], toAsk: [], moves: [], help: [] });
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-21', 14, '2026-12-05'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-31', -30, '2027-03-01'],
  ])('%s + %i = %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});
