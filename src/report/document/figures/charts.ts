import type { Coverage } from '../../../model/assessment.ts';
import type { Canvas } from '../../../press/canvas/canvas.ts';
import { COLOR, type TextStyle, TYPE } from '../../../press/look.ts';

/** The states an asked question can be in, in the order they are always drawn. */
export const STATES = ['yes', 'partial', 'no', 'unknown', 'unanswered'] as const;
/** All states a question can be in that concerns the company at all. */
export const COUNTED_STATES = [...STATES, 'notApplicable', 'notAsked'] as const;
export type ShownState = (typeof COUNTED_STATES)[number];

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a state is filled: told apart by lightness and pattern, so a copy in black and white loses nothing. */
export function fillState(pen: Canvas, state: ShownState, { x, y, width, height }: Area): void {
  if (state === 'yes') pen.fill(x, y, width, height, COLOR.accent);
  if (state === 'partial') pen.fill(x, y, width, height, COLOR.middle);
  if (state === 'no') pen.fill(x, y, width, height, COLOR.paper);
  if (state === 'unknown') pen.hatch(x, y, width, height);
  const edge = 0.4;
  if (state === 'no') {
    pen.box(x + edge, y + edge, width - 2 * edge, height - 2 * edge, { width: 1.1, color: COLOR.accent });
  }
  if (state === 'unknown') pen.box(x, y, width, height, { width: 0.6, color: COLOR.accent });
  if (state === 'unanswered') pen.box(x, y, width, height, { width: 0.6, color: COLOR.quiet, dash: 1.5 });
  if (state === 'notApplicable') pen.fill(x, y, width, height, COLOR.hairline);
  if (state === 'notAsked')
    pen.line(x, y + height / 2, x + width, y + height / 2, { width: 0.8, color: COLOR.rule });
}

/** Asked questions as one strip, each state as wide as its count; the counts stand inside where they fit. */
export function countStrip(
  pen: Canvas,
  coverage: Pick<Coverage, ShownState>,
  area: Area,
  withCounts: boolean,
  states: readonly ShownState[] = STATES,
): void {
  const total = states.reduce((sum, state) => sum + coverage[state], 0);
  if (total === 0) {
    pen.box(area.x, area.y, area.width, area.height, { color: COLOR.rule, dash: 1.5 });
    return;
  }
  let x = area.x;
  for (const state of states) {
    const width = (area.width * coverage[state]) / total;
    if (width === 0) continue;
    const gap = x + width < area.x + area.width - 0.5 ? 1.5 : 0;
    fillState(pen, state, { ...area, x, width: Math.max(1, width - gap) });
    if (withCounts && width > 15)
      drawCount(pen, String(coverage[state]), state, { ...area, x, width: width - gap });
    x += width;
  }
}

function drawCount(pen: Canvas, count: string, state: ShownState, area: Area): void {
  const style = {
    ...TYPE.noteInk,
    weight: 'bold',
    color: state === 'yes' ? COLOR.paper : COLOR.ink,
    leading: area.height,
  } as const;
  const middle = area.x + area.width / 2;
  if (state === 'unknown' || state === 'notAsked') {
    const width = pen.width(count, style) + 6;
    pen.fill(middle - width / 2, area.y + 2, width, area.height - 4, COLOR.paper);
  }
  pen.text(count, middle, area.y, style, 'center');
}

/** 0…100 as a line, the range from low to high as a band on it. */
export function rangeBar(pen: Canvas, low: number, high: number, area: Area): void {
  const { x, y, width, height } = area;
  const at = (points: number): number => x + 1 + ((width - 2) * points) / 100;
  pen.fill(x, y, width, height, COLOR.wash);
  if (high - low < 1) pen.fill(at(low) - 1, y - 1.5, 2, height + 3, COLOR.accent);
  else {
    pen.fill(at(low), y, at(high) - at(low), height, COLOR.tint);
    pen.hatch(at(low), y, at(high) - at(low), height, COLOR.middle);
    for (const end of [low, high]) pen.fill(at(end) - 1, y - 1.5, 2, height + 3, COLOR.accent);
  }
  for (const tick of [0, 25, 50, 75, 100]) {
    pen.line(at(tick), y + height, at(tick), y + height + 3, { width: 0.5, color: COLOR.rule });
    pen.text(
      String(tick),
      at(tick),
      y + height + 3,
      TYPE.fine,
      tick === 0 ? 'left' : tick === 100 ? 'right' : 'center',
    );
  }
}

