import { hash } from 'node:crypto';
import { jsonText } from '../../words/visible.ts';
import type { FileRow } from './row.ts';
import { isFileRow } from './row-shape.ts';

/**
 * A row as a line of rows.jsonl: the hash of all that follows it comes first. A row that was changed by hand, or half
 * written over, may still look like one; it is no result of ours. The hash keeps no secret: whoever writes the tool's own
 * hash over a row of theirs means to deceive, and a new run without the cache shows it.
 */
export function rowLine(row: FileRow): string {
  const text = jsonText(row);
  return `${HEAD}${hashOf(text)}",${text.slice(1)}`;
}

const HEAD = '{"hash":"';
const DIGITS = 16;
const hashOf = (text: string): string => hash('sha256', text, 'hex').slice(0, DIGITS);

/** What a line says where it is a row as it was written; `null` = it is none, or was changed. */
export function rowIn(line: string): FileRow | null {
  const end = HEAD.length + DIGITS;
  if (!line.startsWith(HEAD) || !line.startsWith('",', end)) return null;
  const text = `{${line.slice(end + 2)}`;
  return hashOf(text) === line.slice(HEAD.length, end) ? parseRow(text) : null;
}

/** A row of the right shape. */
export function parseRow(text: string): FileRow | null {
  try {
    const row: unknown = JSON.parse(text);
    return isFileRow(row) ? row : null;
  } catch {
    return null;
  }
}
