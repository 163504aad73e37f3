import type { Canvas, LineOptions, Point } from '../../document/canvas.ts';
import { COLOR } from '../../document/look.ts';
import { drawMark, markOf } from '../../document/marks.ts';
import { type Document, type WritingFont, writingFont } from '../engine.ts';
import type { Face, FaceName, Fonts, Glyph } from '../fonts.ts';
import { createTypesetter, type Typesetter } from '../lines.ts';

/** Puts ink on the current page. */
export type Pen = Typesetter & Canvas;

/** Share of the em above the baseline in Japanese type. */
const ASCENT = 0.88;
const HATCH_STEP = 3.2;
/** Length of a Bézier handle that makes a quarter of a circle of radius 1. */
const QUARTER = 0.5523;

export function createPen(doc: Document, fonts: Fonts): Pen {
  const typesetter = createTypesetter(fonts);
  const write = (operators: string): void => {
    doc.addContent(Buffer.from(`${operators}\n`, 'latin1'));
  };
  const stroke = (path: string, { width = 0.5, color = COLOR.rule, dash }: LineOptions = {}): void => {
    const drawn = `${number(width)} w ${rgb(color)} RG ${path} S`;
    write(dash === undefined ? drawn : `[${dash}] 0 d ${drawn} [] 0 d`);
  };
  const pen: Pen = {
    ...typesetter,
    text: (...line) => writeText(...line),
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
    // What is drawn as lines is still a character to who copies it or has it read aloud.
    write(`/Span << /ActualText <FEFF${codePoint.toString(16).padStart(4, '0')}> >> BDC`);
    drawMark(pen, mark, x + em / 2, y, em * 0.42);
    write('EMC');
  };
  const writeText = createTextWriter(doc, typesetter, write, drawGlyph);
  return pen;
}

function createTextWriter(
  doc: Document,
  typesetter: Typesetter,
  write: (operators: string) => void,
  drawGlyph: (glyph: Glyph, x: number, y: number, em: number) => void,
): Pen['text'] {
  const opened = new Map<FaceName, WritingFont>();
  const fontOf = (face: Face): WritingFont => {
    const font = opened.get(face.name) ?? writingFont(doc, face);
    opened.set(face.name, font);
    return font;
  };
  return (text, x, y, style, align = 'left') => {
    if (text === '') return;
    const shift = align === 'left' ? 0 : typesetter.width(text, style) * (align === 'center' ? 0.5 : 1);
    const baseline = y + (style.leading - style.size) / 2 + ASCENT * style.size;
    const color = rgb(style.color);
    let at = x - shift;
    for (const { face, glyphs, width } of typesetter.runs(text, style.weight)) {
      if (face.name === 'marks') {
        glyphs.forEach((glyph, i) => {
          drawGlyph(glyph, at + i * glyph.advanceWidth * style.size, y + style.leading / 2, style.size);
        });
        at += width * style.size;
        continue;
      }
      const font = fontOf(face);
      font.use();
      const codes = glyphs.map(font.code).join('');
      // The page is turned upside down so that places count from the top; the letters are turned back.
      const shown = `BT /${font.id} ${number(style.size)} Tf 1 0 0 -1 ${number(at)} ${number(baseline)} Tm <${codes}> Tj ET`;
      // The fallback has one weight: a hair of stroke keeps a 𠮷 in a bold name from looking starved.
      const bolder = face.name === 'fallback' && style.weight === 'bold';
      write(
        bolder
          ? `q 2 Tr ${number(style.size / 28)} w ${color} rg ${color} RG ${shown} Q`
          : `${color} rg ${shown}`,
      );
      at += width * style.size;
    }
  };
}

/** Hundredths of a point are finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const colors = new Map<string, string>();

/** `#1d3d63` as three numbers between 0 and 1. */
function rgb(color: string): string {
  const known = colors.get(color);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const made = parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ');
  colors.set(color, made);
  return made;
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
