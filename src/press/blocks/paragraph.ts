import type { Sheet } from '../canvas/sheet.ts';
import type { TextStyle } from '../look.ts';
import type { Node } from '../tags.ts';

export interface Measure {
  readonly x?: number;
  readonly width?: number;
}

/** Running text; may go on over the page, with at least two lines on either side. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle, { x, width }: Measure = {}): void {
  const lines = sheet.pen.lines(text, width ?? sheet.width, style);
  sheet.tags.element('P', (node) => flow(sheet, node, lines, x ?? sheet.left, style));
}

/** Lines from the cursor down, over as many pages as they need. */
export function flow(sheet: Sheet, node: Node, lines: readonly string[], x: number, style: TextStyle): void {
  let rest = lines;
  while (rest.length > 0) {
    const fitting = Math.floor((sheet.room() + 0.01) / style.leading);
    const wanted = Math.min(rest.length, 2);
    if (fitting < wanted && sheet.room() < 400) {
      sheet.newPage();
      continue;
    }
    const leavesOne = rest.length - fitting === 1 && fitting > 2;
    const taken = rest.slice(0, Math.max(1, leavesOne ? fitting - 1 : fitting));
    node.content(() => drawHere(sheet, taken, style, x));
    rest = rest.slice(taken.length);
    if (rest.length > 0) sheet.newPage();
  }
}

/** Draws lines at the cursor and moves it below them. */
export function drawHere(sheet: Sheet, lines: readonly string[], style: TextStyle, x = sheet.left): void {
  sheet.pen.textLines(lines, x, sheet.y(), style);
  sheet.moveTo(sheet.y() + lines.length * style.leading);
}
