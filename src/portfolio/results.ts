import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import type { PdfReport } from '../report/pdf/input.ts';
import { anonymousCsv, anonymousJson } from './anonymous-tables.ts';
import { type Aside, type ClientIndex, indexClients, type Told } from './client-index.ts';
import { clientsIn } from './clients.ts';
import { type Column, createColumn } from './column.ts';
import { BOM, errorLines, errorsHead, summaryHead, summaryLine } from './csv.ts';
import { type Gone, goneIn } from './gone.ts';
import { clientJson, headJson, type JsonHead, tailJson } from './json.ts';
import { FILES } from './output.ts';
import { type PhraseInput, shownRange } from './phrases.ts';
import { type Line, openRows, type RowsHeader, rowsOf } from './rows-file.ts';
import { createTotals, type Totals } from './totals.ts';
import { createQueue, reasonsOf, turnOf } from './visits.ts';
import { copyWhole, openWhole, type WholeFile, writeWhole } from './write-whole.ts';

export interface ResultsInput extends PhraseInput {
  /** The finished file of rows. */
  readonly rows: string;
  readonly header: RowsHeader;
  /** Folder of the results. */
  readonly out: string;
  /** Points a client's low end should reach. */
  readonly min: number | null;
  /** Without anything that tells one client from another. */
  readonly anonymous: boolean;
}

/** What all pages and tables are made of. */
export interface Standings {
  readonly index: ClientIndex;
  readonly totals: Totals;
  readonly files: JsonHead['files'];
  /** Numbers of rows in the order of visits. */
  readonly queue: Int32Array;
  /** Clients of the round before that are missing now. */
  readonly gone: readonly Gone[];
  /** Numbers of rows of clients that count as below `min`, though too much is unknown for their points to be shown. */
  readonly unshown: Column;
}

/** Reads the rows: which clients there are, what holds for all of them, in which order to visit them. */
export function standingsOf({ rows, header, catalog, min }: ResultsInput): Standings {
  const unshown = createColumn();
  const index = indexClients(rows);
  const totals = createTotals(catalog, min, header.since);
  const queue = createQueue();
  for (const placed of clientsIn(index, catalog)) {
    const reasons = reasonsOf(placed.client, catalog, header.asOf);
    totals.add(placed.client, reasons);
    if (min !== null && (placed.client.score.low ?? 0) < min && shownRange(placed.client, catalog) === null)
      unshown.push(placed.index);
    queue.add(placed.index, turnOf(reasons, placed.client));
  }
  const { read, failed, leftOut, sites, aside, byName, doubts } = index;
  const left = aside.copy + aside.older + aside['same-day'];
  const files = { read, failed, sites, aside: left, uncounted: aside, leftOut, byName, doubts };
  const gone = header.since ? goneIn(rows) : [];
  return { index, totals: totals.totals(), files, queue: queue.inOrder(), gone, unshown };
}

/** Writes the tables of a run: errors.csv, summary.csv, summary.json, and the rows they were made of. Their names. */
export function writeTables(input: ResultsInput, standings: Standings): readonly string[] {
  const { out, rows } = input;
  if (input.anonymous) {
    writeWhole(join(out, FILES.summary), anonymousCsv(standings.totals, input));
    writeWhole(join(out, FILES.json), anonymousJson(input.header, standings.totals));
    return [FILES.summary, FILES.json];
  }
  writeTogether(
    [join(out, FILES.errors), join(out, FILES.summary), join(out, FILES.json)],
    ([errors, summary, json]) => {
      if (errors === undefined || summary === undefined || json === undefined) return;
      writeErrors(errors, input, standings);
      writeClients(summary, json, input, standings);
    },
  );
  copyWhole(rows, join(out, FILES.rows));
  return [FILES.summary, FILES.json, FILES.errors, FILES.rows];
}

