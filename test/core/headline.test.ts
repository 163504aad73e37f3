import { describe, expect, it } from 'vitest';
import type { Danger } from '../../src/core/dangers.ts';
import { headlineOf } from '../../src/core/headline.ts';
import type { Gap, ItemResult, Verdict } from '../../src/model/assessment.ts';
import type { PlanWave, Task, TaskKind } from '../../src/model/plan.ts';
import { type OpenRow, open } from './open-action.ts';
import { plainTask } from './plan/plain-task.ts';
import { TODAY } from './sample.ts';

/** `[kind, what, due]`; `what` is the role of a find-out, what is to be done and for which technology, else the action. */
type Row = readonly [TaskKind, string, string?];

const task = ([kind, what, due = TODAY]: Row): Task => ({
  ...plainTask,
  id: `${kind}:${what}`,
  kind,
  action: kind === 'find-out' || kind === 'legal' ? null : what,
  closes: [],
  role: 'general-affairs',
  due,
});

const wave = (rows: readonly Row[]): PlanWave => ({
  id: 'now',
  due: TODAY,
  room: 3,
  used: 0,
  tasks: rows.map(task),
  projected: { low: null, high: null, unknown: 0, ofAsked: false },
});

interface Given {
  readonly waves?: readonly (readonly Row[])[];
  readonly dangers?: readonly string[];
  readonly actions?: readonly OpenRow[];
  readonly verdicts?: readonly (readonly [string, Verdict['outcome']])[];
}

const headline = ({ waves = [], dangers = [], actions = [], verdicts = [] }: Given) =>
  headlineOf({
    items: [],
    gaps: [],
    dangers: dangers.map((action): Danger => ({ item: `q.${action}`, action, beside: [`q.${action}-too`] })),
    actions: actions.map(open),
    verdicts: verdicts.map(([technology, outcome]) => ({ technology, outcome })),
    plan: { waves: waves.map(wave) },
  });

describe('the dangers and their moves', () => {
  const planned = (status: 'doing' | 'done') =>
    ({ planned: { owner: null, due: null, status, location: null } }) as const;

  it('are the first step, the action where it has begun, a decision where it is said to be done or is a choice', () => {
    const { pairs, dangers, moves } = headline({
      dangers: ['list', 'limit', 'mark', 'pay'],
      actions: [
        ['list', 4],
        ['limit', 3, [], planned('doing')],
        ['mark', 2, [], planned('done')],
        ['pay', 1, [], { effort: null }],
      ],
    });
    expect(pairs).toEqual([
      { danger: 'q.list', beside: ['q.list-too'], move: 'first-step:list' },
      { danger: 'q.limit', beside: ['q.limit-too'], move: 'action:limit' },
      { danger: 'q.mark', beside: ['q.mark-too'], move: 'decide:mark' },
      { danger: 'q.pay', beside: ['q.pay-too'], move: 'decide:pay' },
    ]);
    expect(dangers).toEqual(['q.list', 'q.limit', 'q.mark', 'q.pay']);
    expect(moves).toEqual(pairs.map(({ move }) => move));
  });
});

const CASES: readonly (readonly [string, Given, readonly string[]])[] = [
  ['no task, no move', { waves: [[]] }, []],
  [
    'the law beside the three, never instead',
    {
      waves: [
        [
          ['legal', 'report:t1'],
          ['find-out', 'it-person'],
        ],
      ],
      dangers: ['a', 'b', 'c'],
      actions: [
        ['a', 3],
        ['b', 2],
        ['c', 1],
      ],
    },
    ['legal:report:t1', 'first-step:a', 'first-step:b', 'first-step:c'],
  ],
  [
    'with fewer dangers the heaviest questions, then the next actions, none twice',
    {
      waves: [
        [
          ['first-step', 'a'],
          ['find-out', 'it-person'],
          ['find-out', 'head'],
          ['action', 'a'],
        ],
        [
          ['action', 'b'],
          ['action', 'c'],
        ],
      ],
      dangers: ['a'],
      actions: [
        ['a', 3],
        ['b', 2],
        ['c', 1],
      ],
    },
    ['first-step:a', 'find-out:it-person', 'action:b'],
  ],
  [
    'without questions the next actions',
    { waves: [[], [['action', 'a']], [['action', 'b']], [['action', 'c']], [['action', 'd']]] },
    ['action:a', 'action:b', 'action:c'],
  ],
];

describe('the next moves', () => {
  it.each(CASES)('%s', (_, given, expected) => {
    expect(headline(given).moves).toEqual(expected);
  });
});

const LAW: readonly (readonly [string, Given, readonly string[]])[] = [
  [
    'what is due in the first two waves, by day, then by id as people count',
    {
      waves: [
        [
          ['legal', 'confirm:t10', '2026-12-01'],
          ['legal', 'confirm:t2', '2026-12-01'],
        ],
        [['legal', 'confirm:t3', '2026-11-30']],
        [['legal', 'confirm:t1', '2027-01-01']],
      ],
    },
    ['legal:confirm:t3', 'legal:confirm:t2', 'legal:confirm:t10'],
  ],
  [
    'and whatever a grave reading asks, however late: stop, then the control list, then the report',
    {
      waves: [
        [['legal', 'confirm:t1', '2026-11-21']],
        [],
        [],
        [['legal', 'report:t2', '2027-03-01']],
        [
          ['legal', 'list-control:t3', '2027-09-01'],
          ['legal', 'stop:t4', '2027-10-01'],
          ['legal', 'renew:t5', '2027-02-01'],
        ],
      ],
      verdicts: [
        ['t1', 'confirm'],
        ['t2', 'report-required'],
        ['t3', 'list-control-first'],
        ['t4', 'stop'],
        ['t5', 'not-subject'],
      ],
    },
    ['legal:stop:t4', 'legal:list-control:t3', 'legal:report:t2', 'legal:confirm:t1'],
  ],
  ['nothing where there is none', { waves: [[['action', 'a']]] }, []],
];

describe('what the law asks first', () => {
  it.each(LAW)('%s', (_, given, expected) => {
    expect(headline(given).legal).toEqual(expected);
  });
});

describe('what to ask', () => {
  it('is the three heaviest unknown items; what was never answered is none', () => {
    const ids = ['open', 'u1', 'n1', 'u2', 'n2', 'u3', 'u4'];
    const state = (id: string): ItemResult['state'] =>
      id === 'open' ? 'unanswered' : id.startsWith('u') ? 'unknown' : 'no';
    const gaps = ids.map(
      (item): Gap => ({ item, points: 1, urgency: 1, action: 'mark', conditional: !item.startsWith('n') }),
    );
    const items = ids.map((id) => ({ id, state: state(id) }));
    const input = { items, gaps, dangers: [], actions: [], verdicts: [], plan: { waves: [] } };
    expect(headlineOf(input).toAsk).toEqual(['u1', 'u2', 'u3']);
  });
});
