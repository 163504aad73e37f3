import type { ComparedSide } from '../../model/comparison.ts';
import { showDate } from '../../words/dates.ts';
import { visibleLine } from '../../words/visible.ts';
import type { DiffInput } from './input.ts';
import { ledgerOf, overallOf, showsPoints } from './ledger.ts';

/** Whose answers of which days are compared, and how far they can be. */
export interface Opening {
  readonly company: string | null;
  readonly sides: string;
  readonly comparability: string;
}

export function openingOf({ comparison, words }: DiffInput): Opening {
  const { before, after, comparability } = comparison;
  const { both, either, ratio } = comparability;
  return {
    company:
      after.company === null
        ? null
        : visibleLine([after.company, after.site].filter((p) => p !== null).join(' ')),
    sides: words.t('diff.sides', {
      before: dayOf(before, words.lang) ?? words.t('diff.dateUnknown'),
      after: dayOf(after, words.lang) ?? words.t('diff.dateUnknown'),
    }),
    comparability:
      ratio === null
        ? words.t('diff.nothingAsked')
        : // Never 100 while one question differs.
          words.t('diff.comparability', { both, either, percent: Math.floor(ratio * 100 + 1e-9) }),
  };
}

const dayOf = ({ answersAsOf }: ComparedSide, lang: 'ja' | 'en'): string | null =>
  answersAsOf === null ? null : showDate(answersAsOf, lang);

/** Why no points are shown, or `null` where they are. */
export function withoutPoints(input: DiffInput): string | null {
  if (!showsPoints(input)) return input.words.t('diff.withheld');
  if (ledgerOf(input) !== null) return null;
  return overallOf(input)?.causes.length === 0 ? null : input.words.t('diff.noScore');
}

/** Whether there is nothing at all to tell. */
export function isUnchanged({ comparison }: DiffInput): boolean {
  const { items, gaps, accepted, verdicts, facts, catalog, withdrawn } = comparison;
  const lists = [
    ...[items, gaps.opened, gaps.closed, verdicts, facts, catalog.editions, catalog.added],
    ...[catalog.removed, accepted.added, accepted.ended, accepted.moved, accepted.expired],
    ...[withdrawn.severities, withdrawn.technologies],
  ];
  return withdrawn.depth === null && lists.every((list) => list.length === 0);
}
