import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Task } from '../../src/model/assessment.ts';
import type { Action, Catalog } from '../../src/model/catalog.ts';
import { type Company, company, run } from './company.ts';

const actionTasks = ({ plan }: Assessment): readonly Task[] =>
  plan.waves.flatMap((wave) => wave.tasks.filter((task) => task.kind === 'action'));

/** Index of the wave an action stands in; those beyond the year stand behind all waves. */
function waveOf({ plan }: Assessment, action: string): number {
  const index = plan.waves.findIndex((wave) => wave.tasks.some((t) => t.id === `action:${action}`));
  return index === -1 ? plan.waves.length : index;
}

describe('a plan, for any company', () => {
  it('overfills no wave with what it was free to place', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { plan } = run(sample, written);
        const fixed = new Set(
          Object.entries(written.actions ?? {}).flatMap(([id, a]) => (a.due == null ? [] : [id])),
        );
        const last = plan.waves.at(-1)?.id;
        const free = (task: Task, wave: string): boolean =>
          task.kind === 'find-out' ? wave !== last : task.kind === 'action' && !fixed.has(task.action ?? '');
        let load = 0;
        for (const wave of plan.waves) {
          load += wave.tasks.filter((t) => free(t, wave.id)).reduce((sum, t) => sum + t.effort, 0);
          expect(load).toBeLessThanOrEqual(wave.room + 1e-4);
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

  it('has at most three moves, one find-out among them, and the first steps of at most three', () => {
    fc.assert(
      fc.property(company, ([sample, written]) => {
        const { headline, plan } = run(sample, written);
        const tasks = new Map(plan.waves.flatMap((wave) => wave.tasks.map((task) => [task.id, task])));
        const moves = headline.moves.map((id) => tasks.get(id));
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

interface Weighed {
  readonly id: string;
  /** Closes gaps of TICS only. */
  readonly tics: boolean;
  /** Points of its largest gap, or of what needs it: a prerequisite is as urgent as that. */
  readonly urgency: number;
}

function weighed(result: Assessment, actions: readonly Action[]): readonly Weighed[] {
  const gapsOf = (id: string) => result.gaps.filter((gap) => gap.action === id);
  const needing = (id: string) =>
    actions.filter((a) => a.after.includes(id) && gapsOf(a.id).length > 0).map((a) => a.id);
  const urgency = (id: string): number =>
    Math.max(...gapsOf(id).map((gap) => gap.points), ...needing(id).map(urgency));
  const tics = (id: string): boolean => gapsOf(id).every((gap) => gap.item.startsWith('tics.'));
  return actionTasks(result).map(({ action }) => {
    const id = action ?? '';
    return { id, tics: tics(id), urgency: urgency(id) };
  });
}

/** A company that wants TICS, whose file dates no action: dates win over every order. */
const readying: fc.Arbitrary<Company> = company.map(([sample, written]) => [
  sample,
  { ...written, goals: ['tics'], actions: {} },
]);

const withoutEffort = (sample: Catalog, ids: readonly string[]): Catalog => ({
  ...sample,
  actions: sample.actions.map((a) => (ids.includes(a.id) ? { ...a, effort: null } : a)),
});

describe('turning TICS on', () => {
  it('puts no TICS-only action of lower urgency before a guidance action of the same wave', () => {
    fc.assert(
      fc.property(readying, ([sample, written]) => {
        const result = run(sample, written);
        const order = weighed(result, sample.actions);
        order.forEach((tics, i) => {
          if (!tics.tics) return;
          const behind = order
            .slice(i)
            .filter(
              (a) => !a.tics && a.urgency > tics.urgency && waveOf(result, a.id) === waveOf(result, tics.id),
            );
          expect(behind).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives TICS-only actions of lower urgency no room a guidance action could have had', () => {
    fc.assert(
      fc.property(readying, ([sample, written]) => {
        const result = run(sample, written);
        const all = weighed(result, sample.actions);
        for (const guidance of all.filter((a) => !a.tics)) {
          const lower = all.filter((a) => a.tics && a.urgency < guidance.urgency).map((a) => a.id);
          const without = run(withoutEffort(sample, lower), written);
          expect(waveOf(without, guidance.id)).toBe(waveOf(result, guidance.id));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('moves a guidance action later only for a TICS action as urgent, or for what TICS adds to ask or to do', () => {
    fc.assert(
      fc.property(readying, ([sample, written]) => {
        // TICS asks nothing more and adds nothing to what closes guidance gaps: only its own actions compete.
        const answersKnown = Object.fromEntries(
          sample.items.map((i) => [i.id, i.checklist === 'tics' ? 'no' : (written.answers?.[i.id] ?? 'no')]),
        );
        const own = {
          ...sample,
          items: sample.items.map((i) =>
            i.checklist === 'tics' && i.action === 'c'
              ? { ...i, action: 'quick-tics', sameAs: null }
              : { ...i, sameAs: null },
          ),
        };
        const on = run(own, { ...written, answers: answersKnown });
        const off = run(own, { ...written, answers: answersKnown, goals: [] });
        const all = weighed(on, own.actions);
        for (const guidance of all.filter((a) => !a.tics)) {
          if (waveOf(on, guidance.id) <= waveOf(off, guidance.id)) continue;
          const cause = all.some((a) => a.tics && a.urgency >= guidance.urgency);
          expect(cause, guidance.id).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
