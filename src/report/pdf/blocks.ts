import type { Sheet } from './canvas/page.ts';
import type { Node } from './tags.ts';
import { BODY_HEIGHT, COLOR, type TextStyle, TYPE } from './tokens.ts';

/** The title of a part, with its bookmark; on a fresh page unless most of this one is still empty. */
export function partTitle(sheet: Sheet, title: string, lead: string): void {
  if (sheet.room() < BODY_HEIGHT * 0.6) sheet.newPage();
  else {
    sheet.space(30);
    const top = sheet.y();
    sheet.tags.artifact(() => sheet.pen.fill(sheet.left, top, 28, 3, COLOR.accent));
    sheet.space(8);
  }
  sheet.bookmark(title, 1);
  sheet.tags.leaf('H1', () => drawHere(sheet, [title], TYPE.part));
  sheet.space(2);
  paragraph(sheet, lead, TYPE.lead);
  sheet.space(14);
}

/** A heading never stands alone: it moves on unless `keep` points fit below it. */
export function heading(sheet: Sheet, title: string, keep: number, bookmark = true): void {
  const lines = sheet.pen.lines(title, sheet.width, TYPE.heading);
  sheet.space(18);
  sheet.keep(lines.length * TYPE.heading.leading + 8 + keep);
  if (bookmark) sheet.bookmark(title, 2);
  sheet.tags.leaf('H2', () => drawHere(sheet, lines, TYPE.heading));
  sheet.space(4);
}

export function subheading(sheet: Sheet, title: string, keep: number): void {
  const lines = sheet.pen.lines(title, sheet.width, TYPE.subheading);
  sheet.space(10);
  sheet.keep(lines.length * TYPE.subheading.leading + 4 + keep);
  sheet.tags.leaf('H3', () => drawHere(sheet, lines, TYPE.subheading));
  sheet.space(2);
}

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
  let y = sheet.y();
  for (const line of lines) {
    sheet.pen.text(line, x, y, style);
    y += style.leading;
  }
  sheet.moveTo(y);
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
  readonly style?: TextStyle;
}

const LABEL_WIDTH = 66;

/** Pairs of a label and its text, the labels in a column of their own; each pair is read as one paragraph. */
export function labelled(sheet: Sheet, pairs: readonly LabelledText[], x: number, width: number): void {
  for (const { label, text, style = TYPE.table } of pairs) {
    const lines = sheet.pen.lines(text, width - LABEL_WIDTH, style);
    sheet.keep(style.leading * Math.min(2, lines.length));
    sheet.tags.element('P', (node) => {
      node.content(() => {
        sheet.pen.text(label, x, sheet.y(), TYPE.label);
        drawHere(sheet, lines.slice(0, 2), style, x + LABEL_WIDTH);
      });
      flow(sheet, node, lines.slice(2), x + LABEL_WIDTH, style);
    });
    sheet.space(1);
  }
}

/** Height {@link labelled} will take on one page. */
export function labelledHeight(sheet: Sheet, pairs: readonly LabelledText[], width: number): number {
  return pairs.reduce(
    (sum, { text, style = TYPE.table }) =>
      sum + sheet.pen.lines(text, width - LABEL_WIDTH, style).length * style.leading + 1,
    0,
  );
}

/** A list of sentences, each behind a small square. */
export function bullets(sheet: Sheet, texts: readonly string[], style: TextStyle = TYPE.table): void {
  sheet.tags.within('L', () => {
    for (const text of texts) {
      const lines = sheet.pen.lines(text, sheet.width - 12, style);
      sheet.keep(style.leading * Math.min(2, lines.length));
      const top = sheet.y();
      sheet.tags.artifact(() =>
        sheet.pen.fill(sheet.left + 2, top + style.leading / 2 - 1.5, 3, 3, COLOR.accent),
      );
      sheet.tags.within('LI', () => {
        sheet.tags.element('LBody', (node) => flow(sheet, node, lines, sheet.left + 12, style));
      });
      sheet.space(2);
    }
  });
}

/** A tinted band with one sentence the reader must not miss. */
export function notice(sheet: Sheet, text: string, style: TextStyle = TYPE.bodyBold): void {
  const lines = sheet.pen.lines(text, sheet.width - 28, style);
  const height = lines.length * style.leading + 14;
  sheet.keep(height);
  const top = sheet.y();
  sheet.tags.artifact(() => {
    sheet.pen.fill(sheet.left, top, sheet.width, height, COLOR.wash);
    sheet.pen.fill(sheet.left, top, 3, height, COLOR.accent);
  });
  sheet.moveTo(top + 7);
  sheet.tags.leaf('P', () => drawHere(sheet, lines, style, sheet.left + 15));
  sheet.moveTo(top + height + 8);
}
