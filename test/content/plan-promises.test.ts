import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../src/core/gaps.ts';
import type { Assessment, Gap } from '../../src/model/assessment.ts';
import type { Task } from '../../src/model/plan.ts';
import { runs } from '../setup/random.ts';
import { type Asked, catalog, type RandomCompany, resultOf, someCompany } from './companies.ts';

/** What the plan promises (`docs/scoring.md` §7), for random companies that answer the shipped checklists. */
const RUNS = runs(1000);
/** Two thousand assessments on a machine that does other things as well. */
const PATIENCE = 300_000;

const tasks = ({ plan }: Assessment): readonly Task[] => plan.waves.flatMap((wave) => wave.tasks);

/** Index of the wave an action stands in; `undefined` = in none. */
const waves = ({ plan }: Assessment): ReadonlyMap<string, number> =>
  new Map(
    plan.waves.flatMap((wave, i) =>
      wave.tasks.flatMap(({ kind, action }) => (kind === 'action' && action !== null ? [[action, i]] : [])),
    ),
  );

const after = new Map(catalog.actions.map((action) => [action.id, action.after]));
function needed(action: string): readonly string[] {
  return (after.get(action) ?? []).flatMap((id) => [id, ...needed(id)]);
}

describe('page 1', () => {
  it(
    'names a move for every danger, and its action is done within 90 days unless the file says a later day',
    () => {
      fc.assert(
        fc.property(someCompany, fc.constantFrom<Asked['depth']>('quick', 'full'), (company, depth) => {
          const result = resultOf(company, { depth, goals: [], answered: () => true });
          const { headline, plan, gaps } = result;
          const all = new Map(tasks(result).map((task) => [task.id, task]));
          const placed = waves(result);
          expect(headline.pairs.map(({ danger }) => danger)).toEqual(headline.dangers);
          for (const { danger, beside, move } of headline.pairs) {
            const action = gaps.find((gap) => gap.item === danger)?.action ?? '';
            expect(headline.moves).toContain(move);
            expect(all.get(move)?.action).toBe(action);
            expect(beside.every((item) => gaps.some((g) => g.item === item && g.action === action))).toBe(
              true,
            );
            if (all.get(move)?.kind === 'decide') continue;
            const begins = all.get(move)?.kind === 'first-step' ? plan.waves[0]?.tasks : tasks(result);
            expect(begins?.some(({ id }) => id === move)).toBe(true);
            const dated = [action, ...needed(action)].some(
              (id) => company.planned.get(id)?.due === '2027-06-30',
            );
            if (!dated) expect(placed.get(action), action).toBeLessThanOrEqual(2);
          }
          expect(new Set(headline.dangers.map((d) => gaps.find((g) => g.item === d)?.action)).size).toBe(
            headline.dangers.length,
          );
        }),
        RUNS,
      );
    },
    PATIENCE,
  );
});

interface Two {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly company: RandomCompany;
}

const severityOf = new Map(catalog.items.map(({ id, severity }) => [id, SEVERITIES.indexOf(severity)]));
const known = ({ gaps }: Assessment, action: string): readonly Gap[] =>
  gaps.filter((gap) => gap.action === action && !gap.conditional);

/** As grave as the gravest known gap of an action, in severity or in points. */
function asGrave(gap: Gap, than: readonly Gap[]): boolean {
  const severity = Math.min(...than.map(({ item }) => severityOf.get(item) ?? 0));
  const points = Math.max(...than.map((other) => other.points));
  return than.length === 0 || (severityOf.get(gap.item) ?? 0) <= severity || gap.points >= points;
}

