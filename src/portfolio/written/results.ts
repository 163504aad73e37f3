import { join } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { PdfReport } from '../../report/pdf/input.ts';
import type { Told } from '../clients/client-index.ts';
import type { Aside } from '../clients/settle.ts';
import { type Line, openRows, rowsOf } from '../rows/rows-file.ts';
import { anonymousCsv, anonymousJson } from '../tables/anonymous-tables.ts';
import { clientsIn } from '../tables/clients.ts';
import { BOM, errorLines, errorsHead, summaryHead, summaryLine } from '../tables/csv.ts';
import { clientJson, headJson, tailJson } from '../tables/json.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import { reasonsOf } from '../tables/visits.ts';
import { FILES } from './output.ts';
import { copyInto, openWhole, type WholeFile } from './write-whole.ts';

/**
 * Everything a run tells, written whole but still aside: portfolio.pdf, the tables, and the rows they were made of. The
 * PDF engine is loaded here and not before. `tell` hears what could not be printed as it is written.
 */
export async function writeResults(
  input: ResultsInput,
  standings: Standings,
  fontsDir: string,
  tell: (printed: PdfReport) => void,
): Promise<readonly WholeFile[]> {
  const { renderPortfolio } = await import('../document/print.ts');
  const printed = await renderPortfolio(input, standings, fontsDir);
  tell(printed);
  const portfolio = openTogether([join(input.out, FILES.pdf)], ([file]) => file?.write(printed.bytes));
  try {
    return [...portfolio, ...writeTables(input, standings)];
  } catch (error) {
    for (const file of portfolio) file.discard();
    throw error;
  }
}

/** The tables of a run, written whole but still aside: summary.csv, summary.json, errors.csv, rows.jsonl. */
export function writeTables(input: ResultsInput, standings: Standings): readonly WholeFile[] {
  const at = (...names: readonly string[]): readonly string[] => names.map((name) => join(input.out, name));
  if (input.anonymous)
    return openTogether(at(FILES.summary, FILES.json), ([summary, json]) => {
      summary?.write(anonymousCsv(standings.totals, input));
      json?.write(anonymousJson(input.header, standings.totals));
    });
  const named = at(FILES.summary, FILES.json, FILES.errors, FILES.rows);
  return openTogether(named, ([summary, json, errors, rows]) => {
    if (summary === undefined || json === undefined || errors === undefined || rows === undefined) return;
    writeErrors(errors, input, standings);
    writeClients(summary, json, input, standings);
    copyInto(rows, input.rows);
  });
}

/** Opened, written and settled; where one cannot be, none stays. */
function openTogether(
  paths: readonly string[],
  write: (files: readonly WholeFile[]) => void,
): readonly WholeFile[] {
  const files: WholeFile[] = [];
  try {
    for (const path of paths) files.push(openWhole(path));
    write(files);
    for (const file of files) file.settle();
    return files;
  } catch (error) {
    for (const file of files) file.discard();
    throw error;
  }
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
