import type { Hidden, ReportPages } from '../model/report-pages.ts';
import type { AskedPages, ReportFormat } from './formats.ts';

/** The options of `wazamori report`, as they were typed. */
export interface ReportFlags {
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly pages?: AskedPages;
  readonly section?: string;
  readonly handouts?: true;
  readonly hide?: readonly Hidden[];
  readonly attach?: true;
  /** `true`: the password stands in WAZAMORI_PASSWORD. */
  readonly password?: string | true;
  readonly capacity?: number;
}

/** Those of a plan, where the pages are settled. */
export interface PlanFlags extends ReportFlags {
  readonly pages: ReportPages;
}
