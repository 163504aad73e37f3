import { closeSync, openSync, readSync } from 'node:fs';
import { codeOf } from '../../files/disk-problem.ts';
import type { Finding } from '../../model/finding.ts';
import type { FileRow } from './row.ts';
import { rowIn } from './row-line.ts';
import { isRecord, isRowsHeader } from './row-shape.ts';
import { ROWS_VERSION, type RowsHeader } from './rows-header.ts';

export interface Line {
  readonly text: string;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  readonly length: number;
}

const BLOCK = 1 << 16;

/**
 * Whole lines of a file, one after the other; nothing but one block and one line is ever in memory. A last line
 * without its line end was being written when the program was killed: it is left out.
 */
export function* linesOf(path: string): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    let block = Buffer.allocUnsafe(BLOCK);
    // Where the block begins in the file, and how much of it is the beginning of a line that is still to end.
    let [offset, held] = [0, 0];
    for (;;) {
      if (held === block.length) block = Buffer.concat([block], 2 * held);
      const read = readSync(file, block, held, block.length - held, null);
      if (read === 0) return;
      const bytes = block.subarray(0, held + read);
      let from = 0;
      for (let end = bytes.indexOf(10, held); end !== -1; end = bytes.indexOf(10, from)) {
        yield { text: bytes.toString('utf8', from, end), offset: offset + from, length: end - from };
        from = end + 1;
      }
      block.copyWithin(0, from, bytes.length);
      held = bytes.length - from;
      offset += from;
    }
  } finally {
    closeSync(file);
  }
}

/** Header of a file of rows, or `null` where there is none that we can read. */
export function readHeader(path: string): RowsHeader | null {
  const header = firstLine(path);
  return header?.['wazamoriRows'] === ROWS_VERSION && isRowsHeader(header) ? header : null;
}

/** The version of a file of rows, ours or not; `null` where it is no such file. */
export function rowsVersion(path: string): number | null {
  const version: unknown = firstLine(path)?.['wazamoriRows'];
  return typeof version === 'number' ? version : null;
}

function firstLine(path: string): Readonly<Record<string, unknown>> | null {
  try {
    for (const { text } of linesOf(path)) {
      const header: unknown = JSON.parse(text);
      return isRecord(header) ? header : null;
    }
    return null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) !== null) return null;
    throw error;
  }
}

/** A row with its line as it stands in the file. */
export interface StoredRow {
  readonly row: FileRow;
  readonly line: Line;
}

/**
 * Rows of a file in their order; lines that are none, or not `wanted`, are passed over: their files are assessed again.
 * Whoever cannot do that is told the number of the line (`broken`).
 */
export function* rowsOf(
  path: string,
  wanted: (line: Line) => boolean = () => true,
  broken: (number: number) => void = () => {},
): Generator<StoredRow> {
  let number = 0;
  for (const line of linesOf(path)) {
    number++;
    if (number === 1 || !wanted(line)) continue;
    const row = rowIn(line.text);
    if (row === null) broken(number);
    else yield { row, line };
  }
}

/** The first error of each file that gave no result. */
export function* failuresIn(path: string): Generator<{ readonly path: string; readonly finding: Finding }> {
  for (const { row } of rowsOf(path, ({ text }) => text.includes('"client":null'))) {
    const finding =
      row.client === null ? row.findings.find(({ severity }) => severity === 'error') : undefined;
    if (finding !== undefined) yield { path: row.path, finding };
  }
}

/** What rows have to say of their files under one of these codes. */
export function* notedIn(
  path: string,
  codes: readonly Finding['code'][],
): Generator<{ readonly path: string; readonly finding: Finding }> {
  const speaks = ({ text }: Line): boolean => codes.some((code) => text.includes(`"code":"${code}"`));
  for (const { row } of rowsOf(path, speaks))
    for (const finding of row.findings) if (codes.includes(finding.code)) yield { path: row.path, finding };
}

/** Random access to the rows of a file by the places {@link rowsOf} gave. */
export function openRows(path: string): {
  readonly at: (offset: number, length: number) => FileRow;
  readonly close: () => void;
} {
  const file = openSync(path, 'r');
  let bytes = Buffer.allocUnsafe(BLOCK);
  return {
    at: (offset, length) => {
      if (length > bytes.length) bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, offset);
      return JSON.parse(bytes.toString('utf8', 0, length)) as FileRow;
    },
    close: () => closeSync(file),
  };
}
