import type { Coverage, GradeResult, ItemState, Score } from '../../model/assessment.ts';
import type { Grade, Severity, Weights } from '../../model/catalog.ts';

/** One item as the score sees it: no weight, no part in the sums. */
export interface Rated {
  readonly id: string;
  readonly state: ItemState;
  readonly severity: Severity;
  readonly weight: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Score of any group: `100·Σ w·low ÷ Σ w`, and the same with high; `null` where nothing weighs anything.
 *
 * Example: critical yes, major unknown, minor no → Σw 9, low 5/9 = 55.5556, high 8/9 = 88.8889.
 */
export function scoreOf(items: readonly Rated[], weights: Weights): Score {
  let weight = 0;
  let sumLow = 0;
  let sumHigh = 0;
  for (const item of items) {
    if (item.low === null || item.high === null) continue;
    weight += item.weight;
    sumLow += item.weight * item.low;
    sumHigh += item.weight * item.high;
  }
  const coverage = coverageOf(items);
  if (weight === 0) return { low: null, high: null, weight, sumLow, sumHigh, grade: null, coverage };
  const low = round4((100 * sumLow) / weight);
  const high = round4((100 * sumHigh) / weight);
  return {
    low,
    high,
    weight,
    sumLow,
    sumHigh,
    grade: gradeOf(items, low, high, weights),
    coverage,
  };
}

/** The ends of a group's score if one of its items became yes, in points with 4 decimals; `null` where nothing weighs. */
export function ifYes(
  score: Score,
  item: Pick<Rated, 'weight' | 'low' | 'high'>,
): { low: number; high: number } | null {
  if (score.weight === 0 || item.low === null || item.high === null) return null;
  const points = (sum: number): number => round4((100 * sum) / score.weight);
  return {
    low: points(score.sumLow + item.weight * (1 - item.low)),
    high: points(score.sumHigh + item.weight * (1 - item.high)),
  };
}

/** Points with 4 decimals, as results carry them. */
export function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Whole points as people see them, half up. The tiny term keeps 0.5 − 1 ulp, a product of division, from falling. */
export function wholePoints(points: number): number {
  return Math.floor(points + 0.5 + 1e-9);
}

export function coverageOf(items: readonly Pick<Rated, 'state'>[]): Coverage {
  const coverage: { -readonly [K in keyof Coverage]: number } = {
    asked: 0,
    yes: 0,
    partial: 0,
    no: 0,
    unknown: 0,
    unanswered: 0,
    notApplicable: 0,
    notAsked: 0,
    outOfScope: 0,
  };
  for (const { state } of items) coverage[state] += 1;
  coverage.asked = items.length - coverage.notAsked - coverage.outOfScope;
  return coverage;
}

function gradeOf(items: readonly Rated[], low: number, high: number, weights: Weights): GradeResult {
  let gradeLow = band(low, weights);
  let gradeHigh = band(high, weights);
  const gates: { code: string; cap: Grade; items: string[] }[] = [];
  for (const gate of weights.gates) {
    const caught = items.filter((item) => item.severity === gate.severity && item.low === gate.low);
    if (caught.length === 0) continue;
    gates.push({ code: gate.code, cap: gate.cap, items: caught.map((item) => item.id).sort() });
    gradeLow = worse(gradeLow, gate.cap);
    if (caught.some((item) => item.high === gate.low)) gradeHigh = worse(gradeHigh, gate.cap);
  }
  return { low: gradeLow, high: gradeHigh, gates };
}

function band(points: number, weights: Weights): Grade {
  const shown = wholePoints(points);
  return weights.bands.find((b) => shown >= b.from)?.grade ?? 'E';
}

/** Grades compare as letters: E is after A. */
const worse = (a: Grade, b: Grade): Grade => (a > b ? a : b);
