import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import { compare } from '../../../src/core/compare/compare.ts';
import type { AnswerValue } from '../../../src/model/answers.ts';
import type { Catalog, Depth, Severity } from '../../../src/model/catalog.ts';
import type { Comparison, Points, ScoreChange } from '../../../src/model/comparison.ts';
import { runs } from '../../setup/random.ts';
import { answer, answers, catalog, item, TODAY, WEIGHTS, type Written } from '../sample.ts';

const IDS = Array.from({ length: 10 }, (_, i) => (i % 3 === 2 ? `tics.q${i}` : `guidance.q${i}`));
const depth = fc.constantFrom<Depth>('quick', 'full', 'evidence');

/** An edition: some of ten questions, each weighed, placed and scoped as it likes, with weights of its own. */
const someCatalog: fc.Arbitrary<Catalog> = fc
  .record({
    rows: fc.array(
      fc.record({
        id: fc.constantFrom(...IDS),
        severity: fc.constantFrom<Severity>('critical', 'major', 'minor'),
        depth,
        section: fc.constantFrom('foundation', 'people-prevention'),
        scene: fc.constantFrom(null, 'exhibitions', 'overseasProduction'),
        routes: fc.subarray(['people', 'overseas-production']),
        twin: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    major: fc.constantFrom(3, 2, 2.7),
  })
  .map(({ rows, major }) => {
    const first = new Map(rows.map((row) => [row.id, row]));
    return catalog({
      weights: { ...WEIGHTS, severity: { ...WEIGHTS.severity, major } },
      items: [...first.values()].map((row) => {
        const tics = row.id.startsWith('tics.');
        return item(row.id, {
          checklist: tics ? 'tics' : 'guidance',
          section: tics ? 'tics-rules' : row.section,
          severity: row.severity,
          depth: row.depth,
          routes: row.routes,
          appliesWhen: row.scene === null ? null : { fact: row.scene, in: ['yes', 'planning'] },
          sameAs: tics && row.twin && first.has('guidance.q0') ? 'guidance.q0' : null,
        });
      }),
    });
  });

const someAnswers: fc.Arbitrary<Written> = fc.record({
  employees: fc.constantFrom(null, 8, 260),
  depth,
  goals: fc.constantFrom<readonly string[]>([], ['tics']),
  profile: fc.record({
    overseasProduction: fc.constantFrom(['none'], ['planning'], ['unknown']),
    exhibitions: fc.constantFrom(['yes'], ['no'], ['unknown']),
  }),
  answers: fc.dictionary(
    fc.constantFrom(...IDS),
    fc
      .constantFrom<AnswerValue>('yes', 'partial', 'no', 'unknown', 'notApplicable')
      .map((value) => answer(value, { reason: value === 'notApplicable' ? '扱いがない' : null })),
  ),
  accepted: fc
    .subarray(IDS)
    .map((ids) => ids.map((id) => ({ item: id, until: id < 'h' ? '2027-01-01' : '2026-01-01' }))),
});

const someSide = fc.record({ catalog: someCatalog, written: someAnswers });
type Side = { readonly catalog: Catalog; readonly written: Written };
const options = { today: TODAY, version: '0' };
const run = (before: Side, after: Side): Comparison =>
  compare(
    { catalog: before.catalog, answers: answers(before.written) },
    { catalog: after.catalog, answers: answers(after.written) },
    options,
  );

/** In ten-thousandths, where sums of decimals are exact. */
const units = (points: number): number => Math.round(points * 1e4);
const total = (effects: readonly (Points | null)[]) => ({
  low: effects.reduce((sum, e) => sum + units(e?.low ?? 0), 0),
  high: effects.reduce((sum, e) => sum + units(e?.high ?? 0), 0),
});
const inUnits = (points: Points) => ({ low: units(points.low), high: units(points.high) });

function expectToAddUp(score: ScoreChange): void {
  const rows = score.causes.flatMap(({ items }) => items);
  if (score.change === null) {
    expect([...rows, ...score.causes, ...score.kinds].every(({ effect }) => effect === null)).toBe(true);
    return;
  }
  for (const { effect, items } of score.causes) {
    expect(effect).not.toBeNull();
    expect(total(items.map((row) => row.effect))).toEqual(inUnits(effect ?? { low: 0, high: 0 }));
  }
  expect(total(score.causes.map((c) => c.effect))).toEqual(inUnits(score.change));
  expect(total(score.kinds.map((k) => k.effect))).toEqual(inUnits(score.change));
  expect(units(score.after?.low ?? 0) - units(score.before?.low ?? 0)).toBe(units(score.change.low));
  expect(units(score.after?.high ?? 0) - units(score.before?.high ?? 0)).toBe(units(score.change.high));
}

describe('compare, for any two sides', () => {
  it('the effects of the questions add up to their cause, the causes to the change, in every group', () => {
    fc.assert(
      fc.property(someSide, someSide, (before, after) => {
        for (const score of run(before, after).scores) expectToAddUp(score);
      }),
      runs(400),
    );
  });

  it('its two ends are what assess gives for either side alone', () => {
    fc.assert(
      fc.property(someSide, someSide, (before, after) => {
        const { scores } = run(before, after);
        const alone = (side: Side) =>
          assess({ catalog: side.catalog, answers: answers(side.written), ...options }).score;
        expect(scores[0]?.before?.low ?? null).toBe(alone(before).low);
        expect(scores[0]?.before?.high ?? null).toBe(alone(before).high);
        expect(scores[0]?.after?.low ?? null).toBe(alone(after).low);
        expect(scores[0]?.after?.high ?? null).toBe(alone(after).high);
      }),
    );
  });

  it('a side against itself changes nothing', () => {
    fc.assert(
      fc.property(someSide, (side) => {
        const { scores, items, gaps, accepted, verdicts, exposures, withdrawn, comparability } = run(
          side,
          side,
        );
        expect(scores.every((s) => s.causes.length === 0 && s.kinds.length === 0)).toBe(true);
        expect(scores.every((s) => s.change === null || (s.change.low === 0 && s.change.high === 0))).toBe(
          true,
        );
        expect({ items, opened: gaps.opened, closed: gaps.closed, verdicts, exposures }).toEqual({
          items: [],
          opened: [],
          closed: [],
          verdicts: [],
          exposures: [],
        });
        expect([accepted.added, accepted.ended, accepted.moved].flat()).toEqual([]);
        expect(withdrawn).toEqual({ left: [], depth: null, severities: [], technologies: [], verdicts: [] });
        expect([null, 1]).toContain(comparability.ratio);
      }),
    );
  });

  it('the other way round every change is its opposite, and opened gaps are the closed ones', () => {
    fc.assert(
      fc.property(someSide, someSide, (a, b) => {
        const there = run(a, b);
        const back = run(b, a);
        const changes = ({ scores }: Comparison) =>
          new Map(scores.map((s) => [`${s.group} ${s.checklist} ${s.id}`, s.change]));
        const backwards = changes(back);
        for (const [key, change] of changes(there)) {
          const opposite = backwards.get(key);
          expect(units(opposite?.low ?? 0) + units(change?.low ?? 0)).toBe(0);
          expect(units(opposite?.high ?? 0) + units(change?.high ?? 0)).toBe(0);
        }
        const ids = (list: readonly { readonly item: string }[]) => list.map((x) => x.item).sort();
        expect(ids(there.gaps.opened)).toEqual(ids(back.gaps.closed));
        expect(ids(there.items)).toEqual(ids(back.items));
        expect(there.comparability).toEqual(back.comparability);
      }),
    );
  });

  it('only answers improve or worsen, and every question that stopped counting is named', () => {
    fc.assert(
      fc.property(someSide, someSide, (before, after) => {
        const { scores, items, withdrawn, gaps } = run(before, after);
        for (const { cause, items: rows } of scores.flatMap((s) => s.causes)) {
          const kinds = rows.map((row) => row.kind);
          if (cause !== 'answers') {
            expect(kinds.filter((k) => !['entered', 'left', 'reweighted'].includes(k))).toEqual([]);
          }
        }
        const left = items.filter((i) => i.kind === 'left').map((i) => i.item);
        expect(withdrawn.left.map((l) => l.item).sort()).toEqual(left);
        for (const gap of gaps.closed) {
          if (gap.how !== 'left') continue;
          expect(withdrawn.left.find((l) => l.item === gap.item)).toMatchObject({ wasGap: true });
        }
      }),
    );
  });

  it('an unknown edition leaves the checklists no effect', () => {
    fc.assert(
      fc.property(someSide, someAnswers, ({ catalog: now, written }, later) => {
        const result = compare(
          { catalog: null, answers: answers(written) },
          { catalog: now, answers: answers(later) },
          options,
        );
        expect(result.catalog.status).toBe('not-comparable');
        expect(result.scores.flatMap((s) => s.causes).some((c) => c.cause === 'catalog')).toBe(false);
        for (const score of result.scores) expectToAddUp(score);
      }),
    );
  });
});
