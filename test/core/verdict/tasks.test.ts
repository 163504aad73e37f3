import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import { isExpired, legalFindings, legalTasks, technologyOf } from '../../../src/core/verdict/tasks.ts';
import { verdictsOf } from '../../../src/core/verdict/verdict.ts';
import type { Technology } from '../../../src/model/answers.ts';
import type { Plan, TaskKind } from '../../../src/model/plan.ts';
import { plainTask } from '../plan/plain-task.ts';
import { answers, catalog, TODAY } from '../sample.ts';
import { DETERMINATION, technology } from './sample.ts';

const tasksOf = (...technologies: readonly Technology[]) =>
  legalTasks(
    verdictsOf(technologies, { determination: DETERMINATION }, TODAY),
    technologies,
    DETERMINATION,
    TODAY,
  ).map(({ id, due }) => [id, due]);

const CASES: readonly (readonly [string, Partial<Technology>, string, string])[] = [
  ['a report without a date is begun within two weeks', {}, 'legal:report:t1', '2026-12-05'],
  [
    'a report is due 30 days before the decision',
    { decisionDate: '2027-03-31' },
    'legal:report:t1',
    '2027-03-01',
  ],
  ['what is late is due today', { stage: 'signed', decisionDate: '2027-03-31' }, 'legal:report:t1', TODAY],
  ['a target that has passed is due today', { decisionDate: '2026-12-01' }, 'legal:report:t1', TODAY],
  ['a stop is due today', { informReceived: 'yes' }, 'legal:stop:t1', TODAY],
  ['confirming takes a month', { definitionCheck: 'not-checked' }, 'legal:confirm:t1', '2026-12-21'],
  [
    'confirming never waits for the target',
    { definitionCheck: 'not-checked', decisionDate: '2027-01-10' },
    'legal:confirm:t1',
    '2026-12-11',
  ],
  [
    'confirming takes its month where the target is later',
    { definitionCheck: 'not-checked', decisionDate: '2027-03-31' },
    'legal:confirm:t1',
    '2026-12-21',
  ],
  ['a target that is today is due today', { decisionDate: '2026-12-21' }, 'legal:report:t1', TODAY],
  ['what was reported too late is confirmed today', { decisionDate: '2026-11-20' }, 'legal:report:t1', TODAY],
  ['the classification comes first', { listControl: 'not-done' }, 'legal:list-control:t1', '2026-12-21'],
  [
    'a listed technology is settled in time for a report',
    { listControl: 'listed', decisionDate: '2027-01-10' },
    'legal:list-control:t1',
    '2026-12-11',
  ],
  [
    'a reading that has expired is made again',
    {
      definitionCheck: 'does-not-meet',
      definitionCheckedOn: '2026-06-20',
      definitionBasis: '組成が定義の外',
    },
    'legal:renew:t1',
    '2026-12-05',
  ],
];

describe('what a verdict asks for', () => {
  it.each(CASES)('%s', (_, over, id, due) => {
    expect(tasksOf(technology(over))).toEqual([[id, due]]);
  });

  it('nothing, once reported', () => {
    expect(tasksOf(technology({ reportedOn: '2026-11-20' }))).toEqual([]);
    expect(tasksOf(technology({ reportedOn: '2026-11-22' }))).toHaveLength(1);
  });

  it('nothing, while a "not subject" stands', () => {
    const stands = { definitionCheck: 'does-not-meet', definitionCheckedOn: '2026-11-01' } as const;
    expect(tasksOf(technology({ ...stands, definitionBasis: '組成が定義の外' }))).toEqual([]);
  });

  it('a reading still stands on its last day', () => {
    expect(isExpired({ validUntil: TODAY }, TODAY)).toBe(false);
    expect(isExpired({ validUntil: '2026-11-20' }, TODAY)).toBe(true);
  });

  it.each([
    // Goods alone rest on no dated check: the day of the answers counts, however late the file is looked at.
    [TODAY, '2026-08-20', '2026-11-18', ['legal:renew:t1']],
    [TODAY, '2026-11-01', '2027-01-30', []],
    [TODAY, '2026-12-01', '2027-02-19', []],
    [TODAY, null, '2027-02-19', []],
  ] as const)('on %s, goods alone answered on %s hold until %s', (today, answeredOn, until, tasks) => {
    const goods = technology({ kind: 'goods-only', trigger: 'goods-sale', withTechnicalDocuments: 'no' });
    const verdicts = verdictsOf([goods], { determination: DETERMINATION }, today, answeredOn);
    expect(verdicts).toMatchObject([{ outcome: 'not-subject', validUntil: until }]);
    expect(legalTasks(verdicts, [goods], DETERMINATION, today).map(({ id }) => id)).toEqual(tasks);
  });

  it('an id with a colon stays whole', () => {
    expect(technologyOf('legal:report:海外:2号')).toBe('海外:2号');
  });
});