export interface Step {
  readonly label: string;
  /** `null`: too much is unknown for a number. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** The range now and after each wave: a staircase of bands between 0 and 100, their lows joined by a line. */
export function projectionSteps(pen: Canvas, steps: readonly Step[], area: Area): void {
  const { x, y, width, height } = area;
  const down = (points: number): number => y + height - (height * points) / 100;
  for (const tick of [0, 50, 100]) {
    pen.line(x, down(tick), x + width, down(tick), { width: 0.4, color: COLOR.hairline });
  }
  const column = width / steps.length;
  const bar = Math.min(30, column * 0.5);
  let before: readonly [number, number] | null = null;
  steps.forEach(({ range }, i) => {
    const left = x + column * i + (column - bar) / 2;
    if (range === null) {
      pen.box(left, y, bar, height, { width: 0.6, color: COLOR.quiet, dash: 2 });
      before = null;
      return;
    }
    const top = down(range.high);
    const bottom = down(range.low);
    if (before !== null)
      pen.line(before[0], before[1], left, bottom, { width: 0.8, color: COLOR.accent, dash: 2 });
    pen.fill(left, bottom, bar, y + height - bottom, COLOR.accent);
    if (bottom - top > 0.5) {
      pen.fill(left, top, bar, bottom - top, COLOR.paper);
      pen.hatch(left, top, bar, bottom - top);
      pen.box(left, top, bar, bottom - top, { width: 0.6, color: COLOR.accent });
    }
    before = [left + bar, bottom];
  });
}

/** A row of arrows, each pointing to the next: the waves of the plan in their order, the first one filled. */
export function arrowBand(pen: Canvas, titles: readonly string[], area: Area): void {
  const { x, y, height } = area;
  const width = area.width / titles.length;
  const point = 6;
  const widest = Math.max(...titles.map((title) => pen.width(title, TYPE.tableBold)));
  const size = TYPE.tableBold.size * Math.min(1, (width - point - 2) / widest);
  titles.forEach((title, i) => {
    const left = x + i * width + (i === 0 ? 0 : 1.5);
    const right = x + (i + 1) * width - 1.5;
    const notch = i === 0 ? 0 : point;
    const outline: readonly (readonly [number, number])[] = [
      [left, y],
      [right, y],
      [right + point, y + height / 2],
      [right, y + height],
      [left, y + height],
      [left + notch, y + height / 2],
    ];
    pen.area(outline, i === 0 ? COLOR.accent : COLOR.tint);
    const style: TextStyle = {
      ...TYPE.tableBold,
      size,
      leading: height,
      color: i === 0 ? COLOR.paper : COLOR.accent,
    };
    pen.text(title, x + (i + 0.5) * width + point / 2, y, style, 'center');
  });
}

/** Work against room: the bar is the work, the upright line the room; work beyond it is hatched. */
export function gauge(pen: Canvas, used: number, room: number, { x, y, width, height }: Area): void {
  const most = Math.max(used, room * 1.15, 0.01);
  const at = (days: number): number => (width * days) / most;
  pen.box(x, y + 1.5, width, height - 3, { width: 0.4, color: COLOR.rule });
  pen.fill(x, y + 1.5, at(Math.min(used, room)), height - 3, COLOR.middle);
  if (used > room) pen.hatch(x + at(room), y + 1.5, at(used - room), height - 3);
  pen.line(x + at(room), y - 1, x + at(room), y + height + 1, { width: 1.4, color: COLOR.accent });
}
