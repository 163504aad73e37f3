import type { Location } from '../model/text.ts';

/** Start offsets of all lines of one text; made once, asked many times. */
export type LineIndex = readonly number[];

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Lines end where YAML ends them: LF, CRLF, or a CR alone. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_FEED) starts.push(i + 1);
    else if (unit === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED) starts.push(i + 1);
  }
  return starts;
}

/** 1-based line and column (UTF-16 units) of an offset; an offset past the end counts on its last line. */
export function locate(lines: LineIndex, offset: number): Location {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (lines[low] ?? 0)) + 1 };
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(lines: LineIndex, offset: number): number {
  return lines[locate(lines, offset).line - 1] ?? 0;
}
