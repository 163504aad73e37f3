import { wholePoints } from '../../core/score/score.ts';
import type { Points, ScoreChange } from '../../model/comparison.ts';
import { isTooUnknown } from '../headline.ts';
import { type DiffInput, effectText } from './input.ts';

/** How the overall score came from then to now, as an account people can add up. */
export interface Ledger {
  readonly before: Points;
  readonly rows: readonly { readonly label: string; readonly by: Points }[];
  readonly after: Points;
  /** What is owed to other questions being counted; `null` where nothing is. */
  readonly scope: string | null;
}

/** Whether people are shown numbers at all: not while too much of either side is unknown. */
export function showsPoints({ comparison, weights }: DiffInput): boolean {
  const { before, after } = comparison;
  return !isTooUnknown(before.coverage, weights) && !isTooUnknown(after.coverage, weights);
}

export const overallOf = ({ comparison }: DiffInput): ScoreChange | undefined =>
  comparison.scores.find(({ group }) => group === 'overall');

/**
 * In whole points, as scores are shown: each row is the difference of two rounded scores on the way, so the column
 * adds up. `null` where there are no numbers to show.
 */
export function ledgerOf(input: DiffInput): Ledger | null {
  const overall = overallOf(input);
  if (overall === undefined || !showsPoints(input)) return null;
  const { before, after, change, causes } = overall;
  if (before === null || after === null || change === null) return null;
  const { words } = input;
  let at = before;
  const rows = causes.map(({ cause, effect }) => {
    const next = { low: at.low + (effect?.low ?? 0), high: at.high + (effect?.high ?? 0) };
    const by = minus(whole(next), whole(at));
    at = next;
    return { label: words.t(`diff.cause.${cause}`), by };
  });
  const scope = effectText(overall.byScope, words);
  return {
    before: whole(before),
    rows,
    after: whole(after),
    scope: scope === null ? null : words.t('diff.scope', { effect: scope }),
  };
}

const whole = ({ low, high }: Points): Points => ({ low: wholePoints(low), high: wholePoints(high) });
const minus = (a: Points, b: Points): Points => ({ low: a.low - b.low, high: a.high - b.high });

/** Whole points with their sign. */
export function signedWhole(points: number): string {
  if (points === 0) return '±0';
  return points > 0 ? `+${points}` : `−${-points}`;
}
