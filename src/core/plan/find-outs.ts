import type { Gap } from '../../model/assessment.ts';
import type { Weights } from '../../model/catalog.ts';
import type { AskEntry, Task } from '../../model/plan.ts';
import type { IsoDate } from '../../model/text.ts';
import { compareIds } from '../gaps.ts';

/** Questions for one role at one time. */
interface FindOut {
  readonly id: string;
  /** Wave it is due in: the first ten questions at once, all others in the next. */
  readonly wave: number;
  readonly entry: AskEntry;
  readonly facts: readonly string[];
  readonly items: readonly string[];
  readonly benefit: number;
}

/**
 * Whom to ask, by wave: who may close most comes first. Facts are asked before all else, since they decide what is
 * asked at all; then the items of the largest gaps.
 */
export function findOutTasks(
  askList: readonly AskEntry[],
  gaps: readonly Gap[],
  dues: readonly IsoDate[],
  { findOut }: Weights,
): readonly (readonly Task[])[] {
  const points = new Map(gaps.map((gap) => [gap.item, gap.points]));
  const findOuts = askList
    .flatMap((entry) => inTurns(entry, points, findOut.perQuestions))
    .sort((a, b) => b.benefit - a.benefit || compareIds(a.id, b.id));
  return dues.map((due, wave) =>
    findOuts
      .filter((found) => found.wave === wave)
      .map((found) => taskOf(found, due, findOut.minutesPerQuestion)),
  );
}

/** Written out, as every task of a plan is: fields spread from an object led the profile of an assessment. */
function taskOf({ id, entry, facts, items, benefit }: FindOut, due: IsoDate, minutesEach: number): Task {
  return {
    id,
    kind: 'find-out',
    action: null,
    effort: 0,
    minutes: (facts.length + items.length) * minutesEach,
    benefit,
    priority: 0,
    closes: items,
    facts,
    role: entry.role,
    self: entry.self,
    owner: null,
    due,
    status: 'todo',
    conditional: true,
    tooLarge: false,
  };
}

function inTurns(entry: AskEntry, points: ReadonlyMap<string, number>, most: number): readonly FindOut[] {
  const weight = (item: string): number => points.get(item) ?? 0;
  const items = [...entry.items].sort((a, b) => weight(b) - weight(a));
  const questions = [
    ...entry.facts.map((id) => ({ id, fact: true })),
    ...items.map((id) => ({ id, fact: false })),
  ];
  const turns = Math.ceil(questions.length / most);
  return Array.from({ length: turns }, (_, turn) => {
    const asked = questions.slice(turn * most, (turn + 1) * most);
    const own = asked.filter(({ fact }) => !fact).map(({ id }) => id);
    return {
      id: turn === 0 ? `find-out:${entry.role}` : `find-out:${entry.role}:${turn + 1}`,
      wave: turn === 0 ? 0 : 1,
      entry,
      facts: asked.filter(({ fact }) => fact).map(({ id }) => id),
      items: own,
      benefit: own.reduce((sum, item) => sum + weight(item), 0),
    };
  });
}
