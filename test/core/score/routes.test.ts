import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.ts';
import { exposureBy } from '../../../src/core/score/routes.ts';
import type { ExposureRule } from '../../../src/model/catalog.ts';
import type { FactValue } from '../../../src/model/condition.ts';
import { answers, catalog, item, TODAY } from '../sample.ts';

const rules: readonly ExposureRule[] = [
  { when: { fact: 'plant', in: ['operating'] }, exposure: 3 },
  { when: { fact: 'plant', in: ['planning'] }, exposure: 2 },
  { when: { fact: 'visitors', in: ['yes'] }, exposure: 1 },
  { when: null, exposure: 0 },
];
const value = (v: string): FactValue => ({ kind: 'values', values: [v] });
const unknown: FactValue = { kind: 'unknown' };

describe('exposureBy', () => {
  it.each<[string, FactValue, FactValue, number]>([
    ['the first rule that holds', value('operating'), value('yes'), 3],
    ['a later rule', value('planning'), value('yes'), 2],
    ['the default', value('none'), value('no'), 0],
    ['the highest rule that may hold', unknown, value('no'), 3],
    ['no rule behind one that surely holds', value('planning'), unknown, 2],
    ['an unknown before the default', value('none'), unknown, 1],
  ])('takes %s', (_, plant, visitors, expected) => {
    expect(
      exposureBy(
        rules,
        new Map([
          ['plant', plant],
          ['visitors', visitors],
        ]),
      ),
    ).toBe(expected);
  });
});

describe('exposureBy, where a lower rule comes first', () => {
  const turned: readonly ExposureRule[] = [
    { when: { fact: 'visitors', in: ['yes'] }, exposure: 1 },
    { when: { fact: 'plant', in: ['operating'] }, exposure: 3 },
    { when: null, exposure: 0 },
  ];
  it.each<[string, FactValue, FactValue, number]>([
    ['stops at the first that holds, though a later one is higher', value('yes'), value('operating'), 1],
    ['goes on behind one that only may hold', unknown, value('operating'), 3],
    ['keeps the highest that may hold', unknown, value('none'), 1],
    ['takes the later where the first does not hold', value('no'), value('operating'), 3],
  ])('%s', (_, visitors, plant, expected) => {
    const facts = new Map([
      ['plant', plant],
      ['visitors', visitors],
    ]);
    expect(exposureBy(turned, facts)).toBe(expected);
  });
});

describe('residual risk', () => {
  const sample = catalog({
    items: [item('guidance.a', { routes: ['people'] }), item('guidance.b', { routes: ['people'] })],
  });
  it('is exposure × what is open, as an interval', () => {
    const { routes } = assess({
      catalog: sample,
      answers: answers({ employees: 48, answers: { 'guidance.a': 'yes', 'guidance.b': 'unknown' } }),
      today: TODAY,
      version: '0',
    });
    expect(routes[0]).toMatchObject({
      id: 'people',
      exposure: 3,
      score: { low: 50, high: 100 },
      residual: { low: 0, high: 1.5 },
    });
  });
  it('counts a question that two lists share once', () => {
    const { routes } = assess({
      catalog: catalog({
        items: [
          item('guidance.a', { routes: ['people'] }),
          item('tics.a', { checklist: 'tics', routes: ['people'], sameAs: 'guidance.a' }),
        ],
      }),
      answers: answers({ goals: ['tics'], answers: { 'guidance.a': 'no' } }),
      today: TODAY,
      version: '0',
    });
    expect(routes[0]?.score).toMatchObject({ weight: 3, coverage: { asked: 1 } });
  });

  it('is null on a route without a question, never low', () => {
    const { routes } = assess({
      catalog: sample,
      answers: answers({ profile: { overseasProduction: ['planning'] } }),
      today: TODAY,
      version: '0',
    });
    expect(routes[1]).toMatchObject({ id: 'overseas-production', exposure: 2, residual: null });
  });
});
