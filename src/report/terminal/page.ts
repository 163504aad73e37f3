import type { Paint } from '../../words/ink.ts';
import { unspoken, visible, visibleLine } from '../../words/visible.ts';
import { padColumns, wrapPhrases } from '../../words/width.ts';

/** Where and how a terminal page is drawn. `paint` without colours leaves text as it is. */
export interface Terminal {
  /** Columns to fill; pages never go beyond 80, lines of Japanese longer than that are hard to follow. */
  readonly columns: number;
  readonly paint: Paint;
}

const WIDEST = 80;
const INDENT = 2;
const plain = (s: string): string => s;

/** Lines of one page, built from the top. */
export interface Page {
  readonly heading: (text: string) => void;
  /** Wrapped text, indented; `mark` hangs in front of its first line. */
  readonly text: (
    text: string,
    options?: { readonly mark?: string; readonly paint?: (s: string) => string },
  ) => void;
  /** `label` in a column of its own, text wrapped beside it. */
  readonly row: (label: string, text: string, labelColumns: number) => void;
  /** A line taken as it is, indented. */
  readonly raw: (line: string) => void;
  readonly gap: () => void;
  readonly toString: () => string;
}

export function createPage(terminal: Terminal): Page {
  const lines: string[] = [];
  const columns = Math.max(24, Math.min(WIDEST, terminal.columns));
  const put = (line: string): void => {
    lines.push(unspoken(visibleLine(line)).trimEnd());
  };
  const hang = (first: string, text: string, at: number, paint: (s: string) => string): void => {
    wrapPhrases(visible(text), columns - at).forEach((line, i) => {
      put(`${i === 0 ? padColumns(first, at) : ' '.repeat(at)}${paint(line)}`);
    });
  };
  return {
    heading: (text) => {
      if (lines.length > 0) put('');
      put(terminal.paint.bold(text));
    },
    text: (text, { mark = '', paint = plain } = {}) =>
      hang(' '.repeat(INDENT) + mark, text, INDENT + (mark === '' ? 0 : mark.length + 1), paint),
    row: (label, text, labelColumns) =>
      hang(`${' '.repeat(INDENT)}${terminal.paint.dim(label)}`, text, INDENT + labelColumns, plain),
    raw: (line) => put(' '.repeat(INDENT) + line),
    gap: () => put(''),
    toString: () => `${lines.join('\n')}\n`,
  };
}
