import { describe, expect, it } from 'vitest';
import { type Row, run } from './plan-run.ts';
import { item, type Written } from './sample.ts';

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
