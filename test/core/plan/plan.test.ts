import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import { addDays } from '../../../src/core/plan/calendar.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import { answers, catalog, item, TODAY } from '../sample.ts';
import { type Row, run } from './plan-run.ts';

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

  it('take what is planned up to their end, a first step being part of its action', () => {
    const { waves } = run([
      ['write-rules', 'major', 1],
      ['train-people', 'minor', 2],
    ]).plan;
    expect(waves.map((w) => w.used)).toEqual([1, 3, 3, 3, 3]);
    expect(waves[0]?.tasks.filter(({ kind }) => kind === 'first-step')).toHaveLength(2);
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
  it('go by the gravest known gap, whatever it costs, and nothing overtakes', () => {
    const result = run([
      ['write-rules', 'major', 4],
      ['train-people', 'minor', 0.25],
      ['mark-drawings', 'critical', 1],
    ]);
    expect(actionsByWave(result)).toEqual({
      now: ['mark-drawings'],
      d30: [],
      d90: ['write-rules', 'train-people'],
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

  const grave: readonly Row[] = [
    ['a', 'critical', 1],
    ['b', 'critical', 1],
    ['c', 'critical', 1],
  ];

  it('that never fit are listed beyond the year, those larger than the year first', () => {
    const result = run([...grave, ['train', 'major', 33], ['mark', 'minor', 1], ['vault', 'minor', 40]]);
    expect(actionsByWave(result)).toMatchObject({ now: ['a'], d30: ['b', 'c'], d365: ['train'] });
    expect(result.plan.beyond).toMatchObject([
      { action: 'vault', effort: 40, closes: ['guidance.vault'], tooLarge: true },
      { action: 'mark', effort: 1, closes: ['guidance.mark'], tooLarge: false },
    ]);
  });

  it('of the three dangers stand in 90 days, even one larger than the year, and the plan says it is too much', () => {
    const { plan } = run([...grave.slice(0, 2), ['vault', 'critical', 40], ['train', 'major', 1]]);
    const [, , d90] = plan.waves;
    expect(d90?.tasks).toMatchObject([{ id: 'action:vault', tooLarge: true, due: '2027-02-19' }]);
    expect(plan).toMatchObject({ overfull: true, legalOverfull: false, beyond: [] });
    expect(run(grave).plan.overfull).toBe(false);
  });

  it('a critical gap nobody knows to be one waits behind all that is known: it is asked first', () => {
    const small = Array.from({ length: 6 }, (_, i): Row => [`small-${i}`, 'minor', 0.5]);
    const result = run([['identify-core', 'critical', 0.25], ...small], {
      answers: { 'guidance.identify-core': 'unknown' },
    });
    const actions = result.plan.waves.flatMap((w) => w.tasks.filter((t) => t.kind === 'action'));
    expect(actions.at(-1)).toMatchObject({ action: 'identify-core', conditional: true });
    expect(result.plan.waves[0]?.tasks.some((t) => t.kind === 'find-out')).toBe(true);
  });

  it('wait for their prerequisites, which stand directly before what needs them', () => {
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
    const rows: Row[] = [...grave, ['limit', 'major', 0.5, { after: ['vault'] }], ['vault', 'minor', 40]];
    expect(run(rows).plan.beyond.map((b) => b.action)).toEqual(['vault', 'limit']);
  });

  it('keep owner, date and state of the file; the date fixes the wave, whatever the room', () => {
    const planned = { owner: '製造部長', due: '2027-01-31', status: 'doing' } as const;
    const { plan } = run([['build-vault', 'minor', 40]], { actions: { 'build-vault': planned } });
    const task = plan.waves.find((w) => w.id === 'd90')?.tasks.find((t) => t.kind === 'action');
    expect(task).toMatchObject({ action: 'build-vault', ...planned });
    expect(plan.beyond).toEqual([]);
  });

  it('done leave the waves and are listed; a danger among them is to be decided', () => {
    const done = { actions: { 'write-rules': { status: 'done' } } } as const;
    expect(run([['write-rules', 'major', 1]]).plan).toMatchObject({ done: [], choices: [] });
    const { plan } = run([['write-rules', 'major', 1]], done);
    expect(plan).toMatchObject({ done: ['write-rules'], beyond: [], choices: [] });
    expect(plan.waves.flatMap((w) => w.tasks.map((t) => t.id))).toEqual(['decide:write-rules']);
    expect(
      run([['write-rules', 'major', 1]], done, 'unknown').plan.waves.flatMap((w) => w.tasks),
    ).toMatchObject([{ kind: 'find-out' }]);
  });

  it('that are a choice of management are never scheduled', () => {
    const { plan } = run([...grave, ['raise-pay', 'minor', 1, { effort: null }]]);
    expect(plan.waves.flatMap((w) => w.tasks).filter((t) => t.action === 'raise-pay')).toEqual([]);
    expect(plan.choices).toEqual([{ action: 'raise-pay', benefit: 1, closes: ['guidance.raise-pay'] }]);
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
    expect(result.plan.waves[0]?.projected).toEqual({ low: 88.8889, high: 100, unknown: 0, ofAsked: false });
  });

  it('leaves accepted gaps where they are', () => {
    const result = run(
      [
        ['write-rules', 'major', 1],
        ['train-people', 'major', 1],
      ],
      { accepted: [{ item: 'guidance.write-rules', until: '2027-12-31' }] },
    );
    expect(result.plan.waves[4]?.projected).toEqual({ low: 50, high: 50, unknown: 0, ofAsked: false });
  });

  it('has nothing to say where nothing is asked', () => {
    expect(run([]).plan.waves[0]?.projected).toEqual({ low: null, high: null, unknown: 0, ofAsked: false });
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
    ).toEqual({ dangers: [], toAsk: [], moves: [], pairs: [], legal: [], help: [] });
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
