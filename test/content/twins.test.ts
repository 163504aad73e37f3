import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factValues } from '../../src/core/facts.ts';
import { standings } from '../../src/core/score/standing.ts';
import { answers } from '../core/sample.ts';
import { catalog } from '../setup/checklists.ts';
import { runs } from '../setup/random.ts';

const twins = catalog.items.flatMap(({ id, sameAs }) => (sameAs === null ? [] : [[id, sameAs] as const]));

/** Any company that wants TICS. */
const anyProfile = fc
  .record(
    Object.fromEntries(
      catalog.facts
        .filter((fact) => fact.place === 'profile')
        .map(({ id, values }) => [id, fc.constantFrom(...values.map((v) => v.id))]),
    ),
  )
  .map((chosen) => Object.fromEntries(Object.entries(chosen).map(([id, value]) => [id, [String(value)]])));

/** A twin takes the other's answer: were it asked of a company the other is not asked of, it would speak of more. */
describe('an item that is one deed with another', () => {
  it('is found', () => {
    expect(twins.length).toBeGreaterThan(10);
  });

  it('is asked of no company the other is not asked of', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const given = answers({ depth: 'evidence', profile, goals: ['tics'] });
        const standing = standings(catalog, given, factValues(catalog, given));
        const wider = twins.filter(
          ([id, sameAs]) =>
            standing.get(id)?.state !== 'outOfScope' && standing.get(sameAs)?.state === 'outOfScope',
        );
        expect(wider).toEqual([]);
      }),
      runs(200),
    );
  });
});
