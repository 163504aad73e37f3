import type { Canvas, LineOptions, Point } from '../../press/canvas/canvas.ts';
import { COLOR, type TextStyle } from '../../press/look.ts';
import { breakLines } from '../../words/kinsoku.ts';
import { escaped } from './escape.ts';

const ASCENT = 0.88;
/** Widths in em where no font can be asked: a Japanese character fills its square, a Latin letter about half of it. */
const [WIDE, NARROW] = [1, 0.57];
const advance = (char: string): number => ((char.codePointAt(0) ?? 0) > 0x2e7f ? WIDE : NARROW);

/** A canvas whose ink is the content of an `<svg>`. */
export function createSvgCanvas(): { readonly canvas: Canvas; readonly content: () => string } {
  const ink: string[] = [];
  const stroke = ({ width = 0.5, color = COLOR.rule, dash }: LineOptions = {}): string =>
    `fill="none" stroke="${color}" stroke-width="${number(width)}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`;
  const rect = (x: number, y: number, width: number, height: number, look: string): void => {
    ink.push(
      `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" ${look}/>`,
    );
  };
  const canvas: Canvas = {
    text: (text, x, y, style, align = 'left') => {
      ink.push(textElement(text, x, y, style, ANCHOR[align]));
    },
    width: (text, { size }) => [...text].reduce((sum, char) => sum + advance(char), 0) * size,
    lines: (text, width, { size }) => breakLines(text, width / size, advance),
    line: (x1, y1, x2, y2, options) => {
      ink.push(`<path d="M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}" ${stroke(options)}/>`);
    },
    polyline: (points, options) => ink.push(`<path d="${path(points)}" ${stroke(options)}/>`),
    box: (x, y, width, height, options) => rect(x, y, width, height, stroke(options)),
    fill: (x, y, width, height, color) => rect(x, y, width, height, `fill="${color}"`),
    hatch: (x, y, width, height, color = COLOR.accent) =>
      rect(x, y, width, height, `fill="url(#hatch-${color === COLOR.accent ? 'accent' : 'middle'})"`),
    ring: (x, y, r, options) =>
      ink.push(`<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" ${stroke(options)}/>`),
    disc: (x, y, r, color) =>
      ink.push(`<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" fill="${color}"/>`),
    shape: (points, options) => ink.push(`<path d="${path(points)}Z" ${stroke(options)}/>`),
    area: (points, color) => ink.push(`<path d="${path(points)}Z" fill="${color}"/>`),
  };
  return { canvas, content: () => ink.join('') };
}

/** Slanted lines for all pictures of a page. */
export const HATCHES = `<svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute"><defs>${(
  ['accent', 'middle'] as const
)
  .map(
    (name) =>
      `<pattern id="hatch-${name}" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3.2" height="3.2" fill="${COLOR.paper}"/><path d="M0 0V3.2" stroke="${COLOR[name]}" stroke-width="1.2"/></pattern>`,
  )
  .join('')}</defs></svg>`;

const ANCHOR = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' } as const;

function textElement(text: string, x: number, y: number, style: TextStyle, anchor: string): string {
  const baseline = y + (style.leading - style.size) / 2 + ASCENT * style.size;
  const bold = style.weight === 'bold' ? ' font-weight="700"' : '';
  return `<text x="${number(x)}" y="${number(baseline)}" font-size="${number(style.size)}" fill="${style.color}"${bold}${anchor}>${escaped(text)}</text>`;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

const path = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('');
