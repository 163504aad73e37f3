import type { MarkName } from '../../press/canvas/marks.ts';
import { drawMark } from '../../press/canvas/marks.ts';
import type { Figure } from '../document/model.ts';
import { escaped } from './escape.ts';
import { createSvgCanvas } from './svg.ts';

/** Widths a figure is drawn for, in points: a desk, a hand. The style sheet shows one of the two. */
const WIDTHS = { wide: 500, narrow: 320 } as const;

/** A figure as two pictures, of which every screen shows one; its words serve those who see neither. */
export function figureHtml(figure: Figure): string {
  const pictures = (['wide', 'narrow'] as const).map((name) => picture(figure, name));
  return `<figure>${pictures.join('')}</figure>`;
}

function picture(figure: Figure, name: keyof typeof WIDTHS): string {
  const width = WIDTHS[name];
  const { canvas, content } = createSvgCanvas();
  figure.draw(canvas, 0, 0, width);
  const height = Math.ceil(figure.height(width, canvas));
  return `<svg class="${name}" viewBox="-2 -2 ${width + 4} ${height + 4}" role="img" aria-label="${escaped(figure.alt)}">${content()}</svg>`;
}

/** A mark before a word that says the same: nothing to read aloud. */
export function markHtml(mark: MarkName): string {
  const { canvas, content } = createSvgCanvas();
  drawMark(canvas, mark, 6, 6, 5);
  return `<svg class="mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${content()}</svg>`;
}
