import type { Canvas, Measure } from '../../../press/canvas/canvas.ts';
import { type TextStyle, TYPE } from '../../../press/look.ts';

/** The text on one line, cut with … where it is too long. */
export function clipped(measure: Measure, text: string, width: number, style: TextStyle): string {
  if (measure.width(text, style) <= width) return text;
  let room = width - measure.width('…', style);
  let shown = '';
  for (const char of text) {
    room -= measure.width(char, style);
    if (room < 0) break;
    shown += char;
  }
  return `${shown}…`;
}

/** Width of the column of names beside a chart: as much as the longest needs, between a third and a half of it all. */
export function labelColumn(measure: Measure, names: readonly string[], width: number): number {
  const longest = Math.max(0, ...names.map((name) => measure.width(name, TYPE.table)));
  return Math.min(width * 0.5, Math.max(width * 0.36, longest + 12));
}

/** Names in a row of a chart: on several lines where one does not hold them. */
const ROW_NAME = { ...TYPE.noteInk, leading: 11 } as const;
const MOST_LINES = 5;

/** Lines of a name beside a row; what five do not hold ends in …. */
export function rowName(measure: Measure, name: string, width: number): readonly string[] {
  const lines = measure.lines(name, width, ROW_NAME);
  if (lines.length <= MOST_LINES) return lines;
  const last = clipped(measure, `${lines[MOST_LINES - 1] ?? ''}…`, width, ROW_NAME);
  return [...lines.slice(0, MOST_LINES - 1), last];
}

/** Height of a row with names of so many lines. */
export const rowHeight = (lines: number): number => Math.max(1, lines) * ROW_NAME.leading + 4;

/** Draws a name in the middle of a row that is `height` high. */
export function drawRowName(
  canvas: Canvas,
  lines: readonly string[],
  x: number,
  {
    y,
    height,
    color = ROW_NAME.color,
  }: { readonly y: number; readonly height: number; readonly color?: string },
): void {
  const top = y + (height - lines.length * ROW_NAME.leading) / 2;
  lines.forEach((line, i) => {
    canvas.text(line, x, top + i * ROW_NAME.leading, { ...ROW_NAME, color });
  });
}
