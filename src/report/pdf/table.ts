import { COLOR, type TextStyle, TYPE } from '../document/look.ts';
import { drawMark } from '../document/marks.ts';
import type { Cell, Column, Piece, Row } from '../document/model.ts';
import type { Sheet } from './canvas/page.ts';
import type { Node } from './tags.ts';
import { BODY_HEIGHT } from './tokens.ts';

interface PlacedColumn {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

const PIECE: Readonly<Record<Piece['tone'], TextStyle>> = {
  body: TYPE.table,
  strong: TYPE.tableBold,
  note: TYPE.note,
  small: TYPE.noteInk,
};

interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

const PAD = 4;
const GUTTER = 10;
const MARK_ROOM = 13;
/** A row taller than this may be divided between two pages; a lower one goes over whole. */
const TALL = BODY_HEIGHT * 0.4;

/** Columns as wide as their shares of the sheet. */
function placed(sheet: Sheet, columns: readonly Column[]): readonly PlacedColumn[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map((column) => ({ ...column, width: (column.width / total) * sheet.width }));
}

/** The least of a table that may stand at the foot of a page: its header and two rows. */
export function tableStart(sheet: Sheet, given: readonly Column[], rows: readonly Row[]): number {
  const columns = placed(sheet, given);
  return rows
    .slice(0, 2)
    .reduce((sum, r) => sum + Math.min(TALL, heightOf(sheet, columns, r)), headerHeight(sheet, columns));
}

/** Draws a table from the cursor down. Its header is repeated on each page, and no line of text is ever cut. */
export function table(sheet: Sheet, given: readonly Column[], rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const columns = placed(sheet, given);
  sheet.keep(tableStart(sheet, given, rows));
  sheet.tags.within('Table', () => {
    drawHeader(sheet, columns, false);
    rows.forEach((current, i) => {
      const next = rows[i + 1];
      if (current.kind === 'group') drawGroup(sheet, columns, current.title, next);
      else drawCells(sheet, columns, current.cells);
    });
  });
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.8, color: COLOR.accent }));
  sheet.space(4);
}

function heightOf(sheet: Sheet, columns: readonly PlacedColumn[], current: Row): number {
  if (current.kind === 'group') return TYPE.tableBold.leading + 2 * PAD;
  return Math.max(...cellLines(sheet, columns, current.cells).map(heightOfLines)) + 2 * PAD;
}

const heightOfLines = (lines: readonly Line[]): number => lines.reduce((sum, l) => sum + l.style.leading, 0);

const textWidth = (column: PlacedColumn, marked: boolean): number =>
  column.width - GUTTER - (marked ? MARK_ROOM : 0);

function cellLines(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  cells: readonly Cell[],
): readonly (readonly Line[])[] {
  return columns.map((column, i) => {
    const own = cells[i];
    if (own === undefined) return [];
    return own.pieces.flatMap(({ text, tone }) =>
      text === ''
        ? []
        : sheet.pen
            .lines(text, textWidth(column, own.mark !== undefined), PIECE[tone])
            .map((line): Line => ({ text: line, style: PIECE[tone] })),
    );
  });
}

function headerHeight(sheet: Sheet, columns: readonly PlacedColumn[]): number {
  const most = Math.max(...columns.map((c) => sheet.pen.lines(c.title, c.width - GUTTER, TYPE.label).length));
  return most * TYPE.label.leading + 2 * PAD - 2;
}

/** On the pages after the first the header is an artifact: it would otherwise be read aloud again and again. */
function drawHeader(sheet: Sheet, columns: readonly PlacedColumn[], repeated: boolean): void {
  const { pen, tags } = sheet;
  const top = sheet.y();
  const height = headerHeight(sheet, columns);
  const titles = columns.map((column, i) => () => {
    const x = leftOf(sheet, columns, i);
    pen.lines(column.title, column.width - GUTTER, TYPE.label).forEach((line, k) => {
      alignedText(sheet, line, x, top + PAD - 1 + k * TYPE.label.leading, TYPE.label, column);
    });
  });
  tags.artifact(() => {
    pen.fill(sheet.left, top, sheet.width, height, COLOR.wash);
    pen.line(sheet.left, top, sheet.left + sheet.width, top, { width: 1, color: COLOR.accent });
    if (repeated) for (const draw of titles) draw();
  });
  if (!repeated) {
    tags.within('TR', () => {
      for (const draw of titles) tags.headerCell('Column', 1, draw);
    });
  }
  sheet.moveTo(top + height);
}

function drawGroup(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  title: string,
  next: Row | undefined,
): void {
  const height = TYPE.tableBold.leading + 2 * PAD;
  const follower = next === undefined ? 0 : Math.min(TALL, heightOf(sheet, columns, next));
  if (sheet.room() < height + follower) continueOnNewPage(sheet, columns);
  const top = sheet.y();
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.4, color: COLOR.rule }));
  sheet.tags.within('TR', () => {
    sheet.tags.headerCell('Row', columns.length, () => {
      sheet.pen.text(title, sheet.left + GUTTER / 2, top + PAD + 1, {
        ...TYPE.tableBold,
        color: COLOR.accent,
      });
    });
  });
  sheet.moveTo(top + height);
}

