import { describe, expect, it } from 'vitest';
import { vectorTechnology } from '../../../src/catalog/determination/vector-technology.ts';
import { explainVerdict } from '../../../src/core/verdict/explain.ts';
import { verdictOf } from '../../../src/core/verdict/verdict.ts';
import { DETERMINATION, VECTORS } from './sample.ts';

describe('the examples of the prior report', () => {
  it('are many, and reach every rule, outcome and flag', () => {
    expect(VECTORS.length).toBeGreaterThanOrEqual(40);
    const expected = VECTORS.map(({ expect }) => expect);
    expect([...new Set(expected.map(({ rule }) => rule))].sort()).toEqual(
      DETERMINATION.rules.map(({ id }) => id).sort(),
    );
    expect(new Set(expected.map(({ outcome }) => outcome)).size).toBe(5);
    expect([...new Set(expected.flatMap(({ flags }) => flags))].sort()).toEqual(
      DETERMINATION.flags.map(({ id }) => id).sort(),
    );
  });

  it.each(VECTORS.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const { expect: wanted, today } = vector;
    const verdict = verdictOf(vectorTechnology(vector), DETERMINATION, today);
    expect(verdict).toEqual({
      technology: 'vector',
      checklist: 'prior-notification',
      outcome: wanted.outcome,
      rule: wanted.rule,
      secondary: wanted.secondary ?? null,
      flags: wanted.flags,
      missing: wanted.missing ?? [],
      basis: wanted.basis ?? [],
      asOf: wanted.asOf ?? '2025-06-09',
      validUntil: wanted.validUntil ?? null,
      deadlines: wanted.deadlines ?? [],
      location: null,
    });
  });

  it.each(VECTORS.map((vector) => [vector.name, vector] as const))('why: %s', (_, vector) => {
    const tried = explainVerdict(vectorTechnology(vector), DETERMINATION, vector.today);
    expect(tried.at(-1)).toMatchObject({ rule: vector.expect.rule, holds: true });
    for (const { holds, because } of tried.slice(0, -1)) {
      expect(holds).toBe(false);
      expect(because.length).toBeGreaterThan(0);
      expect(because.every(({ state }) => state !== 'holds')).toBe(true);
    }
    expect(tried.at(-1)?.because.every(({ state }) => state === 'holds')).toBe(true);
    expect(tried.map(({ rule }) => rule)).toEqual(
      DETERMINATION.rules.slice(0, tried.length).map(({ id }) => id),
    );
  });
});

it('flags come in their published order', () => {
  expect(DETERMINATION.flags.map(({ id }) => id)).toEqual(
    'asof late legacy subsidiary nda precursor recipient-control partial-public list-not-done stale-check'.split(
      ' ',
    ),
  );
});

it('why a rule with a negated and an alternative condition does not hold', () => {
  const [last] = DETERMINATION.rules.slice(-1);
  if (last === undefined) throw new Error('no rules');
  const not = { not: { field: 'kind', in: ['manufacture'] } } as const;
  const any = {
    any: [
      { field: 'stage', in: ['idea'] },
      { field: 'contractDate', before: 'today' },
    ],
  } as const;
  const rules = [not, any].map((when, i) => ({ ...last, id: `X${i}`, when }));
  const explained = explainVerdict(
    vectorTechnology({ technology: { kind: 'manufacture', stage: 'signed' } }),
    { ...DETERMINATION, rules: [...rules, last] },
    '2026-11-21',
  );
  expect(
    explained.map(({ rule, because }) => [rule, because.map((b) => [b.field, b.negated, b.state])]),
  ).toEqual([
    ['X0', [['kind', true, 'fails']]],
    [
      'X1',
      [
        ['stage', false, 'fails'],
        ['contractDate', false, 'open'],
      ],
    ],
    ['R11', []],
  ]);
});
