import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contentHash } from '../../files/content-hash.ts';
import { isBelow } from '../before/gone.ts';
import { failuresIn, readHeader, rowsOf } from '../rows/rows-file.ts';
import { lookup } from '../work/cache.ts';
import { reportName } from './client-report.ts';
import { FILES, reportsFolder } from './output.ts';

/** A report of an earlier run, by its name below the folder of reports, and the hash of what was written. */
export interface StaleReport {
  readonly name: string;
  readonly hash: string | null;
}

/**
 * The reports of an earlier run that speak of files this run has not. Only what that run wrote, by its rows; asked
 * before those go. A file that cannot be read today keeps its report.
 */
export function staleReports(out: string, rows: string): readonly StaleReport[] {
  const former = join(out, FILES.rows);
  const format = readHeader(former)?.reports ?? null;
  if (format === null || format !== readHeader(rows)?.reports) return [];
  const dark = [...failuresIn(rows)].map(({ path }) => path);
  const present = lookup(rows);
  const stale: StaleReport[] = [];
  try {
    for (const { row } of rowsOf(former, ({ text }) => !text.includes('"report":null'))) {
      const now = present.find(row.path)?.row;
      if ((now !== undefined && now.gone === undefined) || isBelow(row.path, dark)) continue;
      stale.push({ name: reportName(row.path, format), hash: row.report });
    }
    return stale;
  } finally {
    present.close();
  }
}

/** Deletes them; how many. What somebody has changed since stays: a signed copy. */
export const removeReports = (out: string, stale: readonly StaleReport[]): number =>
  stale.filter(({ name, hash }) => removeReport(reportsFolder(out), name, hash)).length;

function removeReport(folder: string, name: string, hash: string | null): boolean {
  const path = join(folder, name);
  if (relative(folder, path).startsWith('..') || !existsSync(path)) return false;
  if (contentHash(readFileSync(path)) !== hash) return false;
  rmSync(path);
  for (
    let inner = dirname(path);
    inner !== folder && readdirSync(inner).length === 0;
    inner = dirname(inner)
  ) {
    rmdirSync(inner);
  }
  return true;
}
