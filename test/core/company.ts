import fc from 'fast-check';
import { assess } from '../../src/core/assess.ts';
import type { AnswerValue, PlannedAction } from '../../src/model/answers.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Catalog, Depth, ReadinessClass, Severity } from '../../src/model/catalog.ts';
import { action, answer, answers, catalog, item, TODAY, type Written } from './sample.ts';

/** Any small catalogue and any company answering it: what the promises of `docs/scoring.md` are tried on. */

const STATES: readonly AnswerValue[] = ['yes', 'partial', 'no', 'unknown', 'notApplicable'];
const severity = fc.constantFrom<Severity>('critical', 'major', 'minor');
const depth = fc.constantFrom<Depth>('quick', 'full', 'evidence');
const fact = (values: readonly string[]) => fc.constantFrom(...values, 'unknown').map((value) => [value]);
const sized = (days: number) => ({ small: days, medium: days, large: days });

const ACTIONS = [
  action('a'),
  action('b', { after: ['a'] }),
  action('c', { effort: sized(9) }),
  action('d', { effort: null }),
  action('quick-tics', { effort: sized(0.25) }),
  action('slow-tics', { effort: sized(3), after: ['quick-tics'] }),
];

/** Up to fourteen questions, some behind facts, some strict twins, closed by six actions, two of them for TICS alone. */
const someCatalog: fc.Arbitrary<Catalog> = fc
  .array(
    fc.record({
      severity,
      depth,
      scene: fc.constantFrom(null, 'exhibitions', 'overseasProduction'),
      routes: fc.subarray(['people', 'overseas-production']),
      action: fc.constantFrom('a', 'b', 'c', 'd'),
      ticsAction: fc.constantFrom('c', 'quick-tics', 'slow-tics'),
      tics: fc.boolean(),
      readiness: fc.constantFrom<ReadinessClass>('assumed', 'conditional', 'optional'),
      askRole: fc.constantFrom('production-head', 'it-person'),
      choice: fc.boolean(),
      twin: fc.boolean(),
      forbidden: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    catalog({
      items: rows.map((row, i) =>
        item(row.tics ? `tics.q${i}` : `guidance.q${i}`, {
          checklist: row.tics ? 'tics' : 'guidance',
          section: row.tics ? 'tics-rules' : i % 2 === 0 ? 'foundation' : 'people-prevention',
          severity: row.severity,
          readiness: row.tics ? row.readiness : null,
          depth: row.depth,
          routes: row.routes,
          askRole: row.askRole,
          action: row.tics ? row.ticsAction : row.action,
          notApplicable: row.forbidden ? 'forbidden' : 'allowed',
          appliesWhen: row.scene === null ? null : { fact: row.scene, in: ['yes', 'planning', 'operating'] },
          gapWhen: row.choice ? { fact: 'employees', gte: 21 } : null,
          sameAs: row.tics && row.twin && rows[0]?.tics === false ? 'guidance.q0' : null,
        }),
      ),
      actions: ACTIONS,
    }),
  );

const planned: fc.Arbitrary<Partial<PlannedAction>> = fc.record({
  status: fc.constantFrom('todo', 'doing', 'done'),
  due: fc.constantFrom(null, null, '2026-11-01', '2026-12-20', '2028-01-31'),
});

const someWritten = (sample: Catalog): fc.Arbitrary<Written> => {
  const id = fc.constantFrom(...sample.items.map((i) => i.id));
  return fc.record({
    employees: fc.constantFrom(null, 3, 8, 48, 260),
    depth,
    goals: fc.constantFrom<readonly string[]>([], ['tics']),
    profile: fc.record({
      overseasProduction: fact(['none', 'planning', 'operating']),
      exhibitions: fact(['yes', 'no']),
    }),
    answers: fc
      .dictionary(id, fc.constantFrom(...STATES))
      .map((given) =>
        Object.fromEntries(
          Object.entries(given).map(([q, value]) => [
            q,
            answer(value, { reason: value === 'notApplicable' ? '扱いがない' : null }),
          ]),
        ),
      ),
    accepted: fc.uniqueArray(
      fc.record({ item: id, until: fc.constantFrom('2026-11-20', '2026-11-21', '2027-03-31') }),
      { maxLength: 2, selector: (a) => a.item },
    ),
    actions: fc.dictionary(fc.constantFrom(...ACTIONS.map((a) => a.id)), planned, { maxKeys: 2 }),
    capacity: fc.constantFrom(0, 0.5, 1, 3, 40),
  });
};

export type Company = readonly [Catalog, Written];

export const company: fc.Arbitrary<Company> = someCatalog.chain((sample) =>
  fc.tuple(fc.constant(sample), someWritten(sample)),
);

export const run = (sample: Catalog, written: Written): Assessment =>
  assess({ catalog: sample, answers: answers(written), today: TODAY, version: '0' });

/** The same company with one question answered otherwise. */
export const withAnswer = (written: Written, id: string, value: AnswerValue): Written => ({
  ...written,
  answers: { ...written.answers, [id]: value },
});
