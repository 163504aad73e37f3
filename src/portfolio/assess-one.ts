import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswers } from '../answers/read.ts';
import { assess } from '../core/assess.ts';
import { compare } from '../core/compare/compare.ts';
import { judge } from '../core/judge.ts';
import { kindOfBytes, kindOfFile } from '../files/answer-files.ts';
import { readFileBytes } from '../files/read-file.ts';
import { contentHash } from '../files/save.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import { decodeText } from '../text/decode.ts';
import type { Words } from '../words/messages.ts';
import { type ChangeFacts, changeFacts } from './change.ts';
import { type ReportTools, reportName, writeReport } from './client-report.ts';
import { clientFacts, type FileRow } from './row.ts';

/** What files are assessed with; the same for every file of a run. */
export interface Tools {
  readonly catalog: Catalog;
  readonly texts: () => CatalogTexts;
  readonly words: Words;
  readonly today: IsoDate;
  readonly version: string;
  /** Person-days a month; `null` = what the file or the size of the company says. */
  readonly capacity: number | null;
  /** `null` where none are wanted. */
  readonly reports: ReportTools | null;
}

/** A file to assess. */
export interface Job {
  readonly path: string;
  readonly file: string;
  /** It was found in a folder or by a pattern: nobody said that it is an answer file. */
  readonly found: boolean;
  /** The same file of the round before, where there is a round before. */
  readonly before: string | null;
  /** Only of the round before: there is nothing to assess. */
  readonly gone: boolean;
  /** What is kept of it from an earlier run with the same tools. */
  readonly known: Pick<FileRow, 'sha256' | 'before' | 'report'> | null;
}

/** The row of a file as a line of JSON; `null` where what is kept of it still holds. Throws where a report cannot be written. */
export async function assessOne(job: Job, tools: Tools): Promise<string | null> {
  if (job.gone) return goneLine(job, tools);
  const bytes = readFileBytes(job.path, job.file);
  if (!bytes.ok)
    return lineOf({ ...nothing(job.path), findings: leftOut(job, bytes, null) ?? bytes.findings });
  const sha256 = contentHash(bytes.value);
  const former = job.before === null ? null : formerBytes(job.before);
  const before = former === null ? null : contentHash(former);
  if (stillHolds(job, sha256, before, tools)) return null;
  const decoded = decodeText(bytes.value);
  const read = decoded.ok ? readAnswers(decoded.value.text, tools.catalog) : decoded;
  const findings = [...(decoded.ok ? decoded.findings : []), ...read.findings];
  if (!read.ok) {
    const aside = leftOut(job, read, bytes.value);
    return lineOf({ ...nothing(job.path), sha256, before, findings: aside ?? told(findings) });
  }
  const older = former === null ? null : formerAnswers(former, tools.catalog);
  const unread: readonly Finding[] =
    former !== null && older === null
      ? [{ severity: 'warning', code: 'batch-since-unread', args: { path: job.path }, location: null }]
      : [];
  const judging = { catalog: tools.catalog, answers: read.value, today: tools.today };
  return lineOf({
    path: job.path,
    sha256,
    before,
    report: await reportOf(job.path, sha256, read.value, findings, tools),
    findings: [...unread, ...told(findings)],
    client: clientFacts(judge(judging), read.value, tools.catalog, changed(older, read.value, tools)),
  });
}

function goneLine({ path, before: file, known }: Job, { catalog }: Tools): string | null {
  const former = file === null ? null : formerBytes(file);
  const before = former === null ? null : contentHash(former);
  if (before !== null && known?.sha256 === null && known.before === before) return null;
  const older = former === null ? null : formerAnswers(former, catalog);
  if (older === null) return lineOf({ ...nothing(path), before, gone: null });
  const { name, site, corporateNumber } = older.company;
  return lineOf({ ...nothing(path), before, gone: { name, site, corporateNumber } });
}

const NOT_ANSWERS: Finding = { severity: 'warning', code: 'file-not-answers', args: {}, location: null };

/**
 * What is said of a file that lies among the answers and is plainly something else; `null` = it is to be mended. Only a
 * file that could not be read is looked at twice.
 */
function leftOut(
  { file, found }: Job,
  { findings }: Outcome<unknown>,
  bytes: Uint8Array | null,
): readonly Finding[] | null {
  if (!found || findings.some(({ code }) => UNSEEN.has(code))) return null;
  const kind = bytes === null ? kindOfFile(file) : kindOfBytes(bytes);
  return kind === 'policy' || kind === 'other-yaml' ? [NOT_ANSWERS] : null;
}

/** There is nothing behind these names that could be looked at. */
const UNSEEN: ReadonlySet<string> = new Set(['file-not-found', 'file-unreadable', 'file-is-folder']);

const nothing = (path: string): FileRow => ({
  path,
  sha256: null,
  before: null,
  report: null,
  findings: [],
  client: null,
});

const lineOf = (row: FileRow): string => JSON.stringify(row);

/** What of reading a person has to know; hints stay in the client's own report. */
const told = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'info');

function formerBytes(path: string): Uint8Array | null {
  const read = readFileBytes(path, path);
  return read.ok ? read.value : null;
}

function formerAnswers(bytes: Uint8Array, catalog: Catalog): Answers | null {
  const decoded = decodeText(bytes);
  const read = decoded.ok ? readAnswers(decoded.value.text, catalog) : decoded;
  return read.ok ? read.value : null;
}

function changed(
  older: Answers | null,
  answers: Answers,
  { catalog, today, version }: Tools,
): ChangeFacts | null {
  if (older === null) return null;
  const known = catalog.checklists.every(
    ({ id, edition }) => (older.assessment.editions[id] ?? edition) === edition,
  );
  const side = { catalog: known ? catalog : null, answers: older };
  return changeFacts(compare(side, { catalog, answers }, { today, version }), catalog);
}

function stillHolds({ known, path }: Job, sha256: string, before: string | null, tools: Tools): boolean {
  if (known === null || known.sha256 !== sha256 || known.before !== before) return false;
  if (tools.reports === null || known.report === null) return true;
  const report = join(tools.reports.folder, reportName(path, tools.reports.format));
  return existsSync(report) && contentHash(readFileSync(report)) === known.report;
}

/** Writes the report where one is wanted: what has to be planned for it takes as long as judging, and a row needs none. */
async function reportOf(
  path: string,
  sha256: string,
  answers: Answers,
  findings: readonly Finding[],
  tools: Tools,
): Promise<string | null> {
  const { catalog, today, version, capacity, reports } = tools;
  if (reports === null) return null;
  const assessment = assess({
    ...{ catalog, answers, today, version, findings, source: { file: path, sha256 } },
    ...(capacity === null ? {} : { capacity }),
  });
  return writeReport(assessment, answers, tools, reports);
}