function continueOnNewPage(sheet: Sheet, columns: readonly PlacedColumn[]): void {
  sheet.tags.artifact(() => ruleBelow(sheet, { width: 0.4, color: COLOR.rule }));
  sheet.newPage();
  drawHeader(sheet, columns, true);
}

function drawCells(sheet: Sheet, columns: readonly PlacedColumn[], cells: readonly Cell[]): void {
  let rest = cellLines(sheet, columns, cells);
  const height = Math.max(...rest.map(heightOfLines)) + 2 * PAD;
  if (height > sheet.room() && (height <= TALL || sheet.room() < TALL / 2)) continueOnNewPage(sheet, columns);
  sheet.tags.artifact(() => {
    ruleBelow(sheet, { width: 0.4, color: COLOR.hairline });
    drawMarks(sheet, columns, cells);
  });
  sheet.tags.within('TR', () => {
    const slices: (readonly (readonly Line[])[])[] = [];
    // Cells are drawn one after the other, so the whole division into pages is known before the first.
    let room = sheet.room() - 2 * PAD;
    while (rest.some((lines) => lines.length > 0)) {
      const taken = rest.map((lines) => lines.slice(0, fitting(lines, room)));
      slices.push(taken);
      rest = rest.map((lines, i) => lines.slice(taken[i]?.length ?? 0));
      room = BODY_HEIGHT - headerHeight(sheet, columns) - 2 * PAD;
    }
    const marked = cells.map((own) => own.mark !== undefined);
    drawSlices(sheet, columns, slices.length === 0 ? [columns.map(() => [])] : slices, marked);
  });
}

/** How many lines fit; at least one, or a table would never end. */
function fitting(lines: readonly Line[], room: number): number {
  let height = 0;
  let count = 0;
  for (const line of lines) {
    height += line.style.leading;
    if (height > room + 0.01 && count > 0) break;
    count++;
  }
  return count;
}

/**
 * A divided row is one TR whose cells have ink on both pages. PDFKit draws on the newest page only, so the pages come
 * one after the other and each cell's element stays open until the last.
 */
function drawSlices(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  slices: readonly (readonly (readonly Line[])[])[],
  marked: readonly boolean[],
): void {
  const drawSlice = (slice: readonly (readonly Line[])[], nodes: readonly Node[]): void => {
    const top = sheet.y() + PAD;
    nodes.forEach((node, i) => {
      const column = columns[i];
      if (column === undefined) return;
      const shift = marked[i] === true ? MARK_ROOM : 0;
      node.content(() => drawLines(sheet, slice[i] ?? [], leftOf(sheet, columns, i) + shift, top, column));
    });
    sheet.moveTo(top + Math.max(0, ...slice.map(heightOfLines)) + PAD);
  };
  openCells(sheet, columns.length, [], (nodes) => {
    slices.forEach((slice, i) => {
      if (i > 0) continueOnNewPage(sheet, columns);
      drawSlice(slice, nodes);
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

function drawLines(sheet: Sheet, lines: readonly Line[], x: number, top: number, column: PlacedColumn): void {
  let y = top;
  for (let i = 0; i < lines.length; ) {
    const style = lines[i]?.style ?? TYPE.table;
    let end = i + 1;
    while (column.align !== 'right' && lines[end]?.style === style) end++;
    const block = lines.slice(i, end).map(({ text }) => text);
    if (column.align === 'right') alignedText(sheet, block[0] ?? '', x, y, style, column);
    else sheet.pen.textLines(block, x, y, style);
    y += block.length * style.leading;
    i = end;
  }
}

function alignedText(
  sheet: Sheet,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  column: PlacedColumn,
): void {
  if (column.align === 'right') sheet.pen.text(text, x + column.width - GUTTER, y, style, 'right');
  else sheet.pen.text(text, x, y, style);
}

function drawMarks(sheet: Sheet, columns: readonly PlacedColumn[], cells: readonly Cell[]): void {
  cells.forEach((own, i) => {
    const style = PIECE[own.pieces[0]?.tone ?? 'body'];
    if (own.mark !== undefined) {
      drawMark(sheet.pen, own.mark, leftOf(sheet, columns, i) + 4, sheet.y() + PAD + style.leading / 2, 4);
    }
  });
}

function leftOf(sheet: Sheet, columns: readonly PlacedColumn[], index: number): number {
  return sheet.left + GUTTER / 2 + columns.slice(0, index).reduce((sum, c) => sum + c.width, 0);
}

function ruleBelow(sheet: Sheet, options: { readonly width: number; readonly color: string }): void {
  sheet.pen.line(sheet.left, sheet.y(), sheet.left + sheet.width, sheet.y(), options);
}
