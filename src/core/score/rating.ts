import type { ItemState } from '../../model/assessment.ts';

/** What an answer is worth: both ends in 0…1, or `null` where the item carries no weight. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const YES: Interval = { low: 1, high: 1 };
const PARTIAL: Interval = { low: 0.5, high: 0.5 };
const NO: Interval = { low: 0, high: 0 };
// Not knowing costs what "no" costs on the low end, never more, and leaves the high end open.
const OPEN: Interval = { low: 0, high: 1 };

/** The interval of a state (`docs/scoring.md` §2). */
export function rating(state: ItemState): Interval | null {
  switch (state) {
    case 'yes':
      return YES;
    case 'partial':
      return PARTIAL;
    case 'no':
      return NO;
    case 'unknown':
    case 'unanswered':
      return OPEN;
    case 'notApplicable':
    case 'notAsked':
    case 'outOfScope':
      return null;
  }
}
