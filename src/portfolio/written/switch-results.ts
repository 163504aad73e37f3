import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { contentHash } from '../../files/content-hash.ts';
import { mayReplaceAt } from '../../files/own-kind.ts';
import { targetOf } from '../../files/save/save.ts';
import { switchAll, type Waiting } from '../../files/save/switch.ts';
import type { Finding } from '../../model/finding.ts';
import type { ClientFormat } from '../../report/formats.ts';
import { rowsOf } from '../rows/rows-file.ts';
import { reportName } from './client-report.ts';
import { cacheOf, foreignAt, reportsFolder, waitingReports } from './output.ts';
import { copyAside, makeFolder, type WholeFile } from './write-whole.ts';

/** A folder of results, and how messages call it. */
export interface Place {
  readonly out: string;
  readonly name: string;
}

/** The sign of a report that is a page. */
const HTML = '<!doctype html><!-- wazamori report -->';

/**
 * Gives the files of a run their names: all of them or none, so that tables, pages and reports always tell of one run.
 * The finding where one could not have its name; nothing stays aside in the output.
 */
export function switchResults(
  { out, name }: Place,
  files: readonly WholeFile[],
  format: ClientFormat | null,
): Finding | null {
  const copies: WholeFile[] = [];
  try {
    const reports = format === null ? [] : reportsIn(out, format, copies);
    const all = [...files.map((file) => file.settle()), ...reports];
    const own = [format === 'html' ? HTML : 'pdf'];
    const folder = reportsFolder(out) + sep;
    const foreign = all.find((file) => file.name.startsWith(folder) && !mayReplaceAt(file.target, own));
    if (foreign !== undefined) return foreignAt(join(name, relative(out, foreign.name)));
    const problem = switchAll(all.map((file) => ({ ...file, name: join(name, relative(out, file.name)) })));
    if (problem === null) rmSync(waitingReports(out), { recursive: true, force: true });
    return problem;
  } finally {
    for (const file of [...files, ...copies]) file.discard();
  }
}

/** The reports that wait in the cache, by the rows of the run; where the output lies on another disk, copies beside it. */
function reportsIn(out: string, format: ClientFormat, copies: WholeFile[]): readonly Waiting[] {
  const [from, to] = [waitingReports(out), reportsFolder(out)];
  if (!existsSync(from)) return [];
  makeFolder(to);
  const near = statSync(from).dev === statSync(to).dev;
  const waiting: Waiting[] = [];
  for (const { row } of rowsOf(cacheOf(out).rows, ({ text }) => !text.includes('"report":null'))) {
    const report = reportName(row.path, format);
    const [aside, target] = [join(from, report), join(to, report)];
    // One that waits since a run that was killed before it wrote down the row is of other answers.
    if (!existsSync(aside) || contentHash(readFileSync(aside)) !== row.report) continue;
    makeFolder(dirname(target));
    if (near) waiting.push({ aside, target: targetOf(target), name: target });
    else {
      const copy = copyAside(aside, target);
      copies.push(copy);
      waiting.push(copy.settle());
    }
  }
  return waiting;
}
