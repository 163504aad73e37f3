import type { Assessment } from '../../model/assessment.ts';
import type { Hidden, ReportPages } from '../../model/report-pages.ts';
import type { IsoDate, Lang } from '../../model/text.ts';
import { jsonText } from '../../words/visible.ts';
import { concerningLists } from '../lists.ts';

/** Everything a printed plan depends on beside the answers, the day and the language. */
export interface PlanOptions {
  readonly pages: ReportPages;
  readonly handouts: boolean;
  readonly hide: readonly Hidden[];
  readonly attach: boolean;
  /** Person-days a month given on the command line. */
  readonly capacity: number | null;
}

/** What a PDF of ours says of its own making: enough to make it again from the answers. */
export interface PrintRecord extends PlanOptions {
  /** Of the tool. */
  readonly version: string;
  readonly lang: Lang;
  readonly asOf: IsoDate;
  readonly editions: Readonly<Record<string, string>>;
  /** Of the answer file. */
  readonly sha256: string;
  /** SHA-256 of what the answers say, however they are written; `null` in files of 0.1.0. */
  readonly meaning: string | null;
}

/** The record of a plan, as it stands in its PDF. `meaning`: SHA-256 of what the answers say. */
export function recordOf(
  assessment: Assessment,
  lang: Lang,
  options: PlanOptions,
  meaning: string | null,
): string {
  const { asOf, tool, editions, source } = assessment;
  const record = {
    version: tool.version,
    lang,
    asOf,
    sha256: source?.sha256 ?? '',
    editions: Object.fromEntries(concerningLists(assessment).map(({ id }) => [id, editions[id] ?? ''])),
    // Left out where it is not known: a record of 0.1.0 then comes out to the letter.
    ...(meaning === null ? {} : { meaning }),
    ...options,
  };
  return jsonText(record satisfies Partial<PrintRecord>);
}
