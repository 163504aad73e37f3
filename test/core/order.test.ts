import { describe, expect, it } from 'vitest';
import type { OpenAction } from '../../src/core/actions.ts';
import { moreUrgent, withPrerequisitesFirst } from '../../src/core/order.ts';
import { open, type OpenRow as Row } from './open-action.ts';

const tics = (largestGap: number): Partial<OpenAction> => ({ optional: true, largestGap });
const urgent = (largestGap: number): Partial<OpenAction> => ({ largestGap });

const CASES: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  [
    'by priority',
    [
      ['train', 1],
      ['mark', 3],
      ['list', 2],
    ],
    ['mark', 'list', 'train'],
  ],
  [
    'by severity where priorities are equal',
    [
      ['a', 1],
      ['b', 1, [], { severity: 'critical' }],
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
    'a prerequisite with the priority of what needs it, and before it',
    [
      ['train', 2],
      ['list', 1],
      ['limit', 3, ['list']],
    ],
    ['list', 'limit', 'train'],
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
    'a prerequisite of two with the higher of their priorities',
    [
      ['mark', 2.5],
      ['list', 1],
      ['limit', 3, ['list']],
      ['store', 2, ['list']],
    ],
    ['list', 'limit', 'mark', 'store'],
  ],
  [
    'a prerequisite of its own high priority keeps it',
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
    'a chain of equal priorities, with a stranger among them',
    [
      ['a', 1, ['c']],
      ['b', 1, [], { severity: 'minor' }],
      ['c', 1, ['b']],
      ['x', 1],
    ],
    ['b', 'c', 'a', 'x'],
  ],
  [
    'several prerequisites in the order of their own priority, not of the list',
    [
      ['limit', 3, ['b-list', 'a-list']],
      ['a-list', 1],
      ['b-list', 1],
    ],
    ['a-list', 'b-list', 'limit'],
  ],
];

describe('withPrerequisitesFirst', () => {
  it.each(CASES)('%s', (_, rows, expected) => {
    const ordered = (given: readonly Row[]) =>
      withPrerequisitesFirst(given.map(open)).map((a) => a.action.id);
    expect(ordered(rows)).toEqual(expected);
    expect(ordered([...rows].reverse())).toEqual(expected);
  });
});

const TICS_CASES: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  [
    // Kept, shrunk: a quarter of a day for TICS took the room of a day against the larger gap.
    'a cheap TICS-only action waits for the guidance action with the larger gap',
    [
      ['drill', 4, [], tics(1)],
      ['mark', 2, [], urgent(3)],
    ],
    ['mark', 'drill'],
  ],
  [
    'but not for those with a smaller gap',
    [
      ['drill', 4, [], tics(2)],
      ['mark', 2, [], urgent(3)],
      ['train', 1, [], urgent(1)],
    ],
    ['mark', 'drill', 'train'],
  ],
  [
    'nor for one as large',
    [
      ['drill', 4, [], tics(3)],
      ['mark', 2, [], urgent(3)],
    ],
    ['drill', 'mark'],
  ],
  [
    'it waits for all of them, however low their priority',
    [
      ['drill', 9, [], tics(1)],
      ['mark', 5, [], urgent(3)],
      ['vault', 0.1, [], urgent(2)],
    ],
    ['mark', 'vault', 'drill'],
  ],
  [
    'it waits for no choice of management: that is never scheduled',
    [
      ['drill', 4, [], tics(1)],
      ['raise-pay', 0, [], { largestGap: 3, effort: null }],
      ['mark', 2, [], urgent(1)],
    ],
    ['drill', 'mark', 'raise-pay'],
  ],
  [
    'nor for another TICS-only action',
    [
      ['drill', 4, [], tics(1)],
      ['seal', 2, [], tics(3)],
    ],
    ['drill', 'seal'],
  ],
  [
    'a guidance action waits for nobody',
    [
      ['train', 4, [], urgent(1)],
      ['mark', 2, [], urgent(3)],
      ['seal', 3, [], tics(9)],
    ],
    ['train', 'seal', 'mark'],
  ],
];

describe('what a company only wishes for', () => {
  it.each(TICS_CASES)('%s', (_, rows, expected) => {
    expect(withPrerequisitesFirst(rows.map(open)).map((a) => a.action.id)).toEqual(expected);
  });

  it('is outranked by guidance actions with a larger single gap, and only those', () => {
    const drill = open(['drill', 4, [], tics(2)]);
    const others = [
      open(['mark', 1, [], urgent(3)]),
      open(['equal', 1, [], urgent(2)]),
      open(['small', 1, [], urgent(1)]),
      open(['seal', 1, [], tics(3)]),
      open(['raise-pay', 0, [], { largestGap: 3, effort: null }]),
    ];
    expect(moreUrgent([drill, ...others], drill).map((a) => a.action.id)).toEqual(['mark']);
    expect(moreUrgent([drill, ...others], open(['train', 1, [], urgent(1)]))).toEqual([]);
  });
});
