import type { FindingCode } from '../../model/finding.ts';
import { csvCell } from '../../report/csv/cell.ts';
import { describeFinding } from '../../report/finding.ts';
import { dayOf, type FileRow } from '../rows/row.ts';
import { changeText, clientName, type PhraseInput, reasonText, shownRange } from './client-sentences.ts';
import type { Client } from './clients.ts';
import type { Reason } from './visits.ts';

/** A cell: numbers go in as they are, so that a spreadsheet can count with them. */
export type CsvCell = string | number | null;

/** The mark by which Japanese Excel knows UTF-8. */
export const BOM = '\uFEFF';

/** One line for Japanese Excel: CRLF, no cell that a spreadsheet would run as a formula. */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''))).join(',')}\r\n`;

const COUNTS = ['yes', 'partial', 'no', 'unknown', 'unanswered', 'notApplicable'] as const;

const SUMMARY = [
  ...['path', 'company', 'site', 'corporateNumber', 'industry', 'employees', 'date', 'visit', 'reason'],
  ...['low', 'high', 'asked', ...COUNTS, 'critical', 'legal', 'files', 'change', 'keepUntil'],
] as const;

export const summaryHead = ({ words }: Pick<PhraseInput, 'words'>): string =>
  csvLine(SUMMARY.map((column) => words.t(`portfolio.column.${column}`)));

/** One client of summary.csv; `visit` is its place in the order of visits. */
export function summaryLine(
  client: Client,
  visit: number,
  reasons: readonly Reason[],
  since: boolean,
  input: PhraseInput,
): string {
  const { coverage } = client.score;
  const range = shownRange(client, input.catalog);
  return csvLine([
    client.path,
    client.name,
    client.sites.length > 1
      ? clientName({ ...client, name: '' }, input.words)
      : (client.sites[0]?.site ?? null),
    client.corporateNumber,
    client.industry,
    client.employees,
    client.date,
    visit,
    reasonText(reasons, input),
    range?.low ?? null,
    range?.high ?? null,
    coverage.asked,
    ...COUNTS.map((state) => coverage[state]),
    client.critical.length,
    client.legal[0] === undefined ? null : dayOf(client.legal[0]),
    client.sites.length > 1 ? client.sites.map(({ path }) => path).join('\n') : null,
    since ? changeText(client, input) : null,
    client.keepUntil,
  ]);
}

const ERRORS = ['place', 'file', 'line', 'column', 'severity', 'code', 'message'] as const;

export const errorsHead = ({ words }: Pick<PhraseInput, 'words'>): string =>
  csvLine(ERRORS.map((column) => words.t(`portfolio.column.${column}`)));

/** What reading a file had to tell, each with its `file:line:column`. */
export function errorLines({ path, findings }: FileRow, { texts, words }: PhraseInput): string {
  return findings
    .map(({ location, ...finding }) =>
      csvLine([
        location === null ? path : `${path}:${location.line}:${location.column}`,
        path,
        location?.line ?? null,
        location?.column ?? null,
        words.t(`portfolio.severity.${finding.severity}`),
        finding.code satisfies FindingCode,
        // A row of another machine may name what this version does not know.
        words.has(`finding.${finding.code}`)
          ? describeFinding({ ...finding, location } as FileRow['findings'][number], texts, words)
          : finding.code,
      ]),
    )
    .join('');
}