describe('in the assessment', () => {
  const assessed = (technologies: readonly Technology[], capacity = 6) =>
    assess({
      catalog: catalog({ determination: DETERMINATION }),
      answers: { ...answers(), technologies },
      today: TODAY,
      version: '0.1.0',
      capacity,
    });

  it('verdicts stand in the order of the file, tasks in their waves, first among the moves', () => {
    const second = technology({ id: 't2', definitionCheck: 'not-checked' });
    const { verdicts, plan, headline, diagnostics } = assessed([technology(), second]);
    expect(verdicts.map(({ technology: id, outcome }) => [id, outcome])).toEqual([
      ['t1', 'report-required'],
      ['t2', 'confirm'],
    ]);
    const legal = plan.waves.map(({ tasks }) =>
      tasks.filter(({ kind }) => kind === 'legal').map(({ id }) => id),
    );
    expect(legal.slice(0, 2)).toEqual([['legal:report:t1'], ['legal:confirm:t2']]);
    expect(headline.moves[0]).toBe('legal:report:t1');
    expect(plan.waves[0]?.tasks[0]).toEqual({
      id: 'legal:report:t1',
      kind: 'legal',
      action: null,
      role: 'overseas-head',
      effort: 2,
      minutes: 0,
      benefit: 0,
      priority: 0,
      closes: [],
      facts: [],
      self: false,
      owner: null,
      due: '2026-12-05',
      status: 'todo',
      conditional: false,
      tooLarge: false,
    });
    expect(diagnostics.filter(({ code }) => code === 'legal-does-not-fit')).toEqual([]);
  });

  it('in one wave come by their day, then by their name, whatever the order of the file', () => {
    const files = [
      technology({ id: 'c', definitionCheck: 'not-checked' }),
      technology({ id: 'b', definitionCheck: 'not-checked', decisionDate: '2027-01-15' }),
      technology({ id: 'a', definitionCheck: 'not-checked' }),
    ];
    const ids = (technologies: readonly Technology[]) =>
      assessed(technologies).plan.waves[1]?.tasks.map(({ id, due }) => [id, due]);
    const expected = [
      ['legal:confirm:b', '2026-12-16'],
      ['legal:confirm:a', '2026-12-21'],
      ['legal:confirm:c', '2026-12-21'],
    ];
    expect(ids(files)?.slice(0, 3)).toEqual(expected);
    expect(ids([...files].reverse())?.slice(0, 3)).toEqual(expected);
  });

  it('is judged whatever the profile says, even without a single question', () => {
    expect(assessed([technology()]).score.low).toBeNull();
    expect(assessed([technology()]).verdicts).toHaveLength(1);
  });

  it('says when there are too few hands', () => {
    const { diagnostics } = assessed([technology({ location: { line: 9, column: 5 } })], 1);
    expect(diagnostics).toContainEqual({
      severity: 'warning',
      code: 'legal-does-not-fit',
      args: { task: 'legal:report:t1', due: '2026-12-05' },
      location: { line: 9, column: 5 },
    });
  });

  it('says when the target has passed with the decision still ahead, but not once it is late', () => {
    const due = { decisionDate: '2026-12-01' };
    const finds = (over: Partial<Technology>) =>
      assessed([technology({ ...due, ...over })], 30).diagnostics.filter(
        ({ code }) => code === 'legal-does-not-fit',
      );
    expect(finds({})).toMatchObject([{ args: { task: 'legal:report:t1', due: '2026-11-01' } }]);
    expect(finds({ stage: 'signed' })).toEqual([]);
    expect(finds({ decisionDate: '2026-12-21' })).toEqual([]);
  });

  it('says it of the technology it is true of, where the file names it', () => {
    const early = technology({ id: 'thai', decisionDate: '2026-12-01', location: { line: 3, column: 5 } });
    const calm = technology({ id: 'home', decisionDate: '2027-09-30', location: { line: 20, column: 5 } });
    const said = assessed([calm, early], 30).diagnostics.filter(({ code }) => code === 'legal-does-not-fit');
    expect(said).toMatchObject([{ args: { task: 'legal:report:thai' }, location: { line: 3, column: 5 } }]);
  });

  it('counts legal work alone against the hands there are', () => {
    const plan = (efforts: readonly (readonly [TaskKind, number])[]): Pick<Plan, 'waves'> => ({
      waves: [
        {
          id: 'now',
          due: '2026-12-05',
          room: 2.5,
          used: 0,
          projected: { low: null, high: null, unknown: 0, ofAsked: false },
          tasks: efforts.map(([kind, effort]) => ({
            ...plainTask,
            id: `${kind}:report:t1`,
            kind,
            effort,
            closes: [],
            role: 'head',
            due: '2026-12-05',
          })),
        },
      ],
    });
    const found = (...efforts: readonly (readonly [TaskKind, number])[]) =>
      legalFindings([], plan(efforts), TODAY).map(({ args }) => args);
    expect(found(['legal', 2], ['action', 9])).toEqual([]);
    expect(found(['legal', 2], ['legal', 0.5])).toEqual([]);
    expect(found(['legal', 2], ['legal', 0.6], ['action', 1])).toEqual([
      { task: 'legal:report:t1', due: '2026-12-05' },
      { task: 'legal:report:t1', due: '2026-12-05' },
    ]);
  });

  it('technologies of one day are counted as people count, t10 behind t2', () => {
    const { plan } = assessed(['t10', 't2', 't1'].map((id) => technology({ id })));
    const tasks = plan.waves.flatMap((wave) => wave.tasks.filter(({ kind }) => kind === 'legal'));
    expect(tasks.map(({ id }) => id)).toEqual(['t1', 't2', 't10'].map((id) => `legal:report:${id}`));
  });

  it('a catalogue without verdicts judges nothing', () => {
    const result = assess({
      catalog: catalog(),
      answers: { ...answers(), technologies: [technology()] },
      today: TODAY,
      version: '0.1.0',
    });
    expect(result.verdicts).toEqual([]);
  });
});
