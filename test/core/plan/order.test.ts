import { describe, expect, it } from 'vitest';
import type { OpenAction } from '../../../src/core/plan/actions.ts';
import { inOrder, withPrerequisites } from '../../../src/core/plan/order.ts';
import type { Severity } from '../../../src/model/catalog.ts';
import { open, type OpenRow as Row } from '../open-action.ts';

const known = (severity: Severity, points: number): Partial<OpenAction> => ({ known: { severity, points } });
const unknown: Partial<OpenAction> = { known: null, conditional: true };

type Case = readonly [string, readonly Row[], readonly string[], dangers?: readonly string[]];

const CASES: readonly Case[] = [
  [
    'the gravest known gap first',
    [
      ['train', 1],
      ['mark', 3],
      ['list', 2],
    ],
    ['mark', 'list', 'train'],
  ],
  [
    'critical before major before minor, whatever the points; what asking may close comes last',
    [
      ['e', 9, [], unknown],
      ['d', 1, [], known('minor', 1.5)],
      ['c', 1, [], known('major', 4.5)],
      ['b', 1, [], known('critical', 2.5)],
    ],
    ['b', 'c', 'd', 'e'],
  ],
  [
    'the dangers before all others, as they are named',
    [
      ['worst', 9, [], known('critical', 7.5)],
      ['second', 1, [], known('critical', 2.5)],
      ['first', 4, [], known('major', 4.5)],
    ],
    ['first', 'second', 'worst'],
    ['first', 'second'],
  ],
  [
    'the least effort of equal gaps',
    [
      ['a', 1, [], { effort: 2 }],
      ['b', 1, [], { effort: 0.25 }],
    ],
    ['b', 'a'],
  ],
  [
    'what asking may close by effort too, for nobody knows how grave it is',
    [
      ['a', 1, [], { ...unknown, effort: 2, priority: 9 }],
      ['b', 1, [], { ...unknown, effort: 0.25 }],
    ],
    ['b', 'a'],
  ],
  [
    'then by id',
    [
      ['b', 1],
      ['a', 1],
    ],
    ['a', 'b'],
  ],
  [
    'cheapness overtakes nothing',
    [
      ['cheap', 1, [], { effort: 0.25, priority: 99 }],
      ['heavy', 3, [], { effort: 40, priority: 0.1 }],
    ],
    ['heavy', 'cheap'],
  ],
  [
    'a prerequisite directly before what needs it',
    [
      ['train', 2],
      ['list', 1],
      ['limit', 3, ['list']],
    ],
    ['list', 'limit', 'train'],
  ],
  [
    'even one that asking may close, before a danger',
    [
      ['train', 2],
      ['list', 0, [], unknown],
      ['limit', 3, ['list']],
    ],
    ['list', 'limit', 'train'],
    ['limit'],
  ],
  [
    'a prerequisite of a prerequisite too',
    [
      ['train', 2],
      ['name', 1],
      ['list', 0.5, ['name']],
      ['limit', 3, ['list']],
    ],
    ['name', 'list', 'limit', 'train'],
  ],
  [
    'a prerequisite of two before the first of them',
    [
      ['mark', 2.5],
      ['list', 1],
      ['limit', 3, ['list']],
      ['store', 2, ['list']],
    ],
    ['list', 'limit', 'mark', 'store'],
  ],
  [
    'a grave prerequisite keeps its own place',
    [
      ['list', 5],
      ['mark', 4],
      ['limit', 3, ['list']],
    ],
    ['list', 'mark', 'limit'],
  ],
  [
    'what is not open needs no place',
    [
      ['limit', 3, ['done-long-ago']],
      ['mark', 4],
    ],
    ['mark', 'limit'],
  ],
  [
    // Kept: a sort that compared only direct needs put `a` before `b`, with `x` between them.
    'a chain of equal gaps, with a stranger among them',
    [
      ['a', 1, ['c']],
      ['b', 1, [], { effort: 3 }],
      ['c', 1, ['b']],
      ['x', 1],
    ],
    ['b', 'c', 'a', 'x'],
  ],
  [
    'several prerequisites in the order of their own gaps, not of the list',
    [
      ['limit', 3, ['b-list', 'a-list']],
      ['a-list', 1],
      ['b-list', 1],
    ],
    ['a-list', 'b-list', 'limit'],
  ],
];

describe('the one order', () => {
  it.each(CASES.map(([name, rows, expected, dangers = []]) => ({ name, rows, expected, dangers })))(
    '$name',
    ({ rows, expected, dangers }) => {
      const ordered = (given: readonly Row[]) => inOrder(given.map(open), dangers).map((a) => a.action.id);
      expect(ordered(rows)).toEqual(expected);
      expect(ordered([...rows].reverse())).toEqual(expected);
    },
  );
});

it('what a danger needs is everything open before its action, and nothing else', () => {
  const rows: readonly Row[] = [
    ['limit', 3, ['list', 'done-long-ago']],
    ['list', 1, ['name']],
    ['name', 1],
    ['train', 1, ['limit']],
  ];
  expect([...withPrerequisites(['limit', 'not-open'], rows.map(open))].sort()).toEqual([
    'limit',
    'list',
    'name',
  ]);
});
