import { labelled, labelledHeight } from '../../press/blocks/pairs.ts';
import { drawHere, paragraph } from '../../press/blocks/paragraph.ts';
import type { Sheet } from '../../press/canvas/sheet.ts';
import { COLOR, TYPE } from '../../press/look.ts';
import { BODY_HEIGHT, PAGE } from '../../press/paper.ts';
import type { Card } from '../document/model.ts';

const NUMBER = 30;
/** Space below the rule and below the card. */
const [ABOVE, BELOW] = [8, 12];
/** A card goes over whole unless that leaves so much of a page empty; so much of it stays at least. */
const [EMPTY, SHARE] = [BODY_HEIGHT * 0.3, 0.6];
/** The last lines go over together, if they are no more than these. */
const LAST = 8 * TYPE.table.leading;

const indentOf = ({ number }: Card): number => (number === null ? 0 : NUMBER);

/** Height of what stands above the pairs of a card. */
function headHeight(sheet: Sheet, card: Card): number {
  const inner = sheet.width - indentOf(card);
  const title = sheet.pen.lines(card.title, inner, TYPE.heading).length * TYPE.heading.leading;
  const tag =
    card.tag === null ? 0 : sheet.pen.lines(card.tag, inner, TYPE.noteInk).length * TYPE.noteInk.leading;
  return ABOVE + title + tag + 4 + frameHeight(sheet, card.framed);
}

const cardHeight = (sheet: Sheet, card: Card): number =>
  headHeight(sheet, card) + labelledHeight(sheet, card.pairs, sheet.width - indentOf(card));

/** The least room in which a card begins: enough for all of it, or for most of one that is divided. */
export function cardStart(sheet: Sheet, card: Card): number {
  const height = cardHeight(sheet, card);
  return Math.min(height, Math.max(EMPTY, Math.min(height, BODY_HEIGHT) * SHARE));
}

function frameHeight(sheet: Sheet, framed: readonly string[]): number {
  if (framed.length === 0) return 0;
  const lines = framed.flatMap((line) => sheet.pen.lines(line, sheet.width - 28, TYPE.leadBold));
  return lines.length * TYPE.leadBold.leading + 22;
}

/** A title, who and when, lines in a frame, and all that belongs to it. */
export function drawCard(sheet: Sheet, card: Card): void {
  sheet.keep(cardStart(sheet, card));
  const x = sheet.left + indentOf(card);
  const inner = sheet.width - indentOf(card);
  drawRule(sheet);
  if (card.bookmark) sheet.bookmark(card.title, 2);
  sheet.tags.within('Sect', () => {
    sheet.tags.leaf('H2', () => drawTitle(sheet, card));
    if (card.tag !== null) paragraph(sheet, card.tag, TYPE.noteInk, { x, width: inner });
    sheet.space(4);
    if (card.framed.length > 0) frame(sheet, card.framed);
    const onward = titledAgain(sheet, card);
    const last = card.pairs.slice(-2);
    labelled(onward, card.pairs.slice(0, -2), x, inner);
    const height = labelledHeight(sheet, last, inner);
    if (height <= LAST) onward.keep(height);
    labelled(onward, last, x, inner);
  });
  sheet.space(BELOW);
}

/** The same sheet, which tells on each new page whose the text is that goes on there; not read aloud again. */
function titledAgain(sheet: Sheet, card: Card): Sheet {
  const newPage = (): void => {
    sheet.newPage();
    drawRule(sheet);
    sheet.tags.artifact(() => drawTitle(sheet, { ...card, title: card.goesOn }));
    sheet.space(4);
  };
  const keep = (height: number): void => {
    if (height > sheet.room() && sheet.y() > PAGE.top) newPage();
  };
  return { ...sheet, newPage, keep };
}

function drawRule(sheet: Sheet): void {
  const { pen, tags, left, width } = sheet;
  const top = sheet.y();
  tags.artifact(() => pen.line(left, top, left + width, top, { width: 0.8, color: COLOR.accent }));
  sheet.moveTo(top + ABOVE);
}

function drawTitle(sheet: Sheet, card: Card): void {
  const { pen, left, width } = sheet;
  const indent = indentOf(card);
  if (card.number !== null) pen.text(card.number, left, sheet.y(), { ...TYPE.numeral, leading: 20 });
  drawHere(sheet, pen.lines(card.title, width - indent, TYPE.heading), TYPE.heading, left + indent);
}

function frame(sheet: Sheet, framed: readonly string[]): void {
  const top = sheet.y();
  const height = frameHeight(sheet, framed) - 6;
  sheet.tags.artifact(() => {
    sheet.pen.fill(sheet.left, top, sheet.width, height, COLOR.wash);
    sheet.pen.box(sheet.left, top, sheet.width, height, { width: 0.8, color: COLOR.accent });
  });
  sheet.moveTo(top + 8);
  for (const line of framed) {
    const lines = sheet.pen.lines(line, sheet.width - 28, TYPE.leadBold);
    sheet.tags.leaf('P', () => drawHere(sheet, lines, TYPE.leadBold, sheet.left + 14));
  }
  sheet.moveTo(top + height + 6);
}
