import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAsked } from '../../src/core/score/standing.ts';
import type { AnswerValue } from '../../src/model/answers.ts';
import type { Assessment, ItemResult, ReadinessCounts, Score } from '../../src/model/assessment.ts';
import { type Company, company, run, withAnswer } from './company.ts';
import { answers } from './sample.ts';

const gradeRank = (grade: string | undefined): number => (grade === undefined ? -1 : 'EDCBA'.indexOf(grade));

/** Everything a result says in points: overall, its lists and sections, its routes. */
const scoresOf = (result: Assessment): readonly Score[] => [
  result.score,
  ...result.checklists.flatMap((c) => (c.score === null ? [] : [c.score])),
  ...result.checklists.flatMap((c) => c.sections.map((section) => section.score)),
  ...result.routes.map((route) => route.score),
];

function neverFalls(before: Assessment, after: Assessment): void {
  scoresOf(before).forEach((a, i) => {
    const b = scoresOf(after)[i];
    expect(b?.low ?? 0).toBeGreaterThanOrEqual(a.low ?? 0);
    expect(b?.high ?? 0).toBeGreaterThanOrEqual(a.high ?? 0);
    expect(gradeRank(b?.grade?.low)).toBeGreaterThanOrEqual(gradeRank(a.grade?.low));
    expect(gradeRank(b?.grade?.high)).toBeGreaterThanOrEqual(gradeRank(a.grade?.high));
  });
  const open = new Set(before.gaps.map((g) => g.item));
  expect(after.gaps.filter((g) => !open.has(g.item))).toEqual([]);
}

describe('better answers', () => {
  it('raising no < partial < yes never lowers a low, a high or a grade, nor adds a gap', () => {
    const raised = fc.constantFrom<[AnswerValue, AnswerValue]>(
      ['no', 'partial'],
      ['partial', 'yes'],
      ['no', 'yes'],
    );
    fc.assert(
      fc.property(company, fc.nat(), raised, ([sample, written], n, [from, to]) => {
        const id = sample.items[n % sample.items.length]?.id ?? '';
        neverFalls(run(sample, withAnswer(written, id, from)), run(sample, withAnswer(written, id, to)));
      }),
    );
  });

  it('unknown has the low of no and the high of yes; answering lands inside the interval, in every group', () => {
    const known = fc.constantFrom<AnswerValue>('yes', 'partial', 'no');
    fc.assert(
      fc.property(company, fc.nat(), known, ([sample, written], n, value) => {
        const id = sample.items[n % sample.items.length]?.id ?? '';
        const scores = (v: AnswerValue) => scoresOf(run(sample, withAnswer(written, id, v)));
        const unknown = scores('unknown');
        expect(unknown.map((s) => s.low)).toEqual(scores('no').map((s) => s.low));
        expect(unknown.map((s) => s.high)).toEqual(scores('yes').map((s) => s.high));
        scores(value).forEach((answered, i) => {
          expect(answered.low ?? 0).toBeGreaterThanOrEqual(unknown[i]?.low ?? 0);
          expect(answered.high ?? 0).toBeLessThanOrEqual(unknown[i]?.high ?? 0);
        });
      }),
    );
  });

  it('わからない costs the low end what いいえ costs, and never ranks among the dangers', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { headline, items } = run(sample, written);
        const state = new Map(items.map((i) => [i.id, i.state]));
        for (const id of headline.dangers) expect(['no', 'partial']).toContain(state.get(id));
        for (const id of headline.toAsk) expect(state.get(id)).toBe('unknown');
      }),
    );
  });

  // Strict twins are left out: one answered while its target was not asked yet gives way when the target is.
  it('quick to full never takes a point away', () => {
    fc.assert(
      fc.property(company, ([twins, written]) => {
        const sample = { ...twins, items: twins.items.map((i) => ({ ...i, sameAs: null })) };
        const quick = run(sample, { ...written, depth: 'quick' }).score;
        const full = run(sample, { ...written, depth: 'full' }).score;
        expect(full.sumLow).toBe(quick.sumLow);
        expect(full.coverage.yes).toBe(quick.coverage.yes);
      }),
    );
  });
});

/** A result without the order of what a catalogue lists, but with every order the rules themselves make. */
function settled(result: Assessment): unknown {
  const byId = (list: readonly unknown[]) => [...list].map((x) => JSON.stringify(x)).sort();
  const waves = result.plan.waves.map((wave) => ({
    ...wave,
    tasks: wave.tasks.map((t) => ({ ...t, closes: t.kind === 'find-out' ? byId(t.closes) : t.closes })),
  }));
  const lists = result.checklists.map((c) => ({
    ...c,
    sections: byId(c.sections),
    readiness: c.readiness && { ...c.readiness, missing: byId(c.readiness.missing) },
  }));
  return {
    ...result,
    plan: { ...result.plan, waves },
    items: byId(result.items),
    checklists: byId(lists),
    routes: byId(result.routes),
    askList: byId(result.askList.map((a) => ({ ...a, items: byId(a.items) }))),
    diagnostics: byId(result.diagnostics),
  };
}

