import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contentHash } from '../files/save.ts';
import { lookup } from './cache.ts';
import { reportName } from './client-report.ts';
import { isBelow } from './gone.ts';
import { FILES, reportsFolder } from './output.ts';
import { failuresIn, readHeader, rowsOf } from './rows-file.ts';

/**
 * Deletes the reports of an earlier run that speak of files this run has not; how many. Only what that run wrote, by
 * its rows, and nobody has changed since: a signed copy stays. A file that cannot be read today keeps its report.
 */
export function removeStaleReports(out: string, rows: string): number {
  const former = join(out, FILES.rows);
  const format = readHeader(former)?.reports ?? null;
  if (format === null || format !== readHeader(rows)?.reports) return 0;
  const dark = [...failuresIn(rows)].map(({ path }) => path);
  const present = lookup(rows);
  let removed = 0;
  try {
    for (const { row } of rowsOf(former, ({ text }) => !text.includes('"report":null'))) {
      const now = present.find(row.path)?.row;
      if ((now !== undefined && now.gone === undefined) || isBelow(row.path, dark)) continue;
      if (removeReport(reportsFolder(out), reportName(row.path, format), row.report)) removed++;
    }
  } finally {
    present.close();
  }
  return removed;
}

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
