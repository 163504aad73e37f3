import { bullets } from '../../press/blocks/bullets.ts';
import { notice, noticeHeight } from '../../press/blocks/notice.ts';
import { labelled } from '../../press/blocks/pairs.ts';
import { drawHere, paragraph } from '../../press/blocks/paragraph.ts';
import type { Sheet } from '../../press/canvas/sheet.ts';
import { COLOR, type TextStyle, TYPE } from '../../press/look.ts';
import { BODY_HEIGHT, PAGE } from '../../press/paper.ts';
import { table, tableStart } from '../../press/tables/table.ts';
import type { Block, Figure, Part, Tone } from '../document/model.ts';
import { cardStart, drawCard } from './card.ts';

const TONE: Readonly<Record<Tone, TextStyle>> = {
  lead: TYPE.lead,
  body: TYPE.body,
  strong: TYPE.bodyBold,
  note: TYPE.note,
  small: TYPE.noteInk,
  fine: TYPE.fine,
};

/** Below a paragraph, in points. */
const AFTER_TEXT = 4;

/** Sets one part of the document from the cursor down. */
export function drawPart(sheet: Sheet, part: Part, first: boolean): void {
  sheet.tags.within('Sect', () => {
    if (part.small === true) smallTitle(sheet, part);
    else partTitle(sheet, part, first);
    part.blocks.forEach((block, i) => {
      drawBlock(sheet, block, part.blocks.slice(i + 1));
    });
  });
}

/** The title of a part, with its bookmark; on a fresh page unless most of this one is still empty. */
function partTitle(sheet: Sheet, { title, lead, freshSheet, close, blocks }: Part, first: boolean): void {
  const start = startOf(sheet, blocks) + 90;
  const least = close === true ? start : Math.max(BODY_HEIGHT * 0.45, start);
  if (first) sheet.moveTo(PAGE.top);
  else if (freshSheet ? sheet.room() < BODY_HEIGHT : sheet.room() < least) {
    sheet.newPage();
  } else if (sheet.room() < BODY_HEIGHT) {
    sheet.space(30);
    const top = sheet.y();
    sheet.tags.artifact(() => sheet.pen.fill(sheet.left, top, 28, 3, COLOR.accent));
    sheet.space(8);
  }
  sheet.bookmark(title, 1);
  sheet.tags.leaf('H1', () => drawHere(sheet, [title], TYPE.part));
  sheet.space(2);
  if (lead === '') return;
  paragraph(sheet, lead, TYPE.lead);
  sheet.space(10);
}

/** A lesser title, on the sheet that holds all of its part: a line or two alone on a last page look like a mistake. */
function smallTitle(sheet: Sheet, { title, blocks }: Part): void {
  const height = blocks.reduce(
    (sum, block) => sum + (block.kind === 'text' ? textHeight(sheet, block) : 0),
    0,
  );
  sheet.space(16);
  sheet.keep(TYPE.heading.leading + 4 + height);
  sheet.bookmark(title, 1);
  sheet.tags.leaf('H1', () => drawHere(sheet, [title], TYPE.heading));
  sheet.space(4);
}

function textHeight(sheet: Sheet, { text, tone }: Extract<Block, { kind: 'text' }>): number {
  const style = TONE[tone];
  return sheet.pen.lines(text, sheet.width, style).length * style.leading + AFTER_TEXT;
}

function drawBlock(sheet: Sheet, block: Block, after: readonly Block[]): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block, after);
      break;
    case 'text':
      paragraph(sheet, block.text, TONE[block.tone]);
      sheet.space(AFTER_TEXT);
      break;
    case 'notice':
      notice(sheet, block.text);
      break;
    case 'list':
      bullets(sheet, block.texts);
      break;
    case 'pairs':
      labelled(sheet, block.pairs, sheet.left, sheet.width);
      break;
    case 'table':
      table(sheet, block.columns, block.rows);
      break;
    case 'card':
      drawCard(sheet, block);
      break;
    case 'figure':
      figure(sheet, block.figure);
      break;
    case 'sheet':
      sheet.newPage();
      break;
  }
}

/** A heading never stands alone: it moves on unless what follows can at least begin below it. */
function drawHeading(
  sheet: Sheet,
  { title, bookmark }: Extract<Block, { kind: 'heading' }>,
  after: readonly Block[],
): void {
  const style = TYPE.heading;
  const lines = sheet.pen.lines(title, sheet.width, style);
  sheet.space(16);
  sheet.keep(lines.length * style.leading + 4 + startOf(sheet, after));
  if (bookmark) sheet.bookmark(title, 2);
  sheet.tags.leaf('H2', () => drawHere(sheet, lines, style));
  sheet.space(4);
}

/** The least height in which the next blocks can begin without leaving a line or a heading alone. */
function startOf(sheet: Sheet, [block, ...after]: readonly Block[]): number {
  switch (block?.kind) {
    case undefined:
    case 'sheet':
      return 0;
    case 'heading':
      return TYPE.heading.leading + 20 + startOf(sheet, after);
    case 'text': {
      const style = TONE[block.tone];
      const count = sheet.pen.lines(block.text, sheet.width, style).length;
      // A sentence or two that introduce something stay with it; a page of them goes on over the page.
      const introduces = count <= 4 && after.slice(0, 2).some(({ kind }) => kind !== 'text');
      return introduces
        ? count * style.leading + 4 + startOf(sheet, after)
        : Math.min(count, 2) * style.leading;
    }
    case 'notice':
      return noticeHeight(sheet, block.text);
    case 'list':
    case 'pairs':
      return 3 * TYPE.table.leading;
    case 'table':
      return tableStart(sheet, block.columns, block.rows);
    case 'card':
      return cardStart(sheet, block);
    case 'figure':
      return block.figure.least ?? block.figure.height(sheet.width, sheet.pen);
  }
}

function figure(sheet: Sheet, drawn: Figure): void {
  const { pen, tags, left, width } = sheet;
  const height = drawn.height(width, pen);
  const divided = height > sheet.room() ? (drawn.split?.(sheet.room(), width, pen) ?? null) : null;
  if (divided !== null) {
    figure(sheet, divided[0]);
    sheet.newPage();
    figure(sheet, divided[1]);
    return;
  }
  sheet.keep(height);
  const bottom = sheet.y() + height;
  for (const { alt, height: own, draw } of drawn.rows ?? [{ ...drawn, height }]) {
    const top = sheet.y();
    const ink = (): void => draw(pen, left, top, width);
    const bbox = [left, top, left + width, top + own] as const;
    if (alt === null) tags.artifact(ink);
    else tags.leaf('Figure', ink, { alt, bbox, placement: 'Block' });
    sheet.moveTo(top + own);
  }
  sheet.moveTo(bottom + 4);
}
