import { compare } from '../../core/compare/compare.ts';
import { judge } from '../../core/judge.ts';
import { assessOpened } from '../../engine/assess.ts';
import { asksTheSame } from '../../engine/editions.ts';
import { type OpenedAnswers, openAnswers } from '../../engine/open.ts';
import { contentHash } from '../../files/content-hash.ts';
import { kindOfFile } from '../../files/find/answer-files.ts';
import { kindOfBytes } from '../../files/find/answer-kind.ts';
import { readFileBytes } from '../../files/read-file.ts';
import type { Answers } from '../../model/answers.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { IsoDate } from '../../model/text.ts';
import type { FormerFiles, Pairing } from '../before/former.ts';
import { type ChangeFacts, changeFacts } from '../rows/change.ts';
import { type Before, clientFacts, type FileRow, type GoneFacts, whoseIs } from '../rows/row.ts';
import { rowLine } from '../rows/row-line.ts';
import {
  hasReport,
  type ReportSources,
  type ReportTools,
  type Written,
  writeReport,
} from '../written/client-report.ts';

/** What files are assessed with; the same for every file of a run. */
export interface Tools extends ReportSources {
  readonly today: IsoDate;
  readonly version: string;
  /** The round before; `null` = there is none. */
  readonly former: FormerFiles | null;
  /** `null` where none are wanted. */
  readonly reports: ReportTools | null;
}

/** A file to look at. */
export interface Job {
  /** Of this round; or of the round before, of which is only told whose they are. */
  readonly kind: 'client' | 'former';
  readonly path: string;
  /** Where it lies. */
  readonly file: string;
  /** It was found in a folder or by a pattern: nobody said that it is an answer file. */
  readonly found: boolean;
  /** The path under the folder that was given: what a file of the round before may be called as well. */
  readonly within: string;
  /** What is kept of it from an earlier run with the same tools. */
  readonly known: Known | null;
}

export type Known = Pick<FileRow, 'sha256' | 'before' | 'report'> & { readonly whose: GoneFacts | null };

/** The row of a file as a line of JSON; `null` where what is kept of it still holds. Throws where a report cannot be written. */
export async function assessOne(job: Job, tools: Tools): Promise<string | null> {
  if (job.kind === 'former') return formerLine(job, tools);
  const bytes = readFileBytes(job.path, job.file);
  if (!bytes.ok)
    return rowLine({ ...nothing(job.path), findings: leftOut(job, bytes, null) ?? bytes.findings });
  const sha256 = contentHash(bytes.value);
  if (stillHolds(job, sha256, tools)) return null;
  const read = openAnswers(bytes.value, tools.catalog);
  const { findings } = read;
  if (!read.ok) {
    const aside = leftOut(job, read, bytes.value);
    return rowLine({ ...nothing(job.path), sha256, findings: aside ?? told(findings) });
  }
  const { answers } = read.value;
  const pairing = tools.former?.pair(job.within, whoseIs(answers)) ?? null;
  const older = pairing?.partner == null ? null : answersIn(pairing.partner.file, tools.catalog);
  const judging = { catalog: tools.catalog, answers, today: tools.today };
  const report = await reportOf(job.path, sha256, read.value, findings, tools);
  return rowLine({
    path: job.path,
    sha256,
    before: pairing === null ? null : beforeOf(pairing),
    report: report?.hash ?? null,
    findings: [
      ...(pairing === null ? [] : ofPairing(pairing, older)),
      ...told(findings),
      ...lettersOf(report),
    ],
    ...(pairing?.namesake?.path === job.within ? { gone: pairing.namesake.facts } : {}),
    client: clientFacts(judge(judging), answers, judging, changed(older, answers, tools)),
  });
}

/** Whose a file of the round before is. */
function formerLine({ path, file, known }: Job, { catalog }: Tools): string | null {
  const read = readFileBytes(path, file);
  const sha256 = read.ok ? contentHash(read.value) : null;
  if (sha256 !== null && known?.sha256 === null && known.before?.sha256 === sha256) return null;
  const answers = read.ok ? answersOf(read.value, catalog) : null;
  const before = { path, by: null, sha256, namesake: null };
  return rowLine({ ...nothing(path), before, gone: answers === null ? null : whoseIs(answers) });
}

const beforeOf = ({ partner, by, namesake }: Pairing): Before => ({
  path: partner?.path ?? null,
  by,
  sha256: partner?.sha256 ?? null,
  namesake: namesake?.sha256 ?? null,
});

/** What a person has to know of what a file is held against: nothing is compared, or left uncompared, in silence. */
function ofPairing({ partner, namesake }: Pairing, older: Answers | null): readonly Finding[] {
  const findings: Finding[] = [];
  if (namesake !== null) {
    const code = partner === null ? 'since-other-company' : 'since-other-file';
    const args = { path: namesake.path, compared: partner?.path ?? '' };
    findings.push({ severity: 'warning', code, args, location: null });
  }
  if (partner !== null && older === null) {
    const args = { path: partner.path };
    findings.push({ severity: 'warning', code: 'batch-since-unread', args, location: null });
  }
  return findings;
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

/** Letters a report shows otherwise than the client writes them: a name in a letter must not be copied from it. */
function lettersOf(report: Written | null): readonly Finding[] {
  if (report === null || report.letters.length === 0) return [];
  const args = { characters: report.letters };
  return [{ severity: 'warning', code: 'report-letters', args, location: null }];
}

/** What of reading a person has to know; hints stay in the client's own report. */
const told = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'info');

function answersIn(file: string, catalog: Catalog): Answers | null {
  const read = readFileBytes(file, file);
  return read.ok ? answersOf(read.value, catalog) : null;
}

function answersOf(bytes: Uint8Array, catalog: Catalog): Answers | null {
  const read = openAnswers(bytes, catalog);
  return read.ok ? read.value.answers : null;
}

function changed(
  older: Answers | null,
  answers: Answers,
  { catalog, today, version }: Tools,
): ChangeFacts | null {
  if (older === null) return null;
  const side = { catalog: asksTheSame(catalog, older) ? catalog : null, answers: older };
  return changeFacts(compare(side, { catalog, answers }, { today, version }), catalog);
}

function stillHolds({ known, path, within }: Job, sha256: string, tools: Tools): boolean {
  if (known === null || known.sha256 !== sha256) return false;
  const pairing = known.whose === null ? null : (tools.former?.pair(within, known.whose) ?? null);
  const before = pairing === null ? null : beforeOf(pairing);
  if (JSON.stringify(known.before) !== JSON.stringify(before)) return false;
  if (tools.reports === null || known.report === null) return true;
  return hasReport(path, known.report, tools.reports);
}

/** Writes the report where one is wanted: what has to be planned for it takes as long as judging, and a row needs none. */
async function reportOf(
  path: string,
  sha256: string,
  opened: OpenedAnswers,
  findings: readonly Finding[],
  tools: Tools,
): Promise<Written | null> {
  const { reports } = tools;
  if (reports === null) return null;
  const assessment = assessOpened(opened, findings, tools, { file: path, sha256 });
  return writeReport(assessment, opened.answers, tools, reports);
}
