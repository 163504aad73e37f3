import type { Facts } from '../../core/condition.ts';
import { isAsked } from '../../core/score/standing.ts';
import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { IsoDate } from '../../model/text.ts';

/** What the regression rules need of an earlier result; a whole {@link Assessment} is one. */
export type Baseline = Pick<Assessment, 'depth' | 'editions' | 'score'> & {
  readonly items: readonly Pick<
    Assessment['items'][number],
    'id' | 'checklist' | 'state' | 'severity' | 'low'
  >[];
  readonly verdicts: readonly Pick<Assessment['verdicts'][number], 'technology' | 'checklist' | 'outcome'>[];
  /** What was known of the company; a saved result does not say. */
  readonly facts?: Facts;
  /** What was written; a saved result does not say, so that nothing quiet is seen against one. */
  readonly answers?: Answers;
};

export type ItemBefore = Baseline['items'][number];
export type ItemNow = Assessment['items'][number];

/** Every item known before, beside what it is now (`undefined` = the catalogue has it no more). */
export function beforeAndNow(
  baseline: Baseline,
  { items }: Pick<Assessment, 'items'>,
): readonly { readonly was: ItemBefore; readonly now: ItemNow | undefined }[] {
  const current = new Map(items.map((item) => [item.id, item]));
  return baseline.items.map((was) => ({ was, now: current.get(was.id) }));
}

/** Counted in the score before: asked, and neither 当てはまらない nor empty. */
export const counted = ({ state, low }: Pick<ItemBefore, 'state' | 'low'>): boolean =>
  isAsked(state) && state !== 'notApplicable' && low !== null;

/** Days an honest answer has until what it brought to light counts. */
export const GRACE_DAYS = 90;

/**
 * From the day the answers describe: that is when the company said so. Without one, or with one still to come, from the
 * day of the answers before, for a grace that begins anew each day never ends; where none is known, from today.
 */
export const graceFrom = (
  { assessment: { date } }: Pick<Answers, 'assessment'>,
  baseline: Baseline | null,
  today: IsoDate,
): IsoDate => {
  if (date !== null && date <= today) return date;
  const before = baseline?.answers?.assessment.date ?? null;
  return before === null || before > today ? today : before;
};