const reversed = <T>(record: Readonly<Record<string, T>> = {}): Record<string, T> =>
  Object.fromEntries(Object.entries(record).reverse());

function turned([sample, written]: Company): Company {
  const { items, actions, routes, roles } = sample;
  const checklists = sample.checklists.map((c) => ({ ...c, sections: [...c.sections].reverse() }));
  return [
    {
      ...sample,
      checklists: checklists.reverse(),
      items: [...items].reverse(),
      actions: [...actions].reverse(),
      routes: [...routes].reverse(),
      roles: [...roles].reverse(),
    },
    {
      ...written,
      answers: reversed(written.answers),
      profile: reversed(written.profile),
      actions: reversed(written.actions),
      accepted: [...(written.accepted ?? [])].reverse(),
    },
  ];
}

function deeplyFrozen<T>(value: T): T {
  if (value instanceof Map) for (const entry of value.values()) deeplyFrozen(entry);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(deeplyFrozen);
  return Object.freeze(value);
}

describe('the same company', () => {
  it('gets the same result, whatever the order of questions, actions, lists, files and keys', () => {
    fc.assert(
      fc.property(company, (given) => {
        expect(settled(run(...turned(given)))).toEqual(settled(run(...given)));
      }),
    );
  });

  it('gets the same bytes for the same input, and for one whose answers stand in another order', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const bytes = JSON.stringify(run(sample, written));
        expect(JSON.stringify(run(sample, structuredClone(written)))).toBe(bytes);
        expect(JSON.stringify(run(sample, turned([sample, written])[1]))).toBe(bytes);
      }),
    );
  });

  it('finds its catalogue and answers as they were', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        run(deeplyFrozen(structuredClone(sample)), deeplyFrozen(structuredClone(written)));
        const given = answers(written);
        const before = structuredClone(given);
        run(sample, written);
        expect(given).toEqual(before);
      }),
    );
  });
});

describe('sums', () => {
  /** Recomputed by hand, from what the result prints of each item. */
  const byHand = (items: readonly ItemResult[]): readonly number[] => {
    const sum = (of: (i: ItemResult) => number) => items.reduce((total, i) => total + of(i), 0);
    return [
      sum((i) => i.weight * (i.low ?? 0)),
      sum((i) => i.weight * (i.high ?? 0)),
      sum((i) => i.weight),
      sum((i) => (isAsked(i.state) ? 1 : 0)),
    ];
  };
  const printed = (score: Score | null | undefined): readonly (number | undefined)[] => [
    score?.sumLow,
    score?.sumHigh,
    score?.weight,
    score?.coverage.asked,
  ];

  it('the points of the items add up to their group: overall, lists, sections, routes', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { items, score, checklists, routes } = run(sample, written);
        expect(byHand(items.filter((i) => i.inOverall))).toEqual(printed(score));
        for (const list of checklists) {
          expect(byHand(items.filter((i) => i.checklist === list.id))).toEqual(printed(list.score));
          for (const section of list.sections) {
            expect(byHand(items.filter((i) => i.section === section.id))).toEqual(printed(section.score));
          }
        }
        for (const route of routes) {
          const own = items.filter((i) => i.inOverall && i.routes.includes(route.id));
          expect(byHand(own)).toEqual(printed(route.score));
        }
      }),
    );
  });

  it('a strict twin never counts twice: not overall, on no route, in no gap', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { items, gaps } = run(sample, written);
        const asked = new Set(items.filter((i) => isAsked(i.state)).map((i) => i.id));
        const twins = sample.items.filter((i) => i.sameAs !== null && asked.has(i.sameAs)).map((i) => i.id);
        expect(items.filter((i) => twins.includes(i.id) && i.inOverall)).toEqual([]);
        expect(gaps.filter((g) => twins.includes(g.item))).toEqual([]);
      }),
    );
  });

  it('readiness counts every asked item of its list once, and misses what is not met', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const result = run(sample, written);
        const asked = result.items.filter((i) => i.checklist === 'tics' && isAsked(i.state));
        const readiness = result.checklists.find((c) => c.id === 'tics')?.readiness ?? null;
        if (asked.length === 0) {
          expect(readiness).toBeNull();
          return;
        }
        const counts = [readiness?.assumed, readiness?.conditional, readiness?.optional];
        const sum = (name: keyof ReadinessCounts) => counts.reduce((total, c) => total + (c?.[name] ?? 0), 0);
        const of = (...states: readonly string[]) => asked.filter((i) => states.includes(i.state)).length;
        expect(sum('met')).toBe(of('yes'));
        expect(sum('partial')).toBe(of('partial'));
        expect(sum('unmet')).toBe(of('no'));
        expect(sum('unknown')).toBe(of('unknown', 'unanswered'));
        expect(new Set(readiness?.missing).size).toBe(sum('partial') + sum('unmet') + sum('unknown'));
      }),
    );
  });
});
