import fc from 'fast-check';
import { readAnswers } from '../../src/answers/read.ts';
import { assess } from '../../src/core/assess.ts';
import type { Answer, Answers, AnswerValue, PlannedAction } from '../../src/model/answers.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Depth } from '../../src/model/catalog.ts';
import { catalog } from '../setup/checklists.ts';

/** Random companies that answer the shipped checklists: what a promise to people has to hold for. */

export { catalog };

const read = readAnswers('wazamori: 1\ncompany:\n  name: 株式会社サンプル精機\n', catalog);
if (!read.ok) throw new Error('the head does not read');
const BLANK: Answers = read.value;

const SAID: Omit<Answer, 'value'> = {
  reason: null,
  note: null,
  basis: null,
  evidence: [],
  by: null,
  on: null,
  location: null,
};

export interface RandomCompany {
  readonly employees: number;
  readonly profile: ReadonlyMap<string, readonly string[]>;
  /** By question, in catalogue order; `null` = not answered. */
  readonly truth: ReadonlyMap<string, AnswerValue | null>;
  readonly planned: ReadonlyMap<string, PlannedAction>;
  readonly capacity: number | null;
}

const VALUES: readonly (AnswerValue | null)[] = ['no', 'no', 'partial', 'unknown', 'yes', 'yes', null];
const FACTS = catalog.facts.filter(({ place, kind }) => place === 'profile' && kind !== 'number');

const someProfile = fc
  .array(fc.nat(30), { minLength: FACTS.length, maxLength: FACTS.length })
  .map(
    (picks) =>
      new Map(
        FACTS.map(
          ({ id, values }, i) => [id, [values[(picks[i] ?? 0) % values.length]?.id ?? 'unknown']] as const,
        ),
      ),
  );

/**
 * A strict twin is asked through its target: answered by hand before that, and otherwise, it is the one thing that asking
 * more takes back (`docs/testing.md`).
 */
const isTwin = new Set(catalog.items.filter(({ sameAs }) => sameAs !== null).map(({ id }) => id));

/** Mostly no, mostly yes, or anything: a company that has done nothing fills a plan in another way than one that has done much. */
const someTruth = fc
  .tuple(
    fc.constantFrom(2, 4, VALUES.length),
    fc.array(fc.nat(VALUES.length - 1), { minLength: catalog.items.length, maxLength: catalog.items.length }),
  )
  .map(
    ([kinds, picks]) =>
      new Map(
        catalog.items.map(
          ({ id }, i) => [id, isTwin.has(id) ? null : (VALUES[(picks[i] ?? 0) % kinds] ?? null)] as const,
        ),
      ),
  );

const someAction = fc.constantFrom(...catalog.actions.map(({ id }) => id));
const somePlanned = fc
  .dictionary(
    someAction,
    fc.record({
      owner: fc.constant(null),
      due: fc.constantFrom(null, '2026-12-20', '2027-06-30'),
      status: fc.constantFrom('todo', 'doing', 'done'),
      location: fc.constant(null),
    }),
    { maxKeys: 4 },
  )
  .map((planned): ReadonlyMap<string, PlannedAction> => new Map(Object.entries(planned)));

const anyCompany: fc.Arbitrary<RandomCompany> = fc.record({
  employees: fc.constantFrom(1, 3, 5, 8, 20, 48, 260),
  profile: someProfile,
  truth: someTruth,
  planned: fc.oneof(fc.constant(new Map()), somePlanned),
  capacity: fc.constantFrom(null, null, null, 0.25, 2),
});

/** Five people with a plant abroad where anybody may see the core: the largest action meets the smallest room. */
const smallAbroad: fc.Arbitrary<RandomCompany> = anyCompany.map((company) => ({
  ...company,
  employees: Math.min(5, company.employees),
  capacity: null,
  profile: new Map([...company.profile, ['overseasProduction', ['operating']]]),
  truth: new Map([
    ...company.truth,
    ...catalog.items
      .filter(({ action }) => action === 'limit-access-abroad')
      .map(({ id }) => [id, 'no'] as const),
  ]),
}));

export const someCompany: fc.Arbitrary<RandomCompany> = fc.oneof(
  { arbitrary: anyCompany, weight: 3 },
  { arbitrary: smallAbroad, weight: 1 },
);

export interface Asked {
  readonly depth: Depth;
  readonly goals: readonly string[];
  /** Whether a question's answer stands in the file. */
  readonly answered: (item: string) => boolean;
}

/** The answer file of a company that was asked so much. */
export function answersOf(company: RandomCompany, { depth, goals, answered }: Asked): Answers {
  const said = [...company.truth].flatMap(([id, value]): (readonly [string, Answer])[] =>
    value === null || !answered(id) ? [] : [[id, { ...SAID, value }]],
  );
  return {
    ...BLANK,
    company: { ...BLANK.company, employees: company.employees },
    assessment: { ...BLANK.assessment, depth, goals },
    profile: company.profile,
    answers: new Map(said),
    plan: { ...BLANK.plan, capacity: company.capacity, actions: company.planned },
  };
}

/** The result for a company that was asked so much. */
export const resultOf = (company: RandomCompany, asked: Asked): Assessment =>
  assess({ catalog, answers: answersOf(company, asked), today: '2026-11-21', version: 'test' });
