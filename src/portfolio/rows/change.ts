import type { Catalog } from '../../model/catalog.ts';
import type { ChangeCause, Comparison, Points } from '../../model/comparison.ts';

/** What changed for one file since the round before; items as catalogue indices. */
export interface ChangeFacts {
  /** Of both ends of the range; `null` where one side has no score. */
  readonly points: Points | null;
  /** What moved the range, in the order applied; they add up to `points`. */
  readonly causes: readonly { readonly cause: ChangeCause; readonly effect: Points | null }[];
  /** Gaps that are answered yes now: the only ones closed in the company. */
  readonly closed: readonly number[];
  /** Gaps that were none before. */
  readonly opened: readonly number[];
  /** Questions that counted before and do not any more: named, never progress. */
  readonly left: readonly number[];
  /** Questions asked both times ÷ questions asked either time. */
  readonly comparable: number | null;
}

/** The part of a comparison that the portfolio tells. */
export function changeFacts(
  { scores, gaps, withdrawn, comparability }: Comparison,
  catalog: Catalog,
): ChangeFacts {
  const overall = scores.find(({ group }) => group === 'overall');
  const places = new Map(catalog.items.map(({ id }, index) => [id, index]));
  const at = (items: readonly { readonly item: string }[]): readonly number[] =>
    items.flatMap(({ item }) => places.get(item) ?? []);
  return {
    points: overall?.change ?? null,
    causes: overall?.causes.map(({ cause, effect }) => ({ cause, effect })) ?? [],
    closed: at(gaps.closed.filter(({ how }) => how === 'answered-yes')),
    opened: at(gaps.opened),
    left: at(withdrawn.left),
    comparable: comparability.ratio,
  };
}
