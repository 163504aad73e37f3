import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import { project } from '../../../src/core/plan/projection.ts';
import { scoreOf } from '../../../src/core/score/score.ts';
import type { ItemResult } from '../../../src/model/assessment.ts';
import type { TaskKind } from '../../../src/model/plan.ts';
import { answers, catalog, item, TODAY, WEIGHTS } from '../sample.ts';

// Σw 12: critical unknown 0…5, major no 0, minor yes 1, major partial 1.5 → low 2.5, high 7.5.
const sample = (): readonly ItemResult[] =>
  assess({
    catalog: catalog({
      items: [
        item('guidance.list', { severity: 'critical' }),
        item('guidance.mark', { severity: 'major' }),
        item('guidance.sign', { severity: 'minor' }),
        item('guidance.lock', { severity: 'major' }),
        item('tics.list', { checklist: 'tics', sameAs: 'guidance.list' }),
      ],
    }),
    answers: answers({
      goals: ['tics'],
      answers: {
        'guidance.list': 'unknown',
        'guidance.mark': 'no',
        'guidance.sign': 'yes',
        'guidance.lock': 'partial',
      },
    }),
    today: TODAY,
    version: '0',
  }).items;
type Row = readonly [TaskKind, ...string[]];
function projected(...waves: readonly (readonly Row[])[]) {
  const items = sample();
  const overall = scoreOf(
    items.filter((i) => i.inOverall),
    WEIGHTS,
  );
  const tasks = waves.map((rows) =>
    rows.map(([kind, ...closes]) => ({ kind, closes: closes.map((id) => `guidance.${id}`) })),
  );
  return project(items, overall, tasks);
}

describe('the projection', () => {
  it('starts where the company stands, and counts a question that two lists share once', () => {
    expect(projected([])).toEqual([{ low: 20.8333, high: 62.5, unknown: 1, ofAsked: false }]);
  });

  it.each<[string, readonly Row[], object]>([
    [
      'no → yes raises both ends by its weight',
      [['action', 'mark']],
      { low: 45.8333, high: 87.5, unknown: 1, ofAsked: false },
    ],
    [
      'partial → yes raises both by the half that lacks',
      [['action', 'lock']],
      { low: 33.3333, high: 75, unknown: 1, ofAsked: false },
    ],
    [
      'unknown → yes raises the low end alone',
      [['action', 'list']],
      { low: 62.5, high: 62.5, unknown: 0, ofAsked: false },
    ],
    [
      'asking makes the unknown fewer and raises nothing',
      [['find-out', 'list']],
      { low: 20.8333, high: 62.5, unknown: 0, ofAsked: false },
    ],
    [
      'asking about what is known changes nothing',
      [['find-out', 'mark']],
      { low: 20.8333, high: 62.5, unknown: 1, ofAsked: false },
    ],
    [
      'a first step closes nothing',
      [['first-step', 'mark']],
      { low: 20.8333, high: 62.5, unknown: 1, ofAsked: false },
    ],
    ['nor does a legal task', [['legal', 'mark']], { low: 20.8333, high: 62.5, unknown: 1, ofAsked: false }],
    [
      'what one asks and another closes counts once',
      [
        ['find-out', 'list'],
        ['action', 'list', 'mark'],
      ],
      { low: 87.5, high: 87.5, unknown: 0, ofAsked: false },
    ],
  ])('%s', (_, tasks, expected) => {
    expect(projected(tasks)).toEqual([expected]);
  });

  it('goes on from wave to wave', () => {
    expect(
      projected(
        [['action', 'mark']],
        [],
        [
          ['action', 'lock'],
          ['action', 'list'],
        ],
      ),
    ).toEqual([
      { low: 45.8333, high: 87.5, unknown: 1, ofAsked: false },
      { low: 45.8333, high: 87.5, unknown: 1, ofAsked: false },
      { low: 100, high: 100, unknown: 0, ofAsked: false },
    ]);
  });

  it('says where it speaks of the asked questions alone: less than half of some list', () => {
    const of = (asked: number, deeper: number, elsewhere = 0) => {
      const [one] = sample();
      if (one === undefined) throw new Error('no item');
      const items = [
        ...Array.from({ length: asked }, () => one),
        ...Array.from({ length: deeper }, () => ({ ...one, state: 'notAsked' as const, inOverall: false })),
        ...Array.from({ length: elsewhere }, () => ({
          ...one,
          state: 'outOfScope' as const,
          inOverall: false,
        })),
        { ...one, checklist: 'whole' },
      ];
      return project(items, scoreOf(items, WEIGHTS), [[]])[0]?.ofAsked;
    };
    expect([of(10, 10), of(10, 11), of(10, 10, 9), of(0, 1)]).toEqual([false, true, false, true]);
  });

  it('says nothing where nothing weighs', () => {
    const none: readonly ItemResult[] = [];
    expect(project(none, scoreOf(none, WEIGHTS), [[]])).toEqual([
      { low: null, high: null, unknown: 0, ofAsked: false },
    ]);
  });
});
