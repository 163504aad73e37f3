import type { MarkName } from '../canvas/marks.ts';
import type { Sheet } from '../canvas/sheet.ts';
import { type TextStyle, TYPE } from '../look.ts';
import { BODY_HEIGHT } from '../paper.ts';
import type { Cell, Column, Piece, Row } from './rows.ts';

/** A table broken into lines, once for measuring and drawing both. */
export interface Columns {
  readonly placed: readonly PlacedColumn[];
  readonly headerHeight: number;
}

export interface PlacedColumn {
  readonly title: readonly string[];
  /** Where its text begins, from the edge of the paper. */
  readonly x: number;
  /** Width of its text, where no mark stands before it. */
  readonly width: number;
  readonly align: 'left' | 'right';
}

export type LaidRow =
  | { readonly kind: 'group'; readonly title: string; readonly height: number }
  | { readonly kind: 'cells'; readonly cells: readonly LaidCell[]; readonly height: number };

export interface LaidCell {
  readonly lines: readonly Line[];
  readonly mark: { readonly name: MarkName; readonly style: TextStyle } | null;
}

export interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

const PIECE: Readonly<Record<Piece['tone'], TextStyle>> = {
  body: TYPE.table,
  strong: TYPE.tableBold,
  note: TYPE.note,
  small: TYPE.noteInk,
};

/** Above and below the text of a row. */
export const PAD = 4;
/** Between two columns, half of it on either side. */
export const GUTTER = 10;
/** What a mark before the text of a cell takes of its width. */
export const MARK_ROOM = 13;
/** A row taller than this may be divided between two pages; a lower one goes over whole. */
export const TALL = BODY_HEIGHT * 0.4;

/** Columns as wide as their shares of the sheet. */
export function placeColumns(sheet: Sheet, columns: readonly Column[]): Columns {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let x = sheet.left + GUTTER / 2;
  const placed = columns.map(({ title, width: share, align = 'left' }): PlacedColumn => {
    const whole = (share / total) * sheet.width;
    const width = whole - GUTTER;
    const column = { title: sheet.pen.lines(title, width, TYPE.label), x, width, align };
    x += whole;
    return column;
  });
  const most = Math.max(...placed.map(({ title }) => title.length));
  return { placed, headerHeight: most * TYPE.label.leading + 2 * PAD - 2 };
}

export function layRow(sheet: Sheet, { placed }: Columns, row: Row): LaidRow {
  if (row.kind === 'group')
    return { kind: 'group', title: row.title, height: TYPE.tableBold.leading + 2 * PAD };
  const cells = placed.map((column, i) => layCell(sheet, column, row.cells[i]));
  const tallest = cells.reduce((most, { lines }) => Math.max(most, heightOf(lines)), 0);
  return { kind: 'cells', cells, height: tallest + 2 * PAD };
}

function layCell(sheet: Sheet, { width }: PlacedColumn, cell: Cell | undefined): LaidCell {
  if (cell === undefined) return { lines: [], mark: null };
  const room = cell.mark === undefined ? width : width - MARK_ROOM;
  const lines: Line[] = [];
  for (const { text, tone } of cell.pieces) {
    if (text === '') continue;
    const style = PIECE[tone];
    for (const line of sheet.pen.lines(text, room, style)) lines.push({ text: line, style });
  }
  const first = PIECE[cell.pieces[0]?.tone ?? 'body'];
  return { lines, mark: cell.mark === undefined ? null : { name: cell.mark, style: first } };
}

export function heightOf(lines: readonly Line[]): number {
  let height = 0;
  for (const { style } of lines) height += style.leading;
  return height;
}

/** What of a row must stand on one page: all of a low one. */
export const leastOf = ({ height }: LaidRow): number => Math.min(TALL, height);

/** How many lines fit; at least one, or a table would never end. */
export function fitting(lines: readonly Line[], room: number): number {
  let height = 0;
  let count = 0;
  for (const { style } of lines) {
    height += style.leading;
    if (height > room + 0.01 && count > 0) break;
    count++;
  }
  return count;
}
