import { describe, expect, it } from 'vitest';
import { sureExposures } from '../../src/core/score/routes.ts';
import type { FactValue } from '../../src/model/condition.ts';
import { COLOR } from '../../src/press/look.ts';
import { routesFigure } from '../../src/report/document/figures/routes.ts';
import { stepsFigure, stepsNotes } from '../../src/report/document/figures/steps.ts';
import { createSentences } from '../../src/report/document/sentences.ts';
import { fixture } from './pdf/fixture.ts';

/** What is known is solid, what may be so is hatched: nobody is shown a danger as sure that comes from 「わからない」. */
interface Ink {
  readonly how: 'fill' | 'hatch';
  readonly x: number;
  readonly width: number;
  readonly color: unknown;
}

function inkOf(figure: ReturnType<typeof routesFigure>): readonly Ink[] {
  const ink: Ink[] = [];
  const note =
    (how: Ink['how']) =>
    (x: number, _y: number, width: number, _height: number, color?: unknown): void => {
      ink.push({ how, x, width, color });
    };
  const none = (): void => {};
  const canvas = { text: none, line: none, box: none, fill: note('fill'), hatch: note('hatch') };
  const measure = { width: () => 20, lines: (text: string) => [text] };
  figure?.draw({ ...canvas, ...measure } as never, 0, 0, 500);
  return ink;
}

/** The fixture with a route that is open by the stage of a plant abroad, which nobody may know. */
function withPlant(stage: readonly string[] | null): ReturnType<typeof fixture> {
  const input = fixture();
  const exposure = [
    { when: { fact: 'overseasProduction', in: ['operating'] }, exposure: 3 as const },
    { when: { fact: 'overseasProduction', in: ['planning'] }, exposure: 1 as const },
    { when: null, exposure: 0 as const },
  ];
  const routes = input.assessment.routes.map((route) => ({ ...route, exposure: 3 as const }));
  return {
    ...input,
    catalog: { ...input.catalog, routes: [{ id: 'people', exposure }] },
    answers: { ...input.answers, profile: new Map(stage === null ? [] : [['overseasProduction', stage]]) },
    assessment: {
      ...input.assessment,
      routes: routes.map((route) => ({ ...route, residual: { low: 1.5, high: 2.4 } })),
    },
  };
}

describe('a way out for a technology', () => {
  const solid = (ink: readonly Ink[]) =>
    ink.filter(({ how, color }) => how === 'fill' && color === COLOR.accent);
  const hatched = (ink: readonly Ink[]) => ink.filter(({ how }) => how === 'hatch');

  it('that is known is drawn solid, with what surely remains', () => {
    const input = withPlant(['operating']);
    const ink = inkOf(routesFigure(input, createSentences(input)));
    expect(solid(ink)).toHaveLength(4);
    expect(hatched(ink)).toHaveLength(1);
  });

  it('that rests on わからない is hatched, squares and bar, and said to be its worst', () => {
    const input = withPlant(['unknown']);
    const figure = routesFigure(input, createSentences(input));
    const ink = inkOf(figure);
    expect(solid(ink).filter(({ width }) => width > 0)).toEqual([]);
    expect(hatched(ink)).toHaveLength(4);
    expect(figure?.alt).toContain('残る分0〜2.4');
    expect(figure?.alt).toContain('「わからない」から見た最大');
  });
});

describe('sureExposures', () => {
  const catalog = {
    routes: [
      {
        id: 'plant',
        exposure: [
          { when: { fact: 'plant', in: ['operating'] }, exposure: 3 as const },
          { when: { fact: 'visitors', in: ['yes'] }, exposure: 1 as const },
          { when: null, exposure: 0 as const },
        ],
      },
    ],
  };
  const value = (v: string): FactValue => ({ kind: 'values', values: [v] });
  const unknown: FactValue = { kind: 'unknown' };
  it.each<[string, FactValue, FactValue, number]>([
    ['what surely holds', value('operating'), unknown, 3],
    ['the lowest that may hold', unknown, unknown, 0],
    ['no rule behind one that surely holds', unknown, value('yes'), 1],
    ['the default', value('none'), value('no'), 0],
  ])('takes %s', (_, plant, visitors, sure) => {
    const facts = new Map([
      ['plant', plant],
      ['visitors', visitors],
    ]);
    expect(sureExposures(catalog, facts).get('plant')).toBe(sure);
  });
});

describe('the projection of a check that asked less than half', () => {
  const projected = (low: number, high: number, ofAsked: boolean) => {
    const input = fixture();
    const waves = input.assessment.plan.waves.map((wave) => ({
      ...wave,
      projected: { low, high, unknown: 0, ofAsked },
    }));
    return { ...input, assessment: { ...input.assessment, plan: { ...input.assessment.plan, waves } } };
  };

  it.each<[number, number, boolean, string]>([
    [100, 100, false, '100'],
    [100, 100, true, '聞いた分は済み'],
    [62, 100, true, '62以上'],
    [62, 90, true, '62〜90'],
  ])('%d to %d, in part %s: says %s', (low, high, ofAsked, said) => {
    const input = projected(low, high, ofAsked);
    const sentences = createSentences(input);
    const told = stepsFigure(input, sentences).told.at(-1) ?? '';
    expect(told.endsWith(`、${said}`)).toBe(true);
    expect(told.includes('100')).toBe(said === '100');
    expect(stepsNotes(input, sentences)[0]?.startsWith('この見込みは、聞いた45問だけ')).toBe(ofAsked);
  });

  it('is not drawn at all after ten questions', () => {
    const input = projected(62, 90, true);
    expect(stepsFigure(input, createSentences(input), false).alt).not.toContain('62');
  });
});
