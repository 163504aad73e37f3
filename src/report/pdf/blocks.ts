import { COLOR, type TextStyle, TYPE } from '../document/look.ts';
import type { Pair } from '../document/model.ts';
import type { Sheet } from './canvas/page.ts';
import type { Node } from './tags.ts';

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

const LABEL_WIDTH = 66;
/** Width of the words of a label, in points: the rest keeps it off the text beside it. */
export const LABEL_ROOM = LABEL_WIDTH - 4;
const INDENT = 13;

/** A label too long for its column goes on below itself: it never runs into the text beside it. */
const labelLines = (sheet: Sheet, { label }: Pair): readonly string[] =>
  label === '' ? [] : sheet.pen.lines(label, LABEL_ROOM, TYPE.label);

const styleOf = ({ style }: Pair): TextStyle => (style === 'strong' ? TYPE.tableBold : TYPE.table);
const indentOf = ({ style }: Pair): number => (style === 'numbered' || style === 'boxes' ? INDENT : 0);

/** Pairs of a label and its texts, the labels in a column of their own. */
export function labelled(sheet: Sheet, pairs: readonly Pair[], x: number, width: number): void {
  for (const pair of pairs) {
    if (pair.label === '') labelledTexts(sheet, pair, x, width);
    else sheet.tags.within(indentOf(pair) > 0 ? 'L' : 'Sect', () => labelledTexts(sheet, pair, x, width));
    sheet.space(1);
  }
}

function labelledTexts(sheet: Sheet, pair: Pair, x: number, width: number): void {
  const style = styleOf(pair);
  const indent = indentOf(pair);
  const left = x + LABEL_WIDTH + indent;
  const listed = indent > 0;
  const first = sheet.pen.lines(pair.texts[0] ?? '', width - LABEL_WIDTH - indent, style);
  const label = labelLines(sheet, pair);
  const labelHeight = label.length > 1 ? label.length * TYPE.label.leading : 0;
  sheet.keep(Math.max(style.leading * Math.min(2, first.length), labelHeight));
  const top = sheet.y();
  sheet.tags.leaf(listed ? 'Caption' : 'P', () => sheet.pen.textLines(label, x, sheet.y(), TYPE.label));
  pair.texts.forEach((text, i) => {
    const lines = sheet.pen.lines(text, width - LABEL_WIDTH - indent, style);
    sheet.keep(style.leading * Math.min(2, lines.length));
    if (!listed) {
      sheet.tags.element('P', (node) => flow(sheet, node, lines, left, style));
      return;
    }
    sheet.tags.within('LI', () => {
      const marker = pair.style === 'numbered' ? String(i + 1) : '☐';
      sheet.tags.leaf('Lbl', () => sheet.pen.text(marker, left - indent, sheet.y(), TYPE.label));
      sheet.tags.element('LBody', (node) => flow(sheet, node, lines, left, style));
    });
  });
  // Above the top again = on the next page: there the label is no more.
  if (sheet.y() > top && sheet.y() < top + labelHeight) sheet.moveTo(top + labelHeight);
}

/** Height {@link labelled} will take on one page. */
export function labelledHeight(sheet: Sheet, pairs: readonly Pair[], width: number): number {
  return pairs.reduce((sum, pair) => {
    const inner = width - LABEL_WIDTH - indentOf(pair);
    const lines = pair.texts.flatMap((text) => sheet.pen.lines(text, inner, styleOf(pair)));
    const label = labelLines(sheet, pair).length;
    const least = label > 1 ? label * TYPE.label.leading : 0;
    return sum + Math.max(lines.length * styleOf(pair).leading, least) + 1;
  }, 0);
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

const NOTICE_PADDING = 14;

export const noticeHeight = (sheet: Sheet, text: string): number =>
  sheet.pen.lines(text, sheet.width - 28, TYPE.bodyBold).length * TYPE.bodyBold.leading + NOTICE_PADDING;

/** A tinted band with one sentence the reader must not miss. */
export function notice(sheet: Sheet, text: string): void {
  const lines = sheet.pen.lines(text, sheet.width - 28, TYPE.bodyBold);
  const height = noticeHeight(sheet, text);
  sheet.keep(height);
  const top = sheet.y();
  sheet.tags.artifact(() => {
    sheet.pen.fill(sheet.left, top, sheet.width, height, COLOR.wash);
    sheet.pen.fill(sheet.left, top, 3, height, COLOR.accent);
  });
  sheet.moveTo(top + NOTICE_PADDING / 2);
  sheet.tags.leaf('P', () => drawHere(sheet, lines, TYPE.bodyBold, sheet.left + 15));
  sheet.moveTo(top + height + 8);
}
