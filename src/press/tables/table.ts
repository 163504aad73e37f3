import { drawMark } from '../canvas/marks.ts';
import type { Sheet } from '../canvas/sheet.ts';
import { COLOR, type TextStyle, TYPE } from '../look.ts';
import { BODY_HEIGHT } from '../paper.ts';
import type { Node } from '../tags.ts';
import {
  type Columns,
  fitting,
  GUTTER,
  heightOf,
  type LaidCell,
  type LaidRow,
  type Line,
  layRow,
  leastOf,
  MARK_ROOM,
  PAD,
  type PlacedColumn,
  placeColumns,
  TALL,
} from './layout.ts';
import type { Column, Row } from './rows.ts';

/** The least of a table that may stand at the foot of a page: its header and two rows. */
export function tableStart(sheet: Sheet, given: readonly Column[], rows: readonly Row[]): number {
  const columns = placeColumns(sheet, given);
  const first = rows.slice(0, 2).map((row) => layRow(sheet, columns, row));
  return startOf(columns, first);
}

const startOf = ({ headerHeight }: Columns, [first, second]: readonly LaidRow[]): number =>
  headerHeight + (first === undefined ? 0 : leastOf(first)) + (second === undefined ? 0 : leastOf(second));

/** Draws a table from the cursor down. Its header is repeated on each page, and no line of text is ever cut. */
export function table(sheet: Sheet, given: readonly Column[], rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const columns = placeColumns(sheet, given);
  const laid = rows.map((row) => layRow(sheet, columns, row));
  sheet.keep(startOf(columns, laid));
  sheet.tags.within('Table', () => {
    drawHeader(sheet, columns, false);
    laid.forEach((row, i) => {
      if (row.kind === 'group') drawGroup(sheet, columns, row, laid[i + 1]);
      else drawCells(sheet, columns, row, companyOf(laid, i));
    });
  });
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.8, color: COLOR.accent }));
  sheet.space(4);
}

/** Room the row behind this one needs beside it: the last row of a table goes over with the one before, never alone. */
function companyOf(rows: readonly LaidRow[], i: number): number {
  const [before, last] = [rows[i - 2], rows[i + 1]];
  return before === undefined || last === undefined || i + 2 < rows.length ? 0 : leastOf(last);
}

/** On the pages after the first the header is an artifact: it would otherwise be read aloud again and again. */
function drawHeader(sheet: Sheet, { placed, headerHeight }: Columns, repeated: boolean): void {
  const { pen, tags } = sheet;
  const top = sheet.y();
  const titles = placed.map((column) => () => {
    column.title.forEach((line, k) => {
      alignedText(sheet, line, top + PAD - 1 + k * TYPE.label.leading, TYPE.label, column, 0);
    });
  });
  tags.artifact(() => {
    pen.fill(sheet.left, top, sheet.width, headerHeight, COLOR.wash);
    pen.line(sheet.left, top, sheet.left + sheet.width, top, { width: 1, color: COLOR.accent });
    if (repeated) for (const draw of titles) draw();
  });
  if (!repeated) {
    tags.within('TR', () => {
      for (const draw of titles) tags.headerCell('Column', 1, draw);
    });
  }
  sheet.moveTo(top + headerHeight);
}

function drawGroup(
  sheet: Sheet,
  columns: Columns,
  { title, height }: Extract<LaidRow, { kind: 'group' }>,
  next: LaidRow | undefined,
): void {
  const follower = next === undefined ? 0 : leastOf(next);
  if (sheet.room() < height + follower) continueOnNewPage(sheet, columns);
  const top = sheet.y();
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.4, color: COLOR.rule }));
  sheet.tags.within('TR', () => {
    sheet.tags.headerCell('Row', columns.placed.length, () => {
      sheet.pen.text(title, sheet.left + GUTTER / 2, top + PAD + 1, {
        ...TYPE.tableBold,
        color: COLOR.accent,
      });
    });
  });
  sheet.moveTo(top + height);
}

function continueOnNewPage(sheet: Sheet, columns: Columns): void {
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.4, color: COLOR.rule }));
  sheet.newPage();
  drawHeader(sheet, columns, true);
}

