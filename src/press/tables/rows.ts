import type { MarkName } from '../canvas/marks.ts';

export interface Column {
  readonly title: string;
  /** Share of the width, in any unit common to the columns of one table. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** A paragraph of a cell. */
export interface Piece {
  readonly text: string;
  readonly tone: 'body' | 'strong' | 'note' | 'small';
}

export interface Cell {
  readonly pieces: readonly Piece[];
  /** Drawn before the first line; a word always stands beside it. */
  readonly mark?: MarkName;
}

export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  /** A heading inside the table, over all columns. */
  | { readonly kind: 'group'; readonly title: string };
