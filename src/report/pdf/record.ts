import type { IsoDate, Lang } from '../../model/text.ts';
import type { Hidden, ReportPages } from '../document/input.ts';

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
