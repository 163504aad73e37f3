/** The files a plan can be made as; apart from what makes them, for the command line names them before anything is loaded. */
export const REPORT_FORMATS = ['pdf', 'html', 'md', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
