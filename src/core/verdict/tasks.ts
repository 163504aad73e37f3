import type { Technology } from '../../model/answers.ts';
import type { Verdict } from '../../model/assessment.ts';
import type { Determination, VerdictTask } from '../../model/determination.ts';
import type { Diagnostic } from '../../model/finding.ts';
import type { Plan } from '../../model/plan.ts';
import type { IsoDate } from '../../model/text.ts';
import { addDays } from '../plan/calendar.ts';
import { EPSILON } from '../plan/room.ts';
import type { LegalTask } from '../plan/schedule.ts';
import { holds } from './condition.ts';
import { groundOf } from './verdict.ts';

/** What the verdicts ask somebody to do, each by its day; ids `legal:TASK:TECHNOLOGY`. */
export function legalTasks(
  verdicts: readonly Verdict[],
  technologies: readonly Technology[],
  determination: Determination | undefined,
  today: IsoDate,
): readonly LegalTask[] {
  if (determination === undefined) return [];
  const byId = new Map(technologies.map((technology) => [technology.id, technology]));
  return verdicts.flatMap((verdict) => {
    const technology = byId.get(verdict.technology);
    if (technology === undefined) return [];
    const ground = groundOf(technology, determination, today);
    return determination.tasks
      .filter((task) => arises(task, verdict, today) && !(task.doneWhen && holds(task.doneWhen, ground)))
      .map((task) => ({
        id: `legal:${task.id}:${verdict.technology}`,
        role: task.role,
        effort: task.effort,
        due: dueOf(task, verdict, technology, today),
        closes: [],
      }));
  });
}

function arises({ outcome, expired }: VerdictTask, verdict: Verdict, today: IsoDate): boolean {
  return outcome === verdict.outcome && (!expired || isExpired(verdict, today));
}

/** Whether a "not subject" may no longer be relied on: the check behind it is too old. */
export const isExpired = ({ validUntil }: Pick<Verdict, 'validUntil'>, today: IsoDate): boolean =>
  validUntil !== null && validUntil < today;

/** Late things are due today; a report by its target; everything else within its days, and never after the target. */
function dueOf(task: VerdictTask, verdict: Verdict, technology: Technology, today: IsoDate): IsoDate {
  if (verdict.flags.includes('late')) return today;
  const within = addDays(today, task.within);
  const target = verdict.deadlines[0]?.date ?? null;
  const latest = target ?? technology.decisionDate;
  const due = latest === null ? within : target !== null && task.byTarget ? target : earlier(within, latest);
  return due < today ? today : due;
}

/** Whom to turn to about these legal tasks: the catalogue's order, in which what is most urgent stands first. */
export function legalDesks(
  tasks: readonly Pick<LegalTask, 'id'>[],
  determination: Determination | undefined,
): readonly string[] {
  const open = new Set(tasks.map(({ id }) => id.split(':')[1]));
  const desks = (determination?.tasks ?? []).flatMap(({ id, help }) => (open.has(id) ? help : []));
  return [...new Set(desks)];
}

/** The technology a legal task is about: ids of tasks hold no colon, those of technologies may. */
export const technologyOf = (taskId: string): string => taskId.split(':').slice(2).join(':');

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** Legal tasks that cannot be done in time: their day has passed while the decision is still ahead, or hands are lacking. */
export function legalFindings(
  verdicts: readonly Verdict[],
  plan: Pick<Plan, 'waves'>,
  today: IsoDate,
): readonly Diagnostic[] {
  let load = 0;
  return plan.waves.flatMap((wave) => {
    const tasks = wave.tasks.filter((task) => task.kind === 'legal');
    load += tasks.reduce((sum, task) => sum + task.effort, 0);
    const overfull = load > wave.room + EPSILON;
    return tasks.flatMap(({ id, due }): readonly Diagnostic[] => {
      const verdict = verdicts.find(({ technology }) => technology === technologyOf(id));
      const passed = verdict?.flags.includes('late')
        ? undefined
        : verdict?.deadlines.find(({ date }) => date < today);
      if (passed === undefined && !overfull) return [];
      const args = { task: id, due: passed?.date ?? due };
      return [{ severity: 'warning', code: 'legal-does-not-fit', args, location: verdict?.location ?? null }];
    });
  });
}
