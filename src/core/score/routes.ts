import type { ItemResult, RouteResult } from '../../model/assessment.ts';
import type { Catalog, ExposureRule, Weights } from '../../model/catalog.ts';
import { evaluate, type Facts } from '../condition.ts';
import { round4, scoreOf } from './score.ts';

export type Exposure = 0 | 1 | 2 | 3;

/** How exposed the company is on each leak route, by route id (`docs/scoring.md` §5). */
export function exposures(catalog: Pick<Catalog, 'routes'>, facts: Facts): ReadonlyMap<string, Exposure> {
  return new Map(catalog.routes.map((route) => [route.id, exposureBy(route.exposure, facts)]));
}

/**
 * The first rule that holds; with facts unknown, the highest among the rules that may hold before one surely does:
 * not knowing never makes a route look safer.
 */
export function exposureBy(rules: readonly ExposureRule[], facts: Facts): Exposure {
  let highest: Exposure = 0;
  for (const rule of rules) {
    const truth = evaluate(rule.when, facts);
    if (truth === 'false') continue;
    if (rule.exposure > highest) highest = rule.exposure;
    if (truth === 'true') break;
  }
  return highest;
}

/** What each route is open for whatever the unknown facts turn out to be: the lowest among the rules that may hold. */
export function sureExposures(catalog: Pick<Catalog, 'routes'>, facts: Facts): ReadonlyMap<string, Exposure> {
  return new Map(catalog.routes.map((route) => [route.id, sureExposureBy(route.exposure, facts)]));
}

function sureExposureBy(rules: readonly ExposureRule[], facts: Facts): Exposure {
  let lowest: Exposure | null = null;
  for (const rule of rules) {
    const truth = evaluate(rule.when, facts);
    if (truth === 'false') continue;
    if (lowest === null || rule.exposure < lowest) lowest = rule.exposure;
    if (truth === 'true') break;
  }
  return lowest ?? 0;
}

/** Score and residual risk of each route. A route without a question that counts has `null`: never "low risk". */
export function routeResults(
  exposure: ReadonlyMap<string, Exposure>,
  items: readonly ItemResult[],
  weights: Weights,
): readonly RouteResult[] {
  const counted = items.filter((item) => item.inOverall);
  return [...exposure].map(([id, level]) => {
    const score = scoreOf(
      counted.filter((item) => item.routes.includes(id)),
      weights,
    );
    const residual =
      score.low === null || score.high === null
        ? null
        : { low: round4(level * (1 - score.high / 100)), high: round4(level * (1 - score.low / 100)) };
    return { id, exposure: level, score, residual };
  });
}
