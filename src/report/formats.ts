import type { Hidden, ReportPages } from '../model/report-pages.ts';

/** The files a plan can be made as; apart from what makes them, for the command line names them before anything is loaded. */
export const REPORT_FORMATS = ['pdf', 'html', 'md', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The sets of pages, the usual one first, and what a copy may leave out: `report/document/pages.ts` says the same. */
export const REPORT_PAGES = [
  'standard',
  'full',
  'president',
  'plan',
] as const satisfies readonly ReportPages[];
export const USUAL_PAGES: ReportPages = REPORT_PAGES[0];
export const HIDDEN = ['notes', 'evidence', 'technologies'] as const satisfies readonly Hidden[];
