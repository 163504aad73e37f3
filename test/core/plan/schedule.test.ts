import { describe, expect, it } from 'vitest';
import type { OpenAction } from '../../../src/core/plan/actions.ts';
import { addDays } from '../../../src/core/plan/calendar.ts';
import { type LegalTask, schedule, waveOf } from '../../../src/core/plan/schedule.ts';
import { type OpenRow, open } from '../open-action.ts';
import { TODAY, WEIGHTS } from '../sample.ts';

const DUES = WEIGHTS.waves.map((wave) => addDays(TODAY, wave.days));
// 3 person-days a month: room for 1.4 · 3 · 9 · 18 · 36.5 days up to the end of each wave.
const CAPACITY = 3;

interface Given {
  /** In the plan's order. */
  readonly actions?: readonly OpenRow[];
  readonly legal?: readonly (readonly [id: string, effort: number, due: string])[];
  readonly dangers?: readonly string[];
  readonly capacity?: number;
}

function placed({ actions = [], legal = [], dangers = [], capacity = CAPACITY }: Given) {
  const tasks = legal.map(([id, effort, due]): LegalTask => ({ id, effort, due, role: 'head', closes: [] }));
  const ordered = actions.map(open);
  const given = { legal: tasks, ordered, dangers, dues: DUES, capacity, waves: WEIGHTS.waves };
  const found = schedule(given);
  return {
    ...found,
    legal: Object.fromEntries(found.legal),
    actions: Object.fromEntries(found.actions),
    tooLarge: [...found.tooLarge],
  };
}

const days = (effort: number | null): Partial<OpenAction> => ({ effort });
const due = (date: string, effort: number | null): Partial<OpenAction> => ({
  effort,
  planned: { owner: null, due: date, status: 'todo', location: null },
});

describe('waveOf', () => {
  it.each([
    ['2026-11-01', 0],
    ['2026-12-05', 0],
    ['2026-12-06', 1],
    ['2027-11-21', 4],
    ['2027-11-22', 4],
    ['2030-01-01', 4],
  ])('%s is wave %i', (date, wave) => {
    expect(waveOf(date, DUES)).toBe(wave);
  });
});

const ACTIONS: readonly (readonly [string, readonly OpenRow[], Readonly<Record<string, number>>])[] = [
  [
    'in the first wave that holds everything up to and with it',
    [
      ['a', 3, [], days(1)],
      ['b', 2, [], days(0.4)],
      ['c', 1, [], days(0.25)],
    ],
    { a: 0, b: 0, c: 1 },
  ],
  [
    // Kept: a quarter of a day stood before the large one it is behind of, and pushed it back when more was asked.
    'nothing small overtakes, although it would fit earlier',
    [
      ['a', 3, [], days(1)],
      ['b', 2, [], days(4)],
      ['c', 1, [], days(0.25)],
    ],
    { a: 0, b: 2, c: 2 },
  ],
  [
    'what does not fit into the year, and all behind it, is beyond',
    [
      ['a', 3, [], days(30)],
      ['b', 2, [], days(7)],
      ['c', 1, [], days(0.25)],
    ],
    { a: 4, b: -1, c: -1 },
  ],
  [
    'one larger than the year stands in nobody’s way',
    [
      ['vault', 3, [], days(40)],
      ['b', 2, [], days(1)],
    ],
    { vault: -1, b: 0 },
  ],
  [
    'a choice of management is not placed',
    [
      ['raise-pay', 3, [], days(null)],
      ['b', 2],
    ],
    { b: 0 },
  ],
  [
    'a prerequisite that is a choice of management holds nothing up',
    [
      ['raise-pay', 3, [], days(null)],
      ['limit', 2, ['raise-pay'], days(1)],
    ],
    { limit: 0 },
  ],
  ['nor does one that is not open', [['limit', 2, ['done-long-ago'], days(1)]], { limit: 0 }],
  [
    'beyond the year with its prerequisite, though it would fit',
    [
      ['vault', 3, [], days(40)],
      ['limit', 2, ['vault'], days(1)],
      ['train', 1, [], days(0.4)],
    ],
    { vault: -1, limit: -1, train: 0 },
  ],
  [
    'a date in the file wins, whatever the room, and takes it from others',
    [
      ['a', 3, [], days(1)],
      ['dated', 1, [], due('2026-12-01', 5)],
      ['b', 0.5, [], days(1)],
    ],
    { dated: 0, a: 2, b: 2 },
  ],
  [
    'a later date takes room from the waves before it too, where they would fill it',
    [
      ['a', 3, [], days(2)],
      ['dated', 1, [], due('2027-02-01', 8)],
    ],
    { dated: 2, a: 3 },
  ],
  ['a date behind the year is its last wave', [['dated', 1, [], due('2029-01-01', 1)]], { dated: 4 }],
  ['a date makes no deed of a choice of management', [['raise-pay', 1, [], due('2026-12-01', null)]], {}],
  [
    'what needs a dated one waits for its date',
    [
      ['list', 1, [], due('2027-02-01', 1)],
      ['limit', 3, ['list'], days(0.25)],
    ],
    { list: 2, limit: 2 },
  ],
  [
    'and for the latest of its prerequisites',
    [
      ['list', 1, [], due('2027-04-01', 1)],
      ['mark', 1, [], due('2027-02-01', 1)],
      ['limit', 3, ['list', 'mark'], days(0.25)],
    ],
    { list: 3, mark: 2, limit: 3 },
  ],
];

