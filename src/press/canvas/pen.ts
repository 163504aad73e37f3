import type { Document } from '../engine/document.ts';
import type { Fonts, Glyph } from '../fonts/fonts.ts';
import { createTypesetter, type Typesetter } from '../lines/typesetter.ts';
import { COLOR } from '../look.ts';
import type { Canvas, LineOptions, Point } from './canvas.ts';
import { drawMark, markOf } from './marks.ts';
import { number, rgb } from './operators.ts';
import { createTextWriter, type TextWriter } from './text.ts';

/** Puts ink on the current page. */
export type Pen = Typesetter & Canvas & TextWriter;

const HATCH_STEP = 3.2;
/** Length of a Bézier handle that makes a quarter of a circle of radius 1. */
const QUARTER = 0.5523;

export function createPen(doc: Document, fonts: Fonts): Pen {
  const typesetter = createTypesetter(fonts);
  const write = (operators: string): void => {
    doc.addContent(operators);
  };
  const stroke = (path: string, { width = 0.5, color = COLOR.rule, dash }: LineOptions = {}): void => {
    const drawn = `${number(width)} w ${rgb(color)} RG ${path} S`;
    write(dash === undefined ? drawn : `[${dash}] 0 d ${drawn} [] 0 d`);
  };
  const pen: Pen = {
    ...typesetter,
    text: (...line) => writer.text(...line),
    textLines: (...block) => writer.textLines(...block),
    line: (x1, y1, x2, y2, options) => {
      const ends: readonly Point[] = [
        [x1, y1],
        [x2, y2],
      ];
      stroke(trace(ends), options);
    },
    polyline: (points, options) => stroke(trace(points), options),
    box: (x, y, width, height, options) => stroke(rectangle(x, y, width, height), options),
    fill: (x, y, width, height, color) => write(`${rgb(color)} rg ${rectangle(x, y, width, height)} f`),
    hatch: (x, y, width, height, color = COLOR.accent) => {
      const lines: string[] = [];
      for (let at = x - height; at < x + width; at += HATCH_STEP) {
        lines.push(`${number(at)} ${number(y + height)} m ${number(at + height)} ${number(y)} l`);
      }
      write(`q ${rectangle(x, y, width, height)} W n 0.6 w ${rgb(color)} RG ${lines.join(' ')} S Q`);
    },
    ring: (x, y, radius, options) => stroke(circle(x, y, radius), options),
    disc: (x, y, radius, color) => write(`${rgb(color)} rg ${circle(x, y, radius)} f`),
    shape: (points, options) => stroke(`${trace(points)} h`, options),
    area: (points, color) => write(`${rgb(color)} rg ${trace(points)} h f`),
  };
  const drawGlyph = (glyph: Glyph, x: number, y: number, em: number): void => {
    const [codePoint = 0] = glyph.codePoints;
    const mark = markOf(codePoint);
    if (mark === null) return;
    drawMark(pen, mark, x + em / 2, y, em * 0.42);
  };
  const writer = createTextWriter({ doc, fonts, typesetter, write, drawMark: drawGlyph });
  return pen;
}

const trace = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${number(x)} ${number(y)} ${i === 0 ? 'm' : 'l'}`).join(' ');

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${number(x)} ${number(y)} ${number(width)} ${number(height)} re`;

function circle(x: number, y: number, r: number): string {
  const k = r * QUARTER;
  const curve = (...points: readonly number[]): string => `${points.map(number).join(' ')} c`;
  return [
    `${number(x + r)} ${number(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
    'h',
  ].join(' ');
}
