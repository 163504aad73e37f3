import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import type { Item } from '../../src/model/catalog.ts';
import { answer, answers, catalog, item, TODAY, type Written } from './sample.ts';

const run = (items: readonly Item[], written: Written) =>
  assess({ catalog: catalog({ items }), answers: answers(written), today: TODAY, version: '0' });
const id = 'guidance.core-technology-list';
const exposed = { severity: 'critical', routes: ['people'] } as const;

describe('gaps', () => {
  it.each<[string, Partial<Item>, Written, object | null]>([
    [
      'a critical no on a route of exposure 3: 5 × 1 × 1.5',
      exposed,
      { answers: { [id]: 'no' } },
      { points: 7.5, urgency: 1.5, conditional: false },
    ],
    [
      'partial is half of it',
      exposed,
      { answers: { [id]: 'partial' } },
      { points: 3.75, conditional: false },
    ],
    [
      'unknown brings half of what no brings',
      exposed,
      { answers: { [id]: 'unknown' } },
      { points: 3.75, conditional: true },
    ],
    ['unanswered too', exposed, {}, { points: 3.75, conditional: true }],
    [
      'exposure 1 adds nothing',
      exposed,
      { employees: 8, answers: { [id]: 'no' } },
      { points: 5, urgency: 1 },
    ],
    [
      'exposure 2 is × 1.25; the highest of its routes counts',
      { severity: 'major', routes: ['people', 'overseas-production'] },
      { employees: 8, profile: { overseasProduction: ['planning'] }, answers: { [id]: 'no' } },
      { points: 3.75, urgency: 1.25 },
    ],
    [
      'what does not apply is no gap',
      exposed,
      { answers: { [id]: answer('notApplicable', { reason: '図面を扱わない' }) } },
      null,
    ],
    ['nor is what is not asked at this depth', { depth: 'full' }, { depth: 'quick' }, null],
    ['yes is no gap', exposed, { answers: { [id]: 'yes' } }, null],
    ['a list nobody wants has no gaps', { checklist: 'tics' }, { answers: { [id]: 'no' } }, null],
    ['accepted until today', {}, { answers: { [id]: 'no' }, accepted: [{ item: id, until: TODAY }] }, null],
    [
      'accepted until yesterday: a gap again',
      {},
      { answers: { [id]: 'no' }, accepted: [{ item: id, until: '2026-11-20' }] },
      { points: 3 },
    ],
    [
      'a choice of management in a small company',
      { gapWhen: { fact: 'employees', gte: 21 } },
      { employees: 20, answers: { [id]: 'no' } },
      null,
    ],
    [
      'the same in a larger one',
      { gapWhen: { fact: 'employees', gte: 21 } },
      { employees: 21, answers: { [id]: 'no' } },
      { points: 3 },
    ],
  ])('%s', (_, over, written, expected) => {
    const { gaps } = run([item(id, over)], written);
    if (expected === null) expect(gaps).toEqual([]);
    else expect(gaps).toMatchObject([{ item: id, ...expected }]);
  });

  it('of a question that two lists share is one', () => {
    const items = [item(id), item('tics.list', { checklist: 'tics', sameAs: id })];
    const { gaps } = run(items, { goals: ['tics'], answers: { [id]: 'no' } });
    expect(gaps.map((g) => g.item)).toEqual([id]);
  });

  it('come heaviest first, then by severity, then by id', () => {
    const items = [
      item('guidance.b', { severity: 'minor' }),
      item('guidance.a', { severity: 'minor' }),
      item('guidance.c', { severity: 'major' }),
      item('guidance.d', { severity: 'critical' }),
    ];
    const { gaps } = run(items, {
      answers: { 'guidance.a': 'no', 'guidance.b': 'no', 'guidance.c': 'no', 'guidance.d': 'unknown' },
    });
    expect(gaps.map((g) => g.item)).toEqual(['guidance.c', 'guidance.d', 'guidance.a', 'guidance.b']);
  });

  it('of equal points come by severity before they come by id', () => {
    const rows: readonly (readonly [string, Partial<Item>])[] = [
      ['guidance.a', { severity: 'minor', routes: ['people'] }],
      ['guidance.b', { severity: 'major' }],
    ];
    const given: Written = { answers: { 'guidance.a': 'no', 'guidance.b': 'unknown' } };
    const { gaps } = run(
      rows.map(([name, over]) => item(name, over)),
      given,
    );
    expect(gaps.map((g) => [g.item, g.points])).toEqual([
      ['guidance.b', 1.5],
      ['guidance.a', 1.5],
    ]);
  });

  it('accepted are listed by id, with those that have expired marked', () => {
    const until = (days: string) => `2026-11-${days}`;
    const { accepted } = run([item('guidance.a'), item('guidance.b'), item('guidance.c')], {
      accepted: [
        { item: 'guidance.c', until: until('21') },
        { item: 'guidance.a', until: until('20') },
        { item: 'guidance.b', until: until('22') },
      ],
    });
    expect(accepted.map((a) => [a.item, a.expired])).toEqual([
      ['guidance.a', true],
      ['guidance.b', false],
      ['guidance.c', false],
    ]);
  });

  it('accepting raises no score', () => {
    const items = [item(id), item('guidance.other')];
    const written = { answers: { [id]: 'no', 'guidance.other': 'yes' } } as const;
    const before = run(items, written);
    const after = run(items, { ...written, accepted: [{ item: id, until: '2027-03-31' }] });
    expect(after.score).toEqual(before.score);
    expect(after.accepted).toMatchObject([{ item: id, expired: false }]);
  });
});