/** All of them or none: a full disk leaves the results of the run before as they were. */
function writeTogether(paths: readonly string[], write: (files: readonly WholeFile[]) => void): void {
  const files: WholeFile[] = [];
  try {
    for (const path of paths) files.push(openWhole(path));
    write(files);
    for (const file of files) file.settle();
  } catch (error) {
    for (const file of files) file.discard();
    throw error;
  }
  for (const file of files) file.commit();
}

// Nearly all rows have nothing to tell: those are not even parsed.
const SILENT = /"findings":\[\]/;

function writeErrors(errors: WholeFile, input: ResultsInput, { index }: Standings): void {
  errors.write(`${BOM}${errorsHead(input)}`);
  const file = openRows(input.rows);
  const pathAt = (row: number): string => file.at(index.offsets.at(row), index.lengths.at(row)).path;
  let at = -1;
  const wanted = ({ text }: Line): boolean => {
    at++;
    return !SILENT.test(text) || index.told(at) !== null;
  };
  try {
    for (const { row } of rowsOf(input.rows, wanted)) {
      const told = index.told(at);
      const own = told === null ? [] : toldFindings(told, row.client?.date ?? null, pathAt);
      errors.write(errorLines({ ...row, findings: [...own, ...row.findings] }, input));
    }
  } finally {
    file.close();
  }
}

/** Why a file does not count, by what it was joined to others, and where two files may be one company. */
function toldFindings(
  { aside, joined, doubt }: Told,
  date: string | null,
  pathAt: (row: number) => string,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (aside !== null) findings.push(asideFinding(aside.why, pathAt(aside.counted), date ?? ''));
  if (joined !== null && aside?.why !== 'copy') {
    const code = joined.by === 'name' ? 'identity-by-name' : 'identity-renamed';
    findings.push({ severity: 'info', code, args: { other: pathAt(joined.other) }, location: null });
  }
  if (doubt !== null) {
    const args = { other: pathAt(doubt.other) };
    findings.push({ severity: 'warning', code: doubt.code, args, location: null });
  }
  return findings;
}

function asideFinding(why: Aside, counted: string, date: string): Finding {
  switch (why) {
    case 'older':
      return date === ''
        ? { severity: 'warning', code: 'batch-undated-visit', args: { counted }, location: null }
        : { severity: 'info', code: 'batch-older-visit', args: { counted, date }, location: null };
    case 'copy':
      return { severity: 'warning', code: 'batch-copy', args: { counted }, location: null };
    case 'same-day':
      return { severity: 'warning', code: 'batch-same-site', args: { counted }, location: null };
  }
}

function writeClients(
  summary: WholeFile,
  json: WholeFile,
  input: ResultsInput,
  { index, totals, files, queue, gone }: Standings,
): void {
  const turns = new Int32Array(index.count);
  queue.forEach((row, turn) => {
    turns[row] = turn + 1;
  });
  const { header, catalog } = input;
  summary.write(`${BOM}${summaryHead(input)}`);
  json.write(headJson({ header, totals, files }));
  let first = true;
  for (const { index: row, client } of clientsIn(index, catalog)) {
    const reasons = reasonsOf(client, catalog, header.asOf);
    const turn = turns[row] ?? 0;
    summary.write(summaryLine(client, turn, reasons, header.since, input));
    json.write(`${first ? '\n' : ',\n'}${clientJson(client, turn, reasons, input)}`);
    first = false;
  }
  json.write(tailJson(header.since ? gone : null));
}

/** Prints portfolio.pdf and lets tell what could not be printed as written; the PDF engine is loaded here and not before. */
export async function writePortfolio(
  input: ResultsInput,
  standings: Standings,
  fontsDir: string,
  tell: (printed: PdfReport) => void,
): Promise<readonly string[]> {
  const { renderPortfolio } = await import('./document/print.ts');
  const printed = await renderPortfolio(input, standings, fontsDir);
  writeWhole(join(input.out, FILES.pdf), printed.bytes);
  tell(printed);
  return [FILES.pdf];
}
