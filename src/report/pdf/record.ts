import type { Assessment } from '../../model/assessment.ts';
import type { Hidden, ReportPages } from '../../model/report-pages.ts';
import type { IsoDate, Lang } from '../../model/text.ts';
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
}

/** The record of a plan, as it stands in its PDF. */
export function recordOf(assessment: Assessment, lang: Lang, options: PlanOptions): string {
  const { asOf, tool, editions, source } = assessment;
  const record: PrintRecord = {
    ...{ version: tool.version, lang, asOf, sha256: source?.sha256 ?? '' },
    editions: Object.fromEntries(concerningLists(assessment).map(({ id }) => [id, editions[id] ?? ''])),
    ...options,
  };
  return JSON.stringify(record);
}
