import { COLOR } from '../look.ts';
import type { Canvas } from './canvas.ts';

/**
 * Marks drawn as lines, for no font of ours has ☐ ☑ ✔ ✗. A word always stands beside a mark, so the marks themselves
 * are artifacts to a screen reader.
 */
export type MarkName =
  | 'circle'
  | 'triangle'
  | 'cross'
  | 'question'
  | 'dash'
  | 'slash'
  | 'box'
  | 'boxHalf'
  | 'boxDone'
  | 'boxCrossed'
  | 'tick';

type Draw = (pen: Canvas, x: number, y: number, r: number) => void;

const LINE = { width: 1.1, color: COLOR.accent };
const STRONG = { width: 1.4, color: COLOR.accent };
const FAINT = { width: 0.9, color: COLOR.quiet };
const FRAME = { width: 0.7, color: COLOR.accent };

const box: Draw = (pen, x, y, r) => pen.box(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7, FRAME);

const DRAWS: Readonly<Record<MarkName, Draw>> = {
  circle: (pen, x, y, r) => pen.ring(x, y, r * 0.85, LINE),
  triangle: (pen, x, y, r) => {
    pen.shape(
      [
        [x, y - r * 0.85],
        [x + r * 0.95, y + r * 0.75],
        [x - r * 0.95, y + r * 0.75],
      ],
      LINE,
    );
  },
  cross: (pen, x, y, r) => {
    pen.line(x - r * 0.75, y - r * 0.75, x + r * 0.75, y + r * 0.75, STRONG);
    pen.line(x - r * 0.75, y + r * 0.75, x + r * 0.75, y - r * 0.75, STRONG);
  },
  question: (pen, x, y, r) => {
    const arc = Array.from({ length: 9 }, (_, step): [number, number] => {
      const angle = Math.PI * (1 + (step / 8) * 1.35);
      return [x + Math.cos(angle) * r * 0.55, y - r * 0.38 + Math.sin(angle) * r * 0.5];
    });
    pen.polyline([...arc, [x, y + r * 0.32]], LINE);
    pen.disc(x, y + r * 0.8, 0.75, COLOR.accent);
  },
  dash: (pen, x, y, r) => pen.line(x - r * 0.7, y, x + r * 0.7, y, FAINT),
  slash: (pen, x, y, r) => pen.line(x - r * 0.6, y + r * 0.8, x + r * 0.6, y - r * 0.8, FAINT),
  box,
  boxHalf: (pen, x, y, r) => {
    box(pen, x, y, r);
    pen.line(x - r * 0.85, y + r * 0.85, x + r * 0.85, y - r * 0.85, FRAME);
  },
  boxCrossed: (pen, x, y, r) => {
    box(pen, x, y, r);
    pen.line(x - r * 0.85, y - r * 0.85, x + r * 0.85, y + r * 0.85, FRAME);
    pen.line(x - r * 0.85, y + r * 0.85, x + r * 0.85, y - r * 0.85, FRAME);
  },
  tick: (pen, x, y, r) =>
    pen.polyline(
      [
        [x - r * 0.7, y + r * 0.05],
        [x - r * 0.2, y + r * 0.65],
        [x + r * 0.8, y - r * 0.7],
      ],
      STRONG,
    ),
  boxDone: (pen, x, y, r) => {
    box(pen, x, y, r);
    pen.polyline(
      [
        [x - r * 0.55, y],
        [x - r * 0.1, y + r * 0.5],
        [x + r * 0.7, y - r * 0.65],
      ],
      STRONG,
    );
  },
};

const IN_TEXT: Readonly<Record<string, MarkName>> = {
  '☐': 'box',
  '☑': 'boxDone',
  '☒': 'boxCrossed',
  '✔': 'tick',
  '✗': 'cross',
  '✘': 'cross',
};

/** The mark a character in running text stands for. */
export const markOf = (codePoint: number): MarkName | null =>
  codePoint < 0x2610 ? null : (IN_TEXT[String.fromCodePoint(codePoint)] ?? null);

/** Draws a mark of half-size `r` around (x, y). */
export function drawMark(pen: Canvas, mark: MarkName, x: number, y: number, r: number): void {
  DRAWS[mark](pen, x, y, r);
}
