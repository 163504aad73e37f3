import type { Wave } from '../../model/catalog.ts';
import type { IsoDate } from '../../model/text.ts';
import type { OpenAction } from './actions.ts';
import { withPrerequisites } from './order.ts';
import { createRoom, EPSILON, type Room } from './room.ts';

/** A duty with a date that capacity never pushes out. */
export interface LegalTask {
  readonly id: string;
  readonly role: string;
  readonly effort: number;
  readonly due: IsoDate;
  readonly closes: readonly string[];
}

export interface ScheduleInput {
  readonly legal: readonly LegalTask[];
  /** In the plan's order (`order.ts`); a choice of management among them is never placed. */
  readonly ordered: readonly OpenAction[];
  /** Ids of the dangers' actions. */
  readonly dangers: readonly string[];
  readonly dues: readonly IsoDate[];
  /** Person-days a month. */
  readonly capacity: number;
  readonly waves: readonly Wave[];
}

/** Which wave (index) everything falls into; {@link BEYOND} = does not fit into a year. */
export interface Schedule {
  readonly legal: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
  /** Actions larger than the year's room: they stand in nobody's way. */
  readonly tooLarge: ReadonlySet<string>;
  readonly overfull: boolean;
  readonly legalOverfull: boolean;
}

export const BEYOND = -1;

/** The dangers' actions are finished by then, whatever the room. */
const LATEST = 'd90';

/**
 * Places tasks into waves (`docs/scoring.md` §7). Legal tasks and dates of the file stand where their days are. Then
 * one pass in one order, in which nothing overtakes: an action stands in the first wave whose room holds everything up
 * to and with it. So what is asked later can only push an action back by something at least as grave before it.
 *
 * Example: room 1 · 3 · 6 days up to three waves, actions of 1, 3, 1 days: sums 1, 4, 5, waves 0, 2, 2.
 */
export function schedule(input: ScheduleInput): Schedule {
  const { legal, ordered, dues, capacity, waves } = input;
  const room = createRoom(capacity, waves);
  const legalWaves = new Map(legal.map((task) => [task.id, waveOf(task.due, dues)]));
  for (const task of legal) room.place(legalWaves.get(task.id) ?? 0, task.effort);
  const legalOverfull = room.upTo.some((upTo, wave) => room.loadUpTo(wave) > upTo + EPSILON);
  const dated = new Map<string, number>();
  for (const { action, planned, effort } of ordered) {
    if (planned.due === null || effort === null) continue;
    dated.set(action.id, waveOf(planned.due, dues));
    room.place(waveOf(planned.due, dues), effort);
  }
  return { legal: legalWaves, legalOverfull, ...inOnePass(input, dated, room) };
}

function inOnePass(
  { ordered, dangers, waves }: ScheduleInput,
  dated: ReadonlyMap<string, number>,
  room: Room,
): Pick<Schedule, 'actions' | 'tooLarge' | 'overfull'> {
  // Nothing more is placed by its date from here on, so the room left stays as it is.
  const left = waves.map((_, wave) => room.left(wave));
  const inYear = left.at(-1) ?? 0;
  const latest = waves.findIndex(({ id }) => id === LATEST);
  const urgent = withPrerequisites(dangers, ordered);
  const actions = new Map(dated);
  const tooLarge = new Set<string>();
  let overfull = false;
  let sum = 0;
  for (const { action, effort } of ordered) {
    const { id } = action;
    if (effort === null || dated.has(id)) continue;
    const large = effort > inYear + EPSILON;
    if (large) tooLarge.add(id);
    else sum += effort;
    let wave = large ? BEYOND : firstFit(left, sum);
    if (urgent.has(id) && isLater(wave, latest)) {
      overfull = true;
      wave = latest;
    }
    for (const needed of action.after) wave = later(wave, actions.get(needed) ?? wave);
    actions.set(id, wave);
  }
  return { actions, tooLarge, overfull };
}

/** The earliest wave whose room holds a sum, or {@link BEYOND}. */
function firstFit(left: readonly number[], sum: number): number {
  return left.findIndex((days) => sum <= days + EPSILON);
}

const isLater = (a: number, b: number): boolean => a === BEYOND || (b !== BEYOND && a > b);
const later = (a: number, b: number): number => (isLater(a, b) ? a : b);

/** The first wave that ends on or after the date; the last one for dates beyond the year. */
export function waveOf(due: IsoDate, dues: readonly IsoDate[]): number {
  const index = dues.findIndex((end) => due <= end);
  return index === -1 ? dues.length - 1 : index;
}
