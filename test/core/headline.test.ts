import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../src/core/headline.ts';
import type { Gap, ItemResult, Plan, Task, TaskKind } from '../../src/model/assessment.ts';
import type { Cost } from '../../src/model/catalog.ts';
import { action, catalog, TODAY } from './sample.ts';

/** `[kind, what, effort in days, benefit]`; `what` is the role of a find-out, else the action. */
type Row = readonly [TaskKind, string, number, number];

const task = ([kind, what, effort, benefit]: Row): Task => ({
  id: `${kind}:${what}`,
  kind,
  action: kind === 'find-out' || kind === 'legal' ? null : what,
  effort,
  benefit,
  priority: benefit / effort,
  closes: [],
  role: 'general-affairs',
  owner: null,
  due: TODAY,
  status: 'todo',
  conditional: false,
});

const planOf = (waves: readonly (readonly Row[])[]): Plan => ({
  start: TODAY,
  capacity: 3,
  capacityFrom: 'size',
  waves: waves.map((rows) => ({
    id: 'now',
    due: TODAY,
    room: 3,
    used: 0,
    tasks: rows.map(task),
    projected: { low: null, high: null, unknown: 0 },
  })),
  beyond: [],
  choices: [],
  done: [],
});

const COSTS: readonly (readonly [string, Cost])[] = [
  ['heavy', 'quote'],
  ['lock', 'up-to-10k'],
  ['mark', 'none'],
  ['rules', 'none'],
  ['train', 'none'],
];
const sample = catalog({ actions: COSTS.map(([id, cost]) => action(id, { cost })) });
const moves = (...waves: readonly (readonly Row[])[]): readonly string[] =>
  headlineOf([], [], planOf(waves), sample).moves;

