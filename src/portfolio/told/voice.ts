import type { Finding } from '../../model/finding.ts';

/** Where lines about a run go, in the order they are said: `result` is what was asked for, `aside` all else. */
export interface Voice {
  readonly result: (line: string) => void;
  readonly aside: (line: string) => void;
}

/** Who reads along. */
export interface Readers {
  /** How a file that gives no result is told where nobody may be named; `null` = by its own name. */
  readonly discreetly: ((path: string, finding: Finding) => string) | null;
  /** Columns of the screen people read on; `null` = another program reads. */
  readonly columns: number | null;
}

/** Of a long list, so many are said; all of them stand in a table. */
export const SHOWN = 5;
