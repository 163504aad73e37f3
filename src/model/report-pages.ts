/**
 * `standard`: what somebody who has ten minutes reads and signs · `president`: the first page alone · `plan`: overview,
 * law and the plan wave by wave · `full`: everything.
 */
export type ReportPages = 'standard' | 'full' | 'president' | 'plan';

/** What a copy for others leaves out; `technologies` are their names, in whose place their ids stand. */
export type Hidden = 'notes' | 'evidence' | 'technologies';
