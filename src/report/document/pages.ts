import type { Hidden, ReportPages } from '../../model/report-pages.ts';

export const REPORT_PAGES = [
  'standard',
  'full',
  'president',
  'plan',
] as const satisfies readonly ReportPages[];
/** What is made where nobody says which pages. */
export const USUAL_PAGES: ReportPages = 'standard';
export const HIDDEN = ['notes', 'evidence', 'technologies'] as const satisfies readonly Hidden[];
