import type { Weights } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import type { OpenAction } from './actions.ts';
import { compareIds } from './gaps.ts';
import { moreUrgent } from './order.ts';
import { createRoom, EPSILON, firstFit, type Room } from './room.ts';

/** A duty with a date that capacity never pushes out. */
export interface LegalTask {
  readonly id: string;
  readonly role: string;
  readonly effort: number;
  readonly due: IsoDate;
  readonly closes: readonly string[];
}

/** Questions for one role. */
export interface FindOut {
  readonly role: string;
  readonly closes: readonly string[];
  readonly effort: number;
  readonly benefit: number;
}

/** Which wave (index) everything falls into; -1 = does not fit into a year. */
export interface Schedule {
  readonly legal: ReadonlyMap<string, number>;
  readonly findOuts: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
}

/** 直ちに and 30日: what a company starts with must not be questions alone. */
const EARLY = 2;

/**
 * Places tasks into waves under the room there is (`docs/scoring.md` §7): legal tasks and fixed dates first, then the
 * action of the most urgent critical gap as early as it fits at all, then find-outs (at most half of a wave's room),
 * then the actions in the order given (`order.ts`). Where questions would leave 30日 without a deed they take half of
 * that half, or wait.
 */
export function schedule(
  legal: readonly LegalTask[],
  findOuts: readonly FindOut[],
  ordered: readonly OpenAction[],
  dues: readonly IsoDate[],
  capacity: number,
  weights: Weights,
): Schedule {
  const share = weights.findOut.roomShare;
  const asking = (early: number): Schedule => {
    const room = createRoom(capacity, weights.waves);
    const shares = dues.map((_, wave) => (wave < EARLY ? early : share));
    return place(legal, findOuts, ordered, dues, room, shares);
  };
  const plan = asking(share);
  if (startsWithDeeds(plan)) return plan;
  return [share / 2, 0].map(asking).find(startsWithDeeds) ?? plan;
}

/** 直ちに always has first steps; 30日 needs a task of its own. */
const startsWithDeeds = ({ legal, actions }: Schedule): boolean =>
  [...legal.values(), ...actions.values()].includes(EARLY - 1);

function place(
  legal: readonly LegalTask[],
  findOuts: readonly FindOut[],
  ordered: readonly OpenAction[],
  dues: readonly IsoDate[],
  room: Room,
  shares: readonly number[],
): Schedule {
  const placed = new Map<string, number>();
  const legalWaves = new Map(legal.map((task) => [task.id, waveOf(task.due, dues)]));
  for (const task of legal) room.place(legalWaves.get(task.id) ?? 0, task.effort);
  for (const open of ordered) {
    if (open.planned.due === null || open.effort === null) continue;
    const wave = waveOf(open.planned.due, dues);
    placed.set(open.action.id, wave);
    room.place(wave, open.effort);
  }
  keepRoomForCritical(ordered, placed, room);
  const findOutWaves = placeFindOuts(findOuts, room, shares);
  for (const open of ordered) placeWithPrerequisites(open, ordered, placed, room);
  return { legal: legalWaves, findOuts: findOutWaves, actions: placed };
}

/** The first wave that ends on or after the date; the last one for dates beyond the year. */
export function waveOf(due: IsoDate, dues: readonly IsoDate[]): number {
  const index = dues.findIndex((end) => due <= end);
  return index === -1 ? dues.length - 1 : index;
}

/** Small deeds with good ratios must not eat the room of the one that matters most, even where it needs a month. */
function keepRoomForCritical(actions: readonly OpenAction[], placed: Map<string, number>, room: Room): void {
  const [urgent] = actions
    .filter((open) => open.criticalGap > 0 && open.effort !== null && moreUrgent(actions, open).length === 0)
    .sort((a, b) => b.criticalGap - a.criticalGap || compareIds(a.action.id, b.action.id));
  if (urgent !== undefined) placeWithPrerequisites(urgent, actions, placed, room);
}

/** In the order given: whoever may close most is asked first. */
function placeFindOuts(
  findOuts: readonly FindOut[],
  room: Room,
  shares: readonly number[],
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  shares.forEach((share, wave) => {
    let allowance = Math.max(0, room.left(wave)) * share;
    for (const { role, effort } of findOuts) {
      if (placed.has(role) || effort > allowance + EPSILON) continue;
      allowance -= effort;
      room.place(wave, effort);
      placed.set(role, wave);
    }
  });
  // Asking costs so little that it is never dropped from the year, whatever the room.
  for (const { role } of findOuts) if (!placed.has(role)) placed.set(role, shares.length - 1);
  return placed;
}

/** Places an action into the earliest wave with room, its open prerequisites first and never later. */
function placeWithPrerequisites(
  open: OpenAction,
  all: readonly OpenAction[],
  placed: Map<string, number>,
  room: Room,
): void {
  if (placed.has(open.action.id) || open.effort === null) return;
  let from = 0;
  for (const id of open.action.after) {
    const before = all.find((a) => a.action.id === id);
    if (before === undefined || before.effort === null) continue;
    placeWithPrerequisites(before, all, placed, room);
    const wave = placed.get(id) ?? -1;
    if (wave === -1) {
      placed.set(open.action.id, -1);
      return;
    }
    from = Math.max(from, wave);
  }
  const wave = firstFit(room, open.effort, from);
  placed.set(open.action.id, wave);
  if (wave !== -1) room.place(wave, open.effort);
}