describe('actions', () => {
  it.each(ACTIONS)('%s', (_, actions, expected) => {
    expect(placed({ actions }).actions).toEqual(expected);
  });

  it('larger than the room dates and duties leave in the year are too large; to the brim they are not', () => {
    const actions: readonly OpenRow[] = [
      ['a', 3, [], days(36)],
      ['b', 2, [], days(0.5)],
    ];
    expect(placed({ actions })).toMatchObject({ actions: { a: 4, b: 4 }, tooLarge: [] });
    const legal = [['report', 1, '2026-12-20']] as const;
    expect(placed({ actions, legal })).toMatchObject({ actions: { a: -1, b: 0 }, tooLarge: ['a'] });
  });
});

describe('the dangers', () => {
  // One person-day a month: room for 0.47 · 1 · 3 · 6 · 12.2 days.
  const small = (dangers: readonly string[], ...actions: readonly OpenRow[]) =>
    placed({ capacity: 1, dangers, actions });

  it('stand in 90 days at the latest; what is too much is a debt of the later waves', () => {
    const plan = small(['a', 'b'], ['a', 3, [], days(2)], ['b', 2, [], days(3)], ['c', 1, [], days(1)]);
    expect(plan).toMatchObject({ actions: { a: 2, b: 2, c: 3 }, overfull: true });
    expect(small([], ['a', 3, [], days(2)], ['b', 2, [], days(3)])).toMatchObject({
      actions: { a: 2, b: 3 },
      overfull: false,
    });
  });

  it('a debt larger than all later room leaves them nothing, never less', () => {
    const plan = small(['a', 'b'], ['a', 3, [], days(12)], ['b', 2, [], days(9)], ['c', 1, [], days(0.25)]);
    expect(plan).toMatchObject({ actions: { a: 2, b: 2, c: -1 }, overfull: true, tooLarge: [] });
  });

  it('that fit are no excess', () => {
    expect(small(['a'], ['a', 3, [], days(3)])).toMatchObject({ actions: { a: 2 }, overfull: false });
  });

  it('take what they need first with them', () => {
    const plan = small(['limit'], ['list', 0, [], days(5)], ['limit', 3, ['list'], days(1)], ['c', 1]);
    expect(plan).toMatchObject({ actions: { list: 2, limit: 2, c: 4 }, overfull: true });
  });

  it('larger than the year stand in 90 days too, and take nobody’s room', () => {
    const plan = small(['vault'], ['vault', 3, [], days(40)], ['c', 1, [], days(0.25)]);
    expect(plan).toMatchObject({ actions: { vault: 2, c: 0 }, overfull: true, tooLarge: ['vault'] });
  });

  it('with a later date in the file keep it, and so does what waits for that', () => {
    const plan = small(['limit'], ['list', 0, [], due('2027-04-01', 1)], ['limit', 3, ['list'], days(1)]);
    expect(plan).toMatchObject({ actions: { list: 3, limit: 3 }, overfull: false });
  });
});

describe('legal tasks', () => {
  it('stand in the wave of their date, whatever the room, and narrow it for everything else', () => {
    const given: Given = {
      legal: [
        ['report', 2, '2026-12-20'],
        ['stop', 5, TODAY],
      ],
      actions: [['a', 1, [], days(1)]],
    };
    expect(placed(given)).toMatchObject({ legal: { report: 1, stop: 0 }, actions: { a: 2 } });
  });

  it.each<[string, Given, boolean]>([
    ['that fit', { legal: [['report', 3, '2026-12-20']] }, false],
    ['that do not', { legal: [['report', 3.1, '2026-12-20']] }, true],
    [
      'that do not together',
      {
        legal: [
          ['stop', 1.4, TODAY],
          ['report', 2, '2026-12-20'],
        ],
      },
      true,
    ],
    [
      'whatever the file dates beside them',
      { legal: [['report', 2, '2026-12-20']], actions: [['a', 1, [], due(TODAY, 9)]] },
      false,
    ],
  ])('%s: overfull', (_, given, expected) => {
    expect(placed(given).legalOverfull).toBe(expected);
  });
});
