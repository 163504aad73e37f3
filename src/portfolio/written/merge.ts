import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { ClientFormat } from '../../report/formats.ts';
import { jsonText } from '../../words/visible.ts';
import { readHeader, rowsOf, rowsVersion, type StoredRow } from '../rows/rows-file.ts';
import { ROWS_VERSION, type RowsHeader } from '../rows/rows-header.ts';
import { joinShares, type Shares } from '../rows/shard.ts';
import { reportName } from './client-report.ts';
import { FILES, reportsFolder } from './output.ts';
import { copyAside, makeFolder, openWhole, type WholeFile } from './write-whole.ts';

/** A folder of results, as it was typed and where it lies. */
export interface Part {
  readonly name: string;
  readonly folder: string;
}

/**
 * Joins the rows of several runs into one file, as one run over all of them would have written it: sorted by path, each
 * once. Associative, for all it takes is rows. Errors: batch-no-rows, batch-rows-differ, batch-rows-conflict,
 * batch-rows-broken: where a row cannot be read, its file cannot be assessed again here.
 */
export function mergeRows(parts: readonly Part[], target: string): Outcome<RowsHeader> {
  const header = commonHeader(parts);
  if (!header.ok) return header;
  const merged = openWhole(target);
  let broken: Finding | null = null;
  const files = parts.map(({ name, folder }) =>
    rowsOf(
      join(folder, FILES.rows),
      () => true,
      (line) => {
        const args = { path: name, line };
        broken ??= { severity: 'error', code: 'batch-rows-broken', args, location: null };
      },
    ),
  );
  try {
    merged.write(`${jsonText(header.value)}\n`);
    for (const row of joined(files)) {
      if (typeof row === 'string') {
        merged.discard();
        return failed({
          severity: 'error',
          code: 'batch-rows-conflict',
          args: { path: row },
          location: null,
        });
      }
      merged.write(`${row.line.text}\n`);
    }
    if (broken !== null) {
      merged.discard();
      return failed(broken);
    }
    merged.commit();
    return header;
  } catch (error) {
    merged.discard();
    throw error;
  } finally {
    for (const file of files) file.return(undefined);
  }
}

/** Copies of the reports of single clients, each waiting for its place beside the merged results. */
export function mergedReports(
  parts: readonly Part[],
  rows: string,
  out: string,
  format: ClientFormat,
): readonly WholeFile[] {
  const copies: WholeFile[] = [];
  try {
    for (const { row } of rowsOf(rows)) {
      if (row.report === null) continue;
      const name = reportName(row.path, format);
      const from = parts
        .map(({ folder }) => join(reportsFolder(folder), name))
        .find((path) => existsSync(path));
      const to = join(reportsFolder(out), name);
      if (from === undefined || from === to) continue;
      makeFolder(dirname(to));
      copies.push(copyAside(from, to));
    }
    return copies;
  } catch (error) {
    for (const copy of copies) copy.discard();
    throw error;
  }
}

/**
 * Why folders cannot be merged, as far as their first lines tell; asked before anything is written. `catalog` is the
 * hash of the rules in use: rows of others would be told with the wrong questions' names.
 */
export function partsProblem(parts: readonly Part[], catalog: string): Finding | null {
  const header = commonHeader(parts);
  if (!header.ok) return header.findings[0] ?? null;
  if (header.value.catalog === catalog) return null;
  const args = { path: parts[0]?.name ?? '' };
  return { severity: 'error', code: 'batch-catalog-differs', args, location: null };
}

function commonHeader(parts: readonly Part[]): Outcome<RowsHeader> {
  let common: RowsHeader | null = null;
  const shares: (readonly Shares[] | undefined)[] = [];
  for (const { name, folder } of parts) {
    const header = readHeader(join(folder, FILES.rows));
    if (header === null) return failed(noRows(name, folder));
    if (common !== null && common.key !== header.key)
      return failed({ severity: 'error', code: 'batch-rows-differ', args: { path: name }, location: null });
    common ??= header;
    shares.push(header.shares);
  }
  if (common === null) return failed({ severity: 'error', code: 'usage-no-paths', args: {}, location: null });
  const { shares: _, ...whole } = common;
  const joint = joinShares(shares);
  return { ok: true, value: joint === undefined ? whole : { ...whole, shares: joint }, findings: [] };
}

/** Rows of another version are no rows to us, but whoever made them is to know why. */
function noRows(name: string, folder: string): Finding {
  const given = rowsVersion(join(folder, FILES.rows));
  if (given === null || given === ROWS_VERSION)
    return { severity: 'error', code: 'batch-no-rows', args: { path: name }, location: null };
  const args = { path: name, given, known: ROWS_VERSION };
  return { severity: 'error', code: 'batch-rows-version', args, location: null };
}

const failed = (finding: Finding): Outcome<RowsHeader> => ({ ok: false, findings: [finding] });

/** Sorted lists as one; the same row in two of them counts once, two different rows of a path end it with the path. */
function* joined(files: readonly Generator<StoredRow>[]): Generator<StoredRow | string> {
  const heads = files.map((file) => file.next());
  for (;;) {
    let least: StoredRow | null = null;
    for (const head of heads) {
      if (head.done !== true && (least === null || head.value.row.path < least.row.path)) least = head.value;
    }
    if (least === null) return;
    for (const [i, head] of heads.entries()) {
      if (head.done === true || head.value.row.path !== least.row.path) continue;
      if (head.value.line.text !== least.line.text) return yield least.row.path;
      const next = files[i]?.next();
      if (next !== undefined) heads[i] = next;
    }
    yield least;
  }
}