/** Why an action may stand later: what the later check alone has, and what stands before an action in its plan because of it. */
function excuse({ before, after: later, company }: Two, action: string): string | null {
  const order = tasks(later).flatMap((task) => (task.kind === 'action' ? [task.action ?? ''] : []));
  const beyond = later.plan.beyond.map((one) => one.action);
  const all = [...order, ...beyond];
  const isDated = (id: string): boolean => company.planned.get(id)?.due != null;
  // What waits for a day in the file stands later than its place in the order.
  const ahead = all.filter((id, i) => i < all.indexOf(action) || [id, ...needed(id)].some(isDated));
  const open = new Set(before.gaps.map((gap) => gap.action));
  const alone = (id: string): boolean =>
    known(later, id).some(
      (gap) => !known(before, id).some(({ item }) => item === gap.item) && asGrave(gap, known(later, action)),
    );
  // What is said to be done stands in no wave, but its danger has its place on page 1.
  const decided = tasks(later).flatMap((task) => (task.kind === 'decide' ? [task.action ?? ''] : []));
  // And what such an action needs first stands before it.
  const grave = [...all, ...decided].filter(alone);
  const causes = new Set([...decided, ...ahead]);
  if (grave.some((id) => [id, ...needed(id)].some((one) => causes.has(one)))) return 'graver';
  const dated = later.gaps.some(
    (gap) => !open.has(gap.action) && company.planned.get(gap.action)?.due != null,
  );
  if (dated) return 'dated';
  const first = [...ahead, action].flatMap(needed);
  const opened = ahead.filter((id) => !open.has(id));
  if (opened.some((id) => first.includes(id))) return 'prerequisite';
  // It stood early for something that needed it by way of an action which the answer has closed.
  const closed = new Set([...open].filter((id) => !later.gaps.some((gap) => gap.action === id)));
  const by = (id: string): boolean => closed.has(id) && needed(id).includes(action);
  if (ahead.some((id) => needed(id).some(by))) return 'released';
  // What asking may close stands behind all that is known, and nobody can say which of it is graver.
  return known(later, action).length === 0 && opened.length > 0 ? 'unknown' : null;
}

/** Actions that stand later, or beyond the year, in the check that asked more. */
function postponed({ before, after: later }: Two): readonly string[] {
  const now = waves(later);
  const open = new Set(later.gaps.map((gap) => gap.action));
  const done = new Set(later.plan.done);
  return [...waves(before)].flatMap(([id, wave]) =>
    open.has(id) && !done.has(id) && (now.get(id) ?? Number.POSITIVE_INFINITY) > wave ? [id] : [],
  );
}

function neverPostpones(two: Two): void {
  for (const id of postponed(two)) {
    expect(excuse(two, id), id).not.toBeNull();
  }
}

describe('asking more never postpones, but for something at least as grave that it found', () => {
  const isQuick = new Set(
    catalog.checklists.flatMap(({ quick }) => [...(quick?.always ?? []), ...(quick?.byScene ?? [])]),
  );

  it(
    'by depth',
    () => {
      fc.assert(
        fc.property(someCompany, fc.constantFrom<Asked['depth']>('full', 'evidence'), (company, depth) => {
          const before = resultOf(company, { depth: 'quick', goals: [], answered: (id) => isQuick.has(id) });
          const after = resultOf(company, { depth, goals: [], answered: () => true });
          neverPostpones({ before, after, company });
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'by TICS',
    () => {
      fc.assert(
        fc.property(someCompany, (company) => {
          const asked = { depth: 'full', answered: () => true } as const;
          const before = resultOf(company, { ...asked, goals: [] });
          const after = resultOf(company, { ...asked, goals: ['tics'] });
          neverPostpones({ before, after, company });
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'by a single answer',
    () => {
      const some = fc.constantFrom(...catalog.items.map(({ id }) => id));
      fc.assert(
        fc.property(
          someCompany,
          some,
          fc.constantFrom<Asked['depth']>('quick', 'full'),
          (company, item, depth) => {
            const before = resultOf(company, { depth, goals: ['tics'], answered: (id) => id !== item });
            const after = resultOf(company, { depth, goals: ['tics'], answered: () => true });
            neverPostpones({ before, after, company });
          },
        ),
        RUNS,
      );
    },
    PATIENCE,
  );
});
