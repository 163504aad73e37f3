import { describe, expect, it } from 'vitest';
import { capacityBySize, type OpenAction, openActions, sizeOf } from '../../../src/core/plan/actions.ts';
import type { Gap, ItemResult } from '../../../src/model/assessment.ts';
import type { Action, Severity } from '../../../src/model/catalog.ts';
import { action, answers, catalog, WEIGHTS, type Written } from '../sample.ts';

/** `[item, severity, points, action, conditional]` */
type Row = readonly [string, Severity, number, string, boolean?];

function opened(
  rows: readonly Row[],
  actions: readonly Action[],
  written: Written = {},
): readonly OpenAction[] {
  const gaps = rows.map(
    ([item, , points, id, conditional = false]): Gap => ({
      item,
      points,
      urgency: 1,
      action: id,
      conditional,
    }),
  );
  const items = rows.map(([id, severity]): Pick<ItemResult, 'id' | 'severity'> => ({ id, severity }));
  return openActions(gaps, items, catalog({ actions }), answers(written));
}

const sizes = { small: 0.5, medium: 2, large: 4 };

describe('an open action', () => {
  const marked = (rows: readonly Row[], written: Written = {}) =>
    opened(rows, [action('mark', { effort: sizes })], written)[0];

  it('adds up its gaps and keeps the largest', () => {
    const rows: readonly Row[] = [
      ['guidance.a', 'major', 4.5, 'mark'],
      ['guidance.b', 'critical', 2.5, 'mark'],
      ['guidance.c', 'minor', 1, 'mark'],
    ];
    expect(marked(rows)).toMatchObject({
      closes: ['guidance.a', 'guidance.b', 'guidance.c'],
      benefit: 8,
      severity: 'critical',
      effort: 2,
      priority: 4,
      conditional: false,
      known: { severity: 'critical', points: 4.5 },
      planned: { owner: null, due: null, status: 'todo' },
    });
  });

  it.each<[string, readonly Row[], Partial<OpenAction>]>([
    [
      'conditional while all of it is unknown',
      [['guidance.a', 'minor', 1, 'mark', true]],
      { conditional: true, known: null },
    ],
    [
      'not once a part is known',
      [
        ['guidance.a', 'minor', 1, 'mark', true],
        ['guidance.b', 'minor', 1, 'mark'],
      ],
      { conditional: false, known: { severity: 'minor', points: 1 } },
    ],
    [
      'as grave as what is known of it, however grave the rest may be',
      [
        ['guidance.a', 'critical', 5, 'mark', true],
        ['guidance.b', 'minor', 1, 'mark'],
      ],
      { known: { severity: 'minor', points: 1 } },
    ],
    [
      'with the worst severity and the most points, also of two gaps',
      [
        ['guidance.a', 'major', 4.5, 'mark'],
        ['guidance.b', 'critical', 2.5, 'mark'],
      ],
      { known: { severity: 'critical', points: 4.5 } },
    ],
  ])('%s', (_, rows, expected) => {
    expect(marked(rows)).toMatchObject(expected);
  });

  it('has what the file plans', () => {
    const planned = { owner: '製造部長', due: '2027-01-31', status: 'doing' } as const;
    expect(
      marked([['guidance.a', 'minor', 1, 'mark']], { actions: { mark: planned } })?.planned,
    ).toMatchObject(planned);
  });

  it('has no priority as a choice of management', () => {
    const [pay] = opened([['guidance.pay', 'major', 3, 'pay']], [action('pay', { effort: null })]);
    expect(pay).toMatchObject({ effort: null, priority: 0, benefit: 3 });
  });

  it('takes the effort of a company of its size', () => {
    const effort = (employees: number | null) =>
      marked([['guidance.a', 'minor', 1, 'mark']], { employees })?.effort;
    expect([8, 48, 260].map(effort)).toEqual([0.5, 2, 4]);
  });
});

it.each<[number | null, string, number]>([
  [null, 'small', 1],
  [0, 'small', 0.5],
  [5, 'small', 0.5],
  [6, 'small', 1],
  [20, 'small', 1],
  [21, 'medium', 3],
  [100, 'medium', 3],
  [101, 'large', 6],
  [300, 'large', 6],
  [301, 'large', 12],
])('%s people: %s, %d person-days a month', (employees, size, capacity) => {
  expect(sizeOf(employees, WEIGHTS)).toBe(size);
  expect(capacityBySize(employees, WEIGHTS)).toBe(capacity);
});

describe('the order of actions', () => {
  it('is priority, then severity, then id, whatever the order of the catalogue', () => {
    const rows: readonly Row[] = [
      ['guidance.a', 'minor', 3, 'b-minor'],
      ['guidance.b', 'minor', 3, 'a-minor'],
      ['guidance.c', 'critical', 3, 'z-critical'],
      ['guidance.d', 'minor', 9, 'heavy'],
      ['guidance.e', 'minor', 4, 'cheap'],
    ];
    const actions = ['a-minor', 'b-minor', 'cheap', 'z-critical', 'heavy'].map((id) =>
      action(id, { effort: id === 'heavy' ? { ...sizes, medium: 9 } : sizes }),
    );
    // priorities: cheap 4/2, the three 3/2, heavy 9/9
    const expected = ['cheap', 'z-critical', 'a-minor', 'b-minor', 'heavy'];
    expect(opened(rows, actions).map((open) => open.action.id)).toEqual(expected);
    expect(opened(rows, [...actions].reverse()).map((open) => open.action.id)).toEqual(expected);
  });

  it('leaves out what has no open gap', () => {
    expect(opened([['guidance.a', 'minor', 3, 'mark']], [action('mark'), action('train')])).toHaveLength(1);
  });
});
