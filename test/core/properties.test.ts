import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { scoreOf } from '../../src/core/score.ts';
import { isAsked } from '../../src/core/standing.ts';
import type { AnswerValue } from '../../src/model/answers.ts';
import type { Assessment, ReadinessCounts } from '../../src/model/assessment.ts';
import type { Catalog, Depth, ReadinessClass, Severity } from '../../src/model/catalog.ts';
import { action, answer, answers, catalog, item, TODAY, WEIGHTS, type Written } from './sample.ts';

const STATES: readonly AnswerValue[] = ['yes', 'partial', 'no', 'unknown', 'notApplicable'];
const severity = fc.constantFrom<Severity>('critical', 'major', 'minor');
const depth = fc.constantFrom<Depth>('quick', 'full', 'evidence');
const fact = (values: readonly string[]) => fc.constantFrom(...values, 'unknown');

/** A catalogue of up to twelve questions, some behind facts, some strict twins, closed by four actions. */
const someCatalog: fc.Arbitrary<Catalog> = fc
  .array(
    fc.record({
      severity,
      depth,
      scene: fc.constantFrom(null, 'exhibitions', 'overseasProduction'),
      routes: fc.subarray(['people', 'overseas-production']),
      action: fc.constantFrom('a', 'b', 'c', 'd'),
      tics: fc.boolean(),
      readiness: fc.constantFrom<ReadinessClass>('assumed', 'conditional', 'optional'),
      twin: fc.boolean(),
      forbidden: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    catalog({
      items: rows.map((row, i) =>
        item(row.tics ? `tics.q${i}` : `guidance.q${i}`, {
          checklist: row.tics ? 'tics' : 'guidance',
          severity: row.severity,
          readiness: row.tics ? row.readiness : null,
          depth: row.depth,
          routes: row.routes,
          action: row.action,
          notApplicable: row.forbidden ? 'forbidden' : 'allowed',
          appliesWhen: row.scene === null ? null : { fact: row.scene, in: ['yes', 'planning', 'operating'] },
          sameAs: row.tics && row.twin && rows[0]?.tics === false ? 'guidance.q0' : null,
        }),
      ),
      actions: [
        action('a'),
        action('b', { after: ['a'] }),
        action('c', { effort: { small: 9, medium: 9, large: 9 } }),
        action('d', { effort: null }),
      ],
    }),
  );

const someWritten = (sample: Catalog): fc.Arbitrary<Written> =>
  fc.record({
    employees: fc.constantFrom(null, 3, 8, 48, 260),
    depth,
    goals: fc.constantFrom<readonly string[]>([], ['tics']),
    profile: fc.record({
      overseasProduction: fact(['none', 'planning', 'operating']).map((v) => [v]),
      exhibitions: fact(['yes', 'no']).map((v) => [v]),
    }),
    answers: fc
      .dictionary(fc.constantFrom(...sample.items.map((i) => i.id)), fc.constantFrom(...STATES))
      .map((given) =>
        Object.fromEntries(
          Object.entries(given).map(([id, value]) => [
            id,
            answer(value, { reason: value === 'notApplicable' ? '扱いがない' : null }),
          ]),
        ),
      ),
    capacity: fc.constantFrom(0, 0.5, 3, 40),
  });

const company = someCatalog.chain((sample) => fc.tuple(fc.constant(sample), someWritten(sample)));
const run = (sample: Catalog, written: Written): Assessment =>
  assess({ catalog: sample, answers: answers(written), today: TODAY, version: '0' });

/** The same company with one question answered otherwise. */
const withAnswer = (written: Written, id: string, value: AnswerValue): Written => ({
  ...written,
  answers: { ...written.answers, [id]: value },
});
const gradeRank = (grade: string | undefined): number => (grade === undefined ? -1 : 'EDCBA'.indexOf(grade));

describe('assess, for any company', () => {
  it('raising no < partial < yes never lowers a low, a high or a grade, nor adds a gap', () => {
    fc.assert(
      fc.property(
        company,
        fc.nat(),
        fc.constantFrom<[AnswerValue, AnswerValue]>(['no', 'partial'], ['partial', 'yes'], ['no', 'yes']),
        ([sample, written], n, [from, to]) => {
          const id = sample.items[n % sample.items.length]?.id ?? '';
          const before = run(sample, withAnswer(written, id, from));
          const after = run(sample, withAnswer(written, id, to));
          for (const [a, b] of [
            [before.score, after.score],
            ...before.routes.map((r, i) => [r.score, after.routes[i]?.score ?? r.score] as const),
          ] as const) {
            expect(b.low ?? 0).toBeGreaterThanOrEqual(a.low ?? 0);
            expect(b.high ?? 0).toBeGreaterThanOrEqual(a.high ?? 0);
            expect(gradeRank(b.grade?.low)).toBeGreaterThanOrEqual(gradeRank(a.grade?.low));
            expect(gradeRank(b.grade?.high)).toBeGreaterThanOrEqual(gradeRank(a.grade?.high));
          }
          const open = new Set(before.gaps.map((g) => g.item));
          expect(after.gaps.filter((g) => !open.has(g.item))).toEqual([]);
        },
      ),
    );
  });

  it('unknown has the low of no and the high of yes; answering lands inside', () => {
    fc.assert(
      fc.property(
        company,
        fc.nat(),
        fc.constantFrom<AnswerValue>('yes', 'partial', 'no'),
        ([sample, written], n, value) => {
          const id = sample.items[n % sample.items.length]?.id ?? '';
          const score = (v: AnswerValue) => run(sample, withAnswer(written, id, v)).score;
          const unknown = score('unknown');
          expect(unknown.low).toBe(score('no').low);
          expect(unknown.high).toBe(score('yes').high);
          const answered = score(value);
          expect(answered.low ?? 0).toBeGreaterThanOrEqual(unknown.low ?? 0);
          expect(answered.high ?? 0).toBeLessThanOrEqual(unknown.high ?? 0);
        },
      ),
    );
  });

  it('the order of answers, facts and actions in the file changes nothing', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const reversed = Object.fromEntries(Object.entries(written.answers ?? {}).reverse());
        const profile = Object.fromEntries(Object.entries(written.profile ?? {}).reverse());
        expect(JSON.stringify(run(sample, { ...written, answers: reversed, profile }))).toBe(
          JSON.stringify(run(sample, written)),
        );
      }),
    );
  });

  it('the order of items in the catalogue changes no score, gap or plan', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const turned = run({ ...sample, items: [...sample.items].reverse() }, written);
        const straight = run(sample, written);
        expect(turned.score).toEqual(straight.score);
        expect(turned.gaps).toEqual(straight.gaps);
        expect(turned.plan.waves.map((w) => w.tasks.map((t) => t.id))).toEqual(
          straight.plan.waves.map((w) => w.tasks.map((t) => t.id)),
        );
      }),
    );
  });

  it('the items of a result add up to its groups', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const result = run(sample, written);
        const total = scoreOf(
          result.items.filter((i) => i.inOverall),
          WEIGHTS,
        );
        expect([total.sumLow, total.sumHigh, total.weight]).toEqual([
          result.score.sumLow,
          result.score.sumHigh,
          result.score.weight,
        ]);
        for (const list of result.checklists) {
          const sum = list.sections.reduce((s, section) => s + section.score.sumLow, 0);
          const inSections = result.items.filter(
            (i) => i.checklist === list.id && list.sections.some((s) => s.id === i.section),
          );
          expect(sum).toBe(scoreOf(inSections, WEIGHTS).sumLow);
        }
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

  it('a plan overfills no wave with what it was free to place, and loses no action', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { plan, gaps } = run(sample, written);
        let load = 0;
        for (const wave of plan.waves) {
          load += wave.tasks.filter((t) => t.kind === 'action').reduce((sum, t) => sum + t.effort, 0);
          expect(load).toBeLessThanOrEqual(wave.room + 1e-4);
        }
        const planned = new Set([
          ...plan.waves.flatMap((w) => w.tasks.filter((t) => t.kind === 'action').map((t) => t.action)),
          ...plan.beyond.map((b) => b.action),
          ...plan.choices.map((c) => c.action),
        ]);
        expect([...planned].sort()).toEqual([...new Set(gaps.map((g) => g.action))].sort());
      }),
    );
  });

  it('no prerequisite stands in a later wave than what needs it', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { plan } = run(sample, written);
        const wave = (id: string) =>
          plan.waves.findIndex((w) => w.tasks.some((t) => t.id === `action:${id}`));
        if (wave('b') !== -1 && plan.beyond.every((x) => x.action !== 'a'))
          expect(wave('a')).toBeLessThanOrEqual(wave('b'));
        if (plan.beyond.some((x) => x.action === 'a')) expect(wave('b')).toBe(-1);
      }),
    );
  });

  it('the projection never falls and ends at or below 100', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { score, plan } = run(sample, written);
        let low = score.low ?? 0;
        for (const { projected } of plan.waves) {
          expect(projected.low ?? 0).toBeGreaterThanOrEqual(low);
          low = projected.low ?? 0;
          expect(projected.high ?? 100).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