function drawCells(
  sheet: Sheet,
  columns: Columns,
  { cells, height }: Extract<LaidRow, { kind: 'cells' }>,
  company: number,
): void {
  const low = height <= TALL;
  if (low ? height + company > sheet.room() : height > sheet.room() && sheet.room() < TALL / 2)
    continueOnNewPage(sheet, columns);
  sheet.tags.artifact(() => {
    ruleBelow(sheet, { width: 0.4, color: COLOR.hairline });
    drawMarks(sheet, columns, cells);
  });
  sheet.tags.within('TR', () => {
    if (height <= sheet.room()) drawWhole(sheet, columns, cells, height);
    else drawDivided(sheet, columns, cells);
  });
}

function drawWhole(sheet: Sheet, { placed }: Columns, cells: readonly LaidCell[], height: number): void {
  const top = sheet.y() + PAD;
  placed.forEach((column, i) => {
    const cell = cells[i];
    sheet.tags.leaf('TD', () => {
      if (cell !== undefined) drawLines(sheet, cell.lines, top, column, shiftOf(cell));
    });
  });
  sheet.moveTo(top - PAD + height);
}

const shiftOf = ({ mark }: LaidCell): number => (mark === null ? 0 : MARK_ROOM);

/** A row over several pages: what of each cell falls on which is known before the first is drawn. */
function drawDivided(sheet: Sheet, columns: Columns, cells: readonly LaidCell[]): void {
  const slices: (readonly LaidCell[])[] = [];
  let rest = cells;
  let room = sheet.room() - 2 * PAD;
  while (rest.some(({ lines }) => lines.length > 0)) {
    const taken = rest.map(({ lines }) => fitting(lines, room));
    slices.push(rest.map((cell, i) => ({ ...cell, lines: cell.lines.slice(0, taken[i]) })));
    rest = rest.map((cell, i) => ({ ...cell, lines: cell.lines.slice(taken[i]) }));
    room = BODY_HEIGHT - columns.headerHeight - 2 * PAD;
  }
  drawSlices(sheet, columns, slices);
}

/**
 * A divided row is one TR whose cells have ink on both pages. PDFKit draws on the newest page only, so the pages come
 * one after the other and each cell's element stays open until the last.
 */
function drawSlices(sheet: Sheet, columns: Columns, slices: readonly (readonly LaidCell[])[]): void {
  openCells(sheet, columns.placed.length, [], (nodes) => {
    slices.forEach((slice, i) => {
      if (i > 0) continueOnNewPage(sheet, columns);
      const top = sheet.y() + PAD;
      nodes.forEach((node, k) => {
        const [column, cell] = [columns.placed[k], slice[k]];
        if (column === undefined || cell === undefined) return;
        node.content(() => drawLines(sheet, cell.lines, top, column, shiftOf(cell)));
      });
      sheet.moveTo(top + Math.max(0, ...slice.map(({ lines }) => heightOf(lines))) + PAD);
    });
  });
}

/** Opens `count` TD elements side by side and hands them over together. */
function openCells(
  sheet: Sheet,
  count: number,
  open: readonly Node[],
  draw: (nodes: readonly Node[]) => void,
): void {
  if (open.length === count) draw(open);
  else sheet.tags.element('TD', (node) => openCells(sheet, count, [...open, node], draw));
}

function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  top: number,
  column: PlacedColumn,
  shift: number,
): void {
  let y = top;
  for (let i = 0; i < lines.length; ) {
    const style = lines[i]?.style ?? TYPE.table;
    let end = i + 1;
    while (column.align === 'left' && lines[end]?.style === style) end++;
    const block = lines.slice(i, end).map(({ text }) => text);
    if (column.align === 'right') alignedText(sheet, block[0] ?? '', y, style, column, shift);
    else sheet.pen.textLines(block, column.x + shift, y, style);
    y += block.length * style.leading;
    i = end;
  }
}

function alignedText(
  sheet: Sheet,
  text: string,
  y: number,
  style: TextStyle,
  { x, width, align }: PlacedColumn,
  shift: number,
): void {
  if (align === 'right') sheet.pen.text(text, x + shift + width, y, style, 'right');
  else sheet.pen.text(text, x + shift, y, style);
}

function drawMarks(sheet: Sheet, { placed }: Columns, cells: readonly LaidCell[]): void {
  cells.forEach(({ mark }, i) => {
    if (mark !== null)
      drawMark(sheet.pen, mark.name, (placed[i]?.x ?? 0) + 4, sheet.y() + PAD + mark.style.leading / 2, 4);
  });
}

function ruleBelow(sheet: Sheet, options: { readonly width: number; readonly color: string }): void {
  sheet.pen.line(sheet.left, sheet.y(), sheet.left + sheet.width, sheet.y(), options);
}
