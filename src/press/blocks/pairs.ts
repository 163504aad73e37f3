import type { Sheet } from '../canvas/sheet.ts';
import { type TextStyle, TYPE } from '../look.ts';
import { flow } from './paragraph.ts';

/** A label and what belongs to it. */
export interface Pair {
  readonly label: string;
  readonly texts: readonly string[];
  readonly style: 'plain' | 'strong' | 'numbered' | 'boxes';
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
