import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../src/core/gaps.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { Task } from '../../../src/model/plan.ts';
import { runs } from '../../setup/random.ts';
import { type Company, company, run } from '../company.ts';

const actionTasks = ({ plan }: Assessment): readonly Task[] =>
  plan.waves.flatMap((wave) => wave.tasks.filter((task) => task.kind === 'action'));

/** Index of the wave an action stands in; those beyond the year stand behind all waves. */
function waveOf({ plan }: Assessment, action: string): number {
  const index = plan.waves.findIndex((wave) => wave.tasks.some((t) => t.id === `action:${action}`));
  return index === -1 ? plan.waves.length : index;
}

describe('a plan, for any company', () => {
  it('overfills no wave, but for what the law, the file and the dangers want', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { plan, headline, gaps } = run(sample, written);
        const fixed = new Set(
          Object.entries(written.actions ?? {}).flatMap(([id, a]) => (a.due == null ? [] : [id])),
        );
        const urgent = new Set(gaps.filter((g) => headline.dangers.includes(g.item)).map((g) => g.action));
        for (const { id, after } of sample.actions) if (urgent.has(id)) for (const b of after) urgent.add(b);
        let load = 0;
        for (const wave of plan.waves) {
          const actions = wave.tasks.filter((t) => t.kind === 'action' && !fixed.has(t.action ?? ''));
          load += actions.reduce((sum, t) => sum + (t.tooLarge ? 0 : t.effort), 0);
          const excess = load > wave.room + 1e-4;
          if (excess) expect(plan.overfull).toBe(true);
          // A debt of the dangers: nothing else is placed on top of it.
          if (excess) expect(actions.filter((t) => !urgent.has(t.action ?? ''))).toEqual([]);
        }
      }),
    );
  });

  it('loses no action and names none twice', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const result = run(sample, written);
        const { plan, gaps } = result;
        const named = [
          ...actionTasks(result).map((task) => task.action),
          ...[...plan.beyond, ...plan.choices].map((b) => b.action),
          ...plan.done,
        ];
        expect(named.sort()).toEqual([...new Set(gaps.map((g) => g.action))].sort());
      }),
    );
  });

  it('gives every action the points of the gaps it closes, and every gap to one action', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const result = run(sample, written);
        for (const { action, benefit, closes, effort, priority } of actionTasks(result)) {
          const own = result.gaps.filter((gap) => gap.action === action);
          expect([...closes].sort()).toEqual(own.map((gap) => gap.item).sort());
          expect(benefit).toBeCloseTo(own.reduce((sum, gap) => sum + gap.points, 0));
          expect(priority).toBeCloseTo(benefit / effort);
        }
      }),
    );
  });

  it('puts no prerequisite into a later wave, nor behind what needs it in the same one', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const result = run(sample, written);
        const order = actionTasks(result).map((task) => task.action);
        for (const { id, after } of sample.actions) {
          for (const before of after) {
            if (order.indexOf(before) === -1 || order.indexOf(id) === -1) continue;
            // A date in the file wins over the order.
            if (written.actions?.[id]?.due != null || written.actions?.[before]?.due != null) continue;
            expect(order.indexOf(before)).toBeLessThan(order.indexOf(id));
          }
        }
      }),
    );
  });

  it('has a projection that never falls, ends at or below 100 and closes what it finishes', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { score, plan } = run(sample, written);
        let { low, high } = { low: score.low ?? 0, high: score.high ?? 0 };
        for (const { projected, tasks } of plan.waves) {
          expect(projected.low ?? 0).toBeGreaterThanOrEqual(low);
          expect(projected.high ?? 0).toBeGreaterThanOrEqual(high);
          expect(projected.high ?? 0).toBeLessThanOrEqual(100);
          expect(projected.unknown).toBeLessThanOrEqual(score.coverage.unknown);
          if (tasks.every((task) => task.kind !== 'action')) expect(projected.low ?? 0).toBe(low);
          low = projected.low ?? 0;
          high = projected.high ?? 0;
        }
      }),
    );
  });

  it('has three moves beside the law where there are so many, one find-out among them, one task an action', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { headline, plan } = run(sample, written);
        const tasks = new Map(plan.waves.flatMap((wave) => wave.tasks.map((task) => [task.id, task])));
        const moves = headline.moves.map((id) => tasks.get(id));
        expect(moves).not.toContain(undefined);
        expect(moves.length).toBeLessThanOrEqual(3);
        expect(moves.filter((task) => task?.kind === 'find-out').length).toBeLessThanOrEqual(1);
        const actions = moves.flatMap((task) => task?.action ?? []);
        expect(new Set(actions).size).toBe(actions.length);
        const steps = plan.waves.map((wave) => wave.tasks.filter((t) => t.kind === 'first-step').length);
        expect(steps[0]).toBeLessThanOrEqual(3);
        expect(steps.slice(1)).toEqual([0, 0, 0, 0]);
      }),
    );
  });
});

/** A company that wants TICS, whose file dates no action: dates win over every order. */
const readying: fc.Arbitrary<Company> = company.map(([sample, written]) => [
  sample,
  { ...written, goals: ['tics'], actions: {} },
]);

/** How grave an action is, as the plan's order counts it: severity of its worst known gap, then points of its heaviest. */
function gravity({ gaps, items }: Assessment, action: string): readonly [number, number] {
  const severity = new Map(items.map((item) => [item.id, item.severity]));
  const known = gaps.filter((gap) => gap.action === action && !gap.conditional);
  const worst = known.map((gap) => SEVERITIES.indexOf(severity.get(gap.item) ?? 'minor'));
  return [Math.min(SEVERITIES.length, ...worst), -Math.max(0, ...known.map((gap) => gap.points))];
}

const isGraver = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

describe('turning TICS on', () => {
  it('puts no TICS-only action before a graver one of the guidance, unless a danger or what needs it does', () => {
    fc.assert(
      fc.property(readying, ([sample, written]) => {
        const result = run(sample, written);
        const dangers = new Set(
          result.gaps.filter((g) => result.headline.dangers.includes(g.item)).map((g) => g.action),
        );
        const tics = (id: string): boolean =>
          result.gaps.filter((gap) => gap.action === id).every((gap) => gap.item.startsWith('tics.'));
        const needed = new Set(sample.actions.flatMap(({ after }) => after));
        const order = actionTasks(result).map(({ action }) => action ?? '');
        order.forEach((id, i) => {
          if (!tics(id) || dangers.has(id) || needed.has(id)) return;
          const behind = order
            .slice(i)
            .filter((other) => !tics(other) && waveOf(result, other) > waveOf(result, id));
          const graver = behind.filter((other) => isGraver(gravity(result, other), gravity(result, id)));
          expect(graver, id).toEqual([]);
        });
      }),
      runs(300),
    );
  });
});
