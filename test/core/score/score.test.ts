import { describe, expect, it } from 'vitest';
import { rating } from '../../../src/core/score/rating.ts';
import { ifYes, type Rated, scoreOf, wholePoints } from '../../../src/core/score/score.ts';
import type { ItemState } from '../../../src/model/assessment.ts';
import type { Severity } from '../../../src/model/catalog.ts';
import { WEIGHTS } from '../sample.ts';

function rated(...items: readonly [Severity, ItemState][]): readonly Rated[] {
  return items.map(([severity, state], i) => {
    const interval = rating(state);
    const weight = interval === null ? 0 : WEIGHTS.severity[severity];
    return {
      id: `guidance.item-${i}`,
      state,
      severity,
      weight,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
}

describe('scoreOf', () => {
  it('is the worked example of scoring.md §3: critical yes, major unknown, minor no', () => {
    expect(scoreOf(rated(['critical', 'yes'], ['major', 'unknown'], ['minor', 'no']), WEIGHTS)).toMatchObject(
      {
        weight: 9,
        sumLow: 5,
        sumHigh: 8,
        low: 55.5556,
        high: 88.8889,
        grade: { low: 'C', high: 'A', gates: [] },
      },
    );
  });

  it.each<[string, readonly [Severity, ItemState][], number | null, number | null]>([
    [
      'all yes',
      [
        ['critical', 'yes'],
        ['minor', 'yes'],
      ],
      100,
      100,
    ],
    [
      'all no',
      [
        ['critical', 'no'],
        ['minor', 'no'],
      ],
      0,
      0,
    ],
    [
      'all unknown',
      [
        ['critical', 'unknown'],
        ['minor', 'unanswered'],
      ],
      0,
      100,
    ],
    [
      'partial is half',
      [
        ['major', 'partial'],
        ['major', 'yes'],
      ],
      75,
      75,
    ],
    [
      'not applicable weighs nothing',
      [
        ['critical', 'notApplicable'],
        ['minor', 'no'],
      ],
      0,
      0,
    ],
    [
      'not asked and out of scope weigh nothing',
      [
        ['critical', 'notAsked'],
        ['critical', 'outOfScope'],
        ['minor', 'yes'],
      ],
      100,
      100,
    ],
    [
      'nothing to weigh',
      [
        ['critical', 'notApplicable'],
        ['major', 'outOfScope'],
      ],
      null,
      null,
    ],
    ['no item at all', [], null, null],
  ])('%s', (_, items, low, high) => {
    expect(scoreOf(rated(...items), WEIGHTS)).toMatchObject({ low, high });
  });

  it('has no grade where nothing weighs anything', () => {
    expect(scoreOf(rated(['minor', 'notApplicable']), WEIGHTS).grade).toBeNull();
  });

  it('counts every state, and asked without those left out', () => {
    const { coverage } = scoreOf(
      rated(
        ['minor', 'yes'],
        ['minor', 'partial'],
        ['minor', 'no'],
        ['minor', 'unknown'],
        ['minor', 'unanswered'],
        ['minor', 'notApplicable'],
        ['minor', 'notAsked'],
        ['minor', 'outOfScope'],
        ['minor', 'outOfScope'],
      ),
      WEIGHTS,
    );
    expect(coverage).toEqual({
      asked: 6,
      yes: 1,
      partial: 1,
      no: 1,
      unknown: 1,
      unanswered: 1,
      notApplicable: 1,
      notAsked: 1,
      outOfScope: 2,
    });
  });
});

describe('grade', () => {
  const yes = (n: number): [Severity, ItemState][] => Array.from({ length: n }, () => ['minor', 'yes']);
  const no = (n: number): [Severity, ItemState][] => Array.from({ length: n }, () => ['minor', 'no']);

  it.each([
    [100, 0, 'A'],
    [85, 15, 'A'],
    [169, 31, 'A'], // 84.5 shows as 85, and the band applies to what is shown
    [84, 16, 'B'],
    [70, 30, 'B'],
    [69, 31, 'C'],
    [50, 50, 'C'],
    [49, 51, 'D'],
    [30, 70, 'D'],
    [29, 71, 'E'],
    [0, 100, 'E'],
  ])('%i yes and %i no is %s on both ends', (a, b, grade) => {
    expect(scoreOf(rated(...yes(a), ...no(b)), WEIGHTS).grade).toMatchObject({ low: grade, high: grade });
  });

  it('is capped at C on both ends by a critical no, with the items named', () => {
    const { grade } = scoreOf(rated(['critical', 'no'], ...yes(95)), WEIGHTS);
    expect(grade).toEqual({
      low: 'C',
      high: 'C',
      gates: [{ code: 'critical-gap', cap: 'C', items: ['guidance.item-0'] }],
    });
  });

  it('is capped on the low end only by a critical unknown', () => {
    expect(scoreOf(rated(['critical', 'unknown'], ...yes(95)), WEIGHTS).grade).toMatchObject({
      low: 'C',
      high: 'A',
    });
  });

  it('is capped on the high end by any critical no among the unknown', () => {
    const { grade } = scoreOf(rated(['critical', 'unknown'], ['critical', 'no'], ...yes(195)), WEIGHTS);
    expect(grade).toMatchObject({ low: 'C', high: 'C' });
    expect(grade?.gates[0]?.items).toEqual(['guidance.item-0', 'guidance.item-1']);
  });

  it('goes by the points shown, to the last of their decimals', () => {
    // 84.49996 is 84.5 with four decimals, and so 85 on every page.
    const weights = { ...WEIGHTS, severity: { critical: 8_449_996, major: 1_550_004, minor: 1 } };
    const items = rated(['critical', 'yes'], ['major', 'no']).map((i) => ({
      ...i,
      weight: weights.severity[i.severity],
    }));
    expect(scoreOf(items, weights)).toMatchObject({ low: 84.5, grade: { low: 'A', high: 'A' } });
  });

  it('is not capped by a critical partial, nor lifted by a cap', () => {
    expect(scoreOf(rated(['critical', 'partial'], ...yes(95)), WEIGHTS).grade).toMatchObject({
      low: 'A',
      gates: [],
    });
    expect(scoreOf(rated(['critical', 'no'], ...no(95)), WEIGHTS).grade).toMatchObject({
      low: 'E',
      high: 'E',
    });
  });
});

describe('wholePoints', () => {
  it.each([
    [55.5556, 56],
    [54.5, 55],
    [84.49, 84],
    [0, 0],
    [100, 100],
  ])('%f shows as %i', (points, shown) => {
    expect(wholePoints(points)).toBe(shown);
  });
});

describe('ifYes', () => {
  // Σw 9: 55.5556…88.8889
  const items = () => rated(['critical', 'yes'], ['major', 'unknown'], ['minor', 'no']);
  const group = () => scoreOf(items(), WEIGHTS);
  it.each<[string, number, readonly [number, number]]>([
    ['yes already: nothing moves', 0, [55.5556, 88.8889]],
    ['unknown: the low end alone', 1, [88.8889, 88.8889]],
    ['no: both ends', 2, [66.6667, 100]],
  ])('%s', (_, i, [low, high]) => {
    expect(ifYes(group(), items()[i] ?? { weight: 0, low: null, high: null })).toEqual({ low, high });
  });

  it('is half of it for a partial', () => {
    const half = rated(['major', 'partial'], ['major', 'no']);
    expect(ifYes(scoreOf(half, WEIGHTS), { weight: 3, low: 0.5, high: 0.5 })).toEqual({ low: 50, high: 50 });
  });

  it('says nothing of an item without weight, nor of a group without', () => {
    expect(ifYes(group(), { weight: 0, low: null, high: null })).toBeNull();
    expect(ifYes(scoreOf([], WEIGHTS), { weight: 3, low: 0, high: 0 })).toBeNull();
  });
});