const CASES: readonly (readonly [string, readonly (readonly Row[])[], readonly string[]])[] = [
  ['no task, no move', [[]], []],
  [
    'what closes most of a wave, whatever it costs',
    [
      [
        ['first-step', 'mark', 0.125, 2],
        ['first-step', 'heavy', 0.125, 9],
        ['first-step', 'rules', 0.125, 5],
      ],
    ],
    ['first-step:heavy', 'first-step:rules', 'first-step:mark'],
  ],
  [
    'earlier waves before what closes more',
    [[['action', 'mark', 1, 1]], [['action', 'rules', 0.5, 9]]],
    ['action:mark', 'action:rules'],
  ],
  [
    'legal tasks before everything else of their wave',
    [
      [
        ['action', 'mark', 0.5, 9],
        ['find-out', 'it-person', 0.25, 8],
        ['legal', 'report', 2, 0],
      ],
    ],
    ['legal:report', 'find-out:it-person', 'action:mark'],
  ],
  [
    'first steps and questions before whole actions of the same wave',
    [
      [
        ['action', 'rules', 0.5, 9],
        ['first-step', 'mark', 0.125, 1],
        ['find-out', 'it-person', 0.25, 2],
      ],
    ],
    ['find-out:it-person', 'first-step:mark', 'action:rules'],
  ],
  [
    'one task an action',
    [
      [
        ['first-step', 'mark', 0.125, 3],
        ['action', 'mark', 0.5, 3],
        ['action', 'rules', 1, 2],
      ],
    ],
    ['first-step:mark', 'action:rules'],
  ],
  [
    'one find-out only',
    [
      [
        ['find-out', 'it-person', 0.25, 9],
        ['find-out', 'head', 0.25, 8],
        ['action', 'rules', 1, 2],
      ],
    ],
    ['find-out:it-person', 'action:rules'],
  ],
  [
    'no fourth move',
    [
      [
        ['legal', 'a', 1, 0],
        ['action', 'mark', 0.5, 3],
        ['action', 'rules', 1, 2],
        ['action', 'train', 1, 1],
      ],
    ],
    ['legal:a', 'action:mark', 'action:rules'],
  ],
  [
    'the last gives way to half a day without money where the three have none',
    [
      [
        ['action', 'heavy', 9, 9],
        ['action', 'rules', 2, 5],
        ['action', 'train', 1, 4],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['action:heavy', 'action:rules', 'action:mark'],
  ],
  [
    'half a day that costs money is not such a one',
    [
      [
        ['action', 'heavy', 9, 9],
        ['action', 'lock', 0.5, 5],
        ['action', 'train', 1, 4],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['action:heavy', 'action:lock', 'action:mark'],
  ],
  [
    'nor are questions that take more than half a day',
    [
      [
        ['find-out', 'it-person', 1.5, 9],
        ['action', 'heavy', 9, 8],
        ['action', 'train', 1, 4],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['find-out:it-person', 'action:heavy', 'action:mark'],
  ],
  [
    'an hour of a dear action is one',
    [
      [
        ['legal', 'a', 1, 0],
        ['legal', 'b', 1, 0],
        ['first-step', 'heavy', 0.125, 9],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['legal:a', 'legal:b', 'first-step:heavy'],
  ],
  [
    'short questions are one',
    [
      [
        ['legal', 'a', 1, 0],
        ['legal', 'b', 1, 0],
        ['find-out', 'head', 0.5, 9],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['legal:a', 'legal:b', 'find-out:head'],
  ],
  [
    'the three stay where nothing is that small',
    [
      [
        ['action', 'heavy', 9, 9],
        ['action', 'rules', 2, 5],
        ['action', 'train', 1, 4],
      ],
    ],
    ['action:heavy', 'action:rules', 'action:train'],
  ],
  [
    'the one that gives way makes place for no second task of the same action',
    [
      [
        ['action', 'rules', 2, 9],
        ['find-out', 'head', 1.5, 8],
        ['action', 'train', 1, 4],
      ],
      [
        ['find-out', 'it-person', 0.25, 9],
        ['first-step', 'rules', 0.125, 9],
        ['action', 'mark', 0.5, 1],
      ],
    ],
    ['find-out:head', 'action:rules', 'action:mark'],
  ],
];

const KEPT: readonly (readonly [string, readonly (readonly Row[])[], readonly string[]])[] = [
  [
    'the last stays where one of the others is that small',
    [
      [
        ['first-step', 'heavy', 0.125, 9],
        ['action', 'rules', 2, 5],
        ['action', 'train', 1, 4],
      ],
      [['action', 'mark', 0.5, 1]],
    ],
    ['first-step:heavy', 'action:rules', 'action:train'],
  ],
  [
    'long questions give way to short ones',
    [
      [
        ['legal', 'a', 1, 0],
        ['legal', 'b', 1, 0],
        ['find-out', 'head', 1.5, 9],
      ],
      [['find-out', 'it-person', 0.25, 1]],
    ],
    ['legal:a', 'legal:b', 'find-out:it-person'],
  ],
  [
    'but two moves stay two: short questions are no third beside long ones',
    [
      [
        ['legal', 'a', 1, 0],
        ['find-out', 'head', 1.5, 9],
      ],
      [['find-out', 'it-person', 0.25, 1]],
    ],
    ['legal:a', 'find-out:head'],
  ],
];

describe('the next moves', () => {
  it.each(KEPT)('%s', (_, waves, expected) => {
    expect(moves(...waves)).toEqual(expected);
  });

  it.each(CASES)('%s', (_, waves, expected) => {
    expect(moves(...waves)).toEqual(expected);
  });
});

describe('dangers and what to ask', () => {
  const gap = (item: string, conditional: boolean): Gap => ({
    item,
    points: 1,
    urgency: 1,
    action: 'mark',
    conditional,
  });
  const state = (id: string, is: ItemResult['state']): Pick<ItemResult, 'id' | 'state'> => ({
    id,
    state: is,
  });

  it('are three each, in the order of the gaps; what was never answered is neither', () => {
    const states = [
      ...['n1', 'n2', 'n3', 'n4'].map((id) => state(id, 'no')),
      ...['u1', 'u2', 'u3', 'u4'].map((id) => state(id, 'unknown')),
      state('open', 'unanswered'),
    ];
    const gaps = ['open', 'u1', 'n1', 'u2', 'n2', 'u3', 'n3', 'u4', 'n4'].map((id) =>
      gap(id, !id.startsWith('n')),
    );
    const found = headlineOf(states, gaps, planOf([]), sample);
    expect(found).toEqual({ dangers: ['n1', 'n2', 'n3'], toAsk: ['u1', 'u2', 'u3'], moves: [] });
  });
});
