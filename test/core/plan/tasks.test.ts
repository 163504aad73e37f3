import { describe, expect, it } from 'vitest';
import type { Item, Severity } from '../../../src/model/catalog.ts';
import { item, type Written } from '../sample.ts';
import { type Row, run } from './plan-run.ts';

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
      facts: [],
      self: false,
      tooLarge: false,
    } as const;
    expect(plan.waves[0]?.tasks).toEqual([
      {
        ...both,
        id: 'first-step:write-rules',
        kind: 'first-step',
        effort: 0.125,
        minutes: 60,
        due: '2026-12-05',
      },
    ]);
    expect(plan.waves[1]?.tasks).toEqual([
      { ...both, id: 'action:write-rules', kind: 'action', effort: 2, minutes: 0, due: '2026-12-21' },
    ]);
  });

  it('of one person to ask, in full', () => {
    const more = [item('guidance.q', { askRole: 'it-person', severity: 'critical' })];
    const { plan } = run([], { answers: { 'guidance.q': 'unknown' } }, 'no', more);
    expect(plan.waves[0]?.tasks.find((t) => t.kind === 'find-out')).toEqual({
      id: 'find-out:it-person',
      kind: 'find-out',
      action: null,
      effort: 0,
      minutes: 10,
      benefit: 2.5,
      priority: 0,
      closes: ['guidance.q'],
      facts: [],
      role: 'it-person',
      self: false,
      owner: null,
      due: '2026-12-05',
      status: 'todo',
      conditional: true,
      tooLarge: false,
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
  it('are a decision for a choice of management, and for what is said to be done while its gap is still there', () => {
    const rows: Row[] = [
      ['raise-pay', 'minor', 1, { effort: null }],
      ['mark', 'minor', 5],
      ['list', 'minor', 5],
    ];
    const { plan } = run(rows, { actions: { list: { status: 'done', owner: '製造部長' } } });
    expect(plan.waves[0]?.tasks.map((t) => t.id)).toEqual([
      'decide:list',
      'decide:raise-pay',
      'first-step:mark',
    ]);
    expect(plan.waves[0]?.tasks[0]).toMatchObject({
      kind: 'decide',
      action: 'list',
      effort: 0,
      minutes: 0,
      closes: ['guidance.list'],
      status: 'todo',
      owner: '製造部長',
      due: '2026-12-05',
      role: 'general-affairs',
    });
  });

  it('of the three dangers stand in 直ちに, not of those with the best ratio', () => {
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
  const unknowns = (n: number, role: string, severity: Severity = 'major') =>
    Array.from({ length: n }, (_, i) => item(`guidance.${role}-${i}`, { askRole: role, severity }));
  const asked = (items: readonly Item[], written: Written = {}) => {
    const states = Object.fromEntries(items.map((i) => [i.id, 'unknown' as const]));
    const { plan } = run([], { ...written, answers: { ...states, ...written.answers } }, 'no', items);
    return plan.waves.map((w) => w.tasks.filter((t) => t.kind === 'find-out'));
  };

  it('are one per role and ten questions: the first at once, all others in 30日', () => {
    const waves = asked([...unknowns(21, 'production-head'), ...unknowns(1, 'it-person')]);
    expect(waves.map((tasks) => tasks.map((t) => [t.id, t.closes.length, t.minutes]))).toEqual([
      [
        ['find-out:production-head', 10, 100],
        ['find-out:it-person', 1, 10],
      ],
      [
        ['find-out:production-head:2', 10, 100],
        ['find-out:production-head:3', 1, 10],
      ],
      [],
      [],
      [],
    ]);
    expect(asked(unknowns(10, 'it-person'))[1]).toEqual([]);
  });

  it('ask about the largest gaps first, each question once', () => {
    const items = [
      ...unknowns(10, 'it-person', 'minor'),
      item('guidance.z', { askRole: 'it-person', severity: 'critical' }),
    ];
    const [now, later] = asked(items);
    expect(now?.[0]?.closes[0]).toBe('guidance.z');
    expect(later?.[0]?.closes).toEqual(['guidance.it-person-9']);
  });

  it('are no work: they stand in 直ちに whatever the room, and take none', () => {
    const [now] = asked(unknowns(10, 'it-person'), { capacity: 0 });
    expect(now).toMatchObject([{ effort: 0, priority: 0, due: '2026-12-05' }]);
  });

  it('come by what they may close, then by role', () => {
    const open = [
      item('guidance.a', { askRole: 'production-head', severity: 'minor' }),
      item('guidance.b', { askRole: 'it-person', severity: 'minor' }),
      item('guidance.c', { askRole: 'owner-president', severity: 'critical' }),
    ];
    expect(asked(open)[0]?.map((t) => [t.role, t.benefit])).toEqual([
      ['owner-president', 2.5],
      ['it-person', 0.5],
      ['production-head', 0.5],
    ]);
  });

  it('ask about unknown facts too, before all else', () => {
    const { plan, askList, unknownFacts } = run([], { profile: { overseasProduction: ['none'] } });
    expect(unknownFacts).toEqual(['exhibitions']);
    expect(askList).toEqual([{ role: 'owner-president', self: false, items: [], facts: ['exhibitions'] }]);
    expect(plan.waves[0]?.tasks).toMatchObject([
      { id: 'find-out:owner-president', minutes: 10, facts: ['exhibitions'], closes: [] },
    ]);
    const [now, later] = asked(unknowns(10, 'owner-president'), {
      profile: { overseasProduction: ['none'] },
    });
    expect(now).toMatchObject([{ minutes: 100, facts: ['exhibitions'] }]);
    expect(later).toMatchObject([{ minutes: 10, facts: [] }]);
  });

  it('send nobody to ask themselves', () => {
    const items = [...unknowns(11, 'owner-president'), ...unknowns(1, 'it-person')];
    const self = (by: string | null) =>
      asked(items, { by })
        .flat()
        .filter((t) => t.self)
        .map((t) => t.id);
    expect(self('社長')).toEqual(['find-out:owner-president', 'find-out:owner-president:2']);
    expect(self('総務課長')).toEqual([]);
    const { askList } = run([], { by: '社長', profile: { overseasProduction: ['none'] } });
    expect(askList).toMatchObject([{ role: 'owner-president', self: true }]);
  });
});
