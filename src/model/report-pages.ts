/**
 * `standard`: what somebody who has ten minutes reads and signs · `president`: the first page alone · `plan`: overview,
 * law and the plan wave by wave · `full`: everything.
 */
export const REPORT_PAGES = ['standard', 'full', 'president', 'plan'] as const;
export type ReportPages = (typeof REPORT_PAGES)[number];
/** What is made where nobody says which pages. */
export const USUAL_PAGES: ReportPages = 'standard';

/** What a copy for others leaves out; `technologies` are their names, in whose place their ids stand. */
export const HIDDEN = ['notes', 'evidence', 'technologies'] as const;
export type Hidden = (typeof HIDDEN)[number];
