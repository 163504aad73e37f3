import type { AcceptedGap } from '../model/answers.ts';
import type { Accepted, Gap, ItemResult } from '../model/assessment.ts';
import type { Catalog, Item, Severity, Weights } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import { evaluate, type Facts } from './condition.ts';
import { itemsById } from './items-by-id.ts';
import type { Exposure } from './score/routes.ts';

/** From the heaviest. */
export const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor'];

/** Orders severities from the heaviest. */
export const compareSeverity = (a: Severity, b: Severity): number =>
  SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);

/** Gaps accepted on purpose, with those whose date has passed marked: an expired one is a gap again. */
export function acceptedGaps(accepted: readonly AcceptedGap[], today: IsoDate): readonly Accepted[] {
  return accepted
    .map(({ item, reason, until, by }) => ({ item, reason, until, by, expired: until < today }))
    .sort((a, b) => compareIds(a.item, b.item));
}

/**
 * Every open item that is not accepted, heaviest first: `points = w·(1 − low)·urgency`, halved where nobody knows yet.
 *
 * Example: a critical item (5) answered no on a route of exposure 3 (×1.5) → 7.5; answered わからない → 3.75.
 */
export function gapsOf(
  items: readonly ItemResult[],
  catalog: Catalog,
  facts: Facts,
  exposure: ReadonlyMap<string, Exposure>,
  accepted: readonly Accepted[],
): readonly Gap[] {
  const waived = new Set(accepted.filter((a) => !a.expired).map((a) => a.item));
  const definitions = itemsById(catalog);
  const open: { readonly gap: Gap; readonly severity: Severity }[] = [];
  for (const item of items) {
    const definition = definitions.get(item.id);
    if (definition === undefined || !item.inOverall || item.low === null || item.low === 1) continue;
    if (waived.has(item.id) || evaluate(definition.gapWhen, facts) === 'false') continue;
    const urgency = urgencyOf(definition, exposure, catalog.weights);
    const conditional = item.state === 'unknown' || item.state === 'unanswered';
    const share = conditional ? catalog.weights.unknownShare : 1;
    const points = item.weight * (1 - item.low) * urgency * share;
    const gap = { item: item.id, points, urgency, action: item.action, conditional };
    open.push({ gap, severity: item.severity });
  }
  open.sort(
    (a, b) =>
      b.gap.points - a.gap.points ||
      compareSeverity(a.severity, b.severity) ||
      compareIds(a.gap.item, b.gap.item),
  );
  return open.map(({ gap }) => gap);
}

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function urgencyOf(item: Item, exposure: ReadonlyMap<string, Exposure>, weights: Weights): number {
  let highest = 0;
  for (const route of item.routes) highest = Math.max(highest, exposure.get(route) ?? 0);
  return weights.urgency.findLast((step) => highest >= step.exposureFrom)?.factor ?? 1;
}
