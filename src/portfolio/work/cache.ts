import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '../../words/visible.ts';
import { readHeader, rowsOf, type StoredRow } from '../rows/rows-file.ts';
import type { RowsHeader } from '../rows/rows-header.ts';
import { openWhole } from '../written/write-whole.ts';

/**
 * What earlier runs found, in a folder beside the output: `rows.jsonl` of the last whole run and `rows.partial.jsonl`
 * of a run that was stopped. Both are sorted by path. Safe to delete: everything in it is worked out again.
 */
export interface Cache {
  readonly folder: string;
  readonly rows: string;
  readonly partial: string;
}

export const cacheAt = (folder: string): Cache => ({
  folder,
  rows: join(folder, 'rows.jsonl'),
  partial: join(folder, 'rows.partial.jsonl'),
});

/** Beside it: whose the files of the round before are. */
export const formerCache = ({ folder }: Cache): Cache => ({
  folder,
  rows: join(folder, 'since.jsonl'),
  partial: join(folder, 'since.partial.jsonl'),
});

/** Brings a cache into order before a run: rows made with anything else go, those of a stopped run join the others. */
export function settle(cache: Cache, header: RowsHeader): void {
  for (const path of [cache.rows, cache.partial]) {
    if (existsSync(path) && readHeader(path)?.key !== header.key) rmSync(path);
  }
  if (!existsSync(cache.partial)) return;
  if (!existsSync(cache.rows)) {
    renameSync(cache.partial, cache.rows);
    return;
  }
  const joined = openWhole(cache.rows);
  try {
    joined.write(`${jsonText(header)}\n`);
    for (const { line } of newerFirst(rowsOf(cache.partial), rowsOf(cache.rows)))
      joined.write(`${line.text}\n`);
    joined.commit();
  } catch (error) {
    joined.discard();
    throw error;
  }
  rmSync(cache.partial);
}

/** Two sorted lists of rows as one; where both have a path, the first list's row stands. */
function* newerFirst(first: Iterator<StoredRow>, second: Iterator<StoredRow>): Generator<StoredRow> {
  let a = first.next();
  let b = second.next();
  for (;;) {
    if (a.done === true && b.done === true) return;
    if (b.done === true || (a.done !== true && a.value.row.path <= b.value.row.path)) {
      if (a.done === true) return;
      if (b.done !== true && a.value.row.path === b.value.row.path) b = second.next();
      yield a.value;
      a = first.next();
    } else {
      yield b.value;
      b = second.next();
    }
  }
}

/** Looks rows up in rising order of path, reading the file once. */
export function lookup(path: string): {
  readonly find: (wanted: string) => StoredRow | null;
  readonly close: () => void;
} {
  const rows = existsSync(path) ? rowsOf(path) : null;
  let next = rows?.next();
  return {
    find: (wanted) => {
      while (next?.done === false && next.value.row.path < wanted) next = rows?.next();
      return next?.done === false && next.value.row.path === wanted ? next.value : null;
    },
    close: () => void rows?.return(undefined),
  };
}
