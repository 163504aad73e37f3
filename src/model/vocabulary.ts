/** The words of the field that have a closed set of values; below every other type, so that none needs another's file for them. */

/** How sure we are of a statement: read in an official text · reported by a reliable secondary source · our inference. */
export type Confidence = 'official' | 'secondary' | 'inferred';
export type Severity = 'critical' | 'major' | 'minor';
/** On a readiness list: presumably asked of every company · only where something applies · recommended. Our own estimate. */
export type ReadinessClass = 'assumed' | 'conditional' | 'optional';
/** The first depth at which a question is asked; each depth contains the ones before it. */
export type Depth = 'quick' | 'full' | 'evidence';
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';
export type Expert = 'none' | 'lawyer' | 'labour-consultant';
export type Cost = 'none' | 'up-to-10k' | 'up-to-100k' | 'quote';
export type WaveId = 'now' | 'd30' | 'd90' | 'd180' | 'd365';
/** Size class of a company, for effort: `small` ≤ 20 people, `medium` ≤ 100, `large` above. */
export type Size = 'small' | 'medium' | 'large';

export type VerdictOutcome = 'report-required' | 'confirm' | 'not-subject' | 'list-control-first' | 'stop';
