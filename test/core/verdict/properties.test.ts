import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_WORDS } from '../../../src/catalog/determination/schema.ts';
import { verdictOf } from '../../../src/core/verdict/verdict.ts';
import type { Technology } from '../../../src/model/answers.ts';
import type { Verdict } from '../../../src/model/assessment.ts';
import { runs } from '../../setup/random.ts';
import { DETERMINATION, technology } from './sample.ts';

const TODAY = '2026-11-21';
const families = DETERMINATION.families.map(({ id }) => id);
// Around every day something turns on.
const day = fc.option(
  fc.constantFrom(
    ...['2024-12-29', '2024-12-30', '2025-06-08', '2025-06-09', '2026-06-15', '2026-06-16'],
    ...['2026-11-20', '2026-11-21', '2026-11-22', '2027-03-31'],
  ),
  { nil: null },
);
const text = fc.option(fc.constantFrom('契約第7条で禁止', ' '), { nil: null });
const word = <K extends keyof typeof FIELD_WORDS>(key: K): fc.Arbitrary<Technology[K]> =>
  fc.constantFrom(...(Object.keys(FIELD_WORDS[key]) as Technology[K][]));

const anyTechnology: fc.Arbitrary<Technology> = fc
  .record({
    family: fc.oneof(
      fc.constantFrom<readonly string[]>(['none'], ['unknown'], [], ['graphene']),
      fc.subarray(families, { minLength: 1, maxLength: 3 }),
    ),
    countries: fc.subarray(['US', 'KR', 'VN', 'CN', 'JP'], { maxLength: 3 }),
    kind: word('kind'),
    withTechnicalDocuments: word('withTechnicalDocuments'),
    listControl: word('listControl'),
    definitionCheck: word('definitionCheck'),
    destination: word('destination'),
    onward: word('onward'),
    trigger: word('trigger'),
    exclusion: word('exclusion'),
    stage: word('stage'),
    newTechnologyAfterStart: word('newTechnologyAfterStart'),
    informReceived: word('informReceived'),
    recipientControls: word('recipientControls'),
    familyAsOf: day,
    definitionCheckedOn: day,
    contractDate: day,
    decisionDate: day,
    reportedOn: day,
    familyBasis: text,
    familyCheckedBy: text,
    definitionBasis: text,
    onwardBasis: text,
    exclusionBasis: text,
  })
  .map((over) => technology(over));

const judge = (t: Technology): Verdict => verdictOf(t, DETERMINATION, TODAY);
const check = (property: (t: Technology, v: Verdict) => void): void => {
  fc.assert(
    fc.property(anyTechnology, (t) => {
      property(t, judge(t));
    }),
    runs(3000),
  );
};
const written = (value: string | null): boolean => value !== null && value.trim() !== '';
const current = (date: string | null): boolean => date !== null && date >= '2026-06-16' && date <= TODAY;

/** What each "not subject" rests on, said a second time, by hand: docs/scoring.md §8. */
const BASIS: Readonly<Record<string, (t: Technology) => boolean>> = {
  R3: (t) => t.kind === 'goods-only' && t.trigger === 'goods-sale' && t.withTechnicalDocuments === 'no',
  R4: (t) =>
    t.family.join() === 'none' &&
    current(t.familyAsOf) &&
    written(t.familyBasis) &&
    written(t.familyCheckedBy),
  R6: (t) =>
    t.definitionCheck === 'does-not-meet' &&
    current(t.definitionCheckedOn) &&
    written(t.definitionBasis) &&
    t.family.length > 0 &&
    t.family.every((id) => families.includes(id)),
  R7: (t) => /^(public-domain|basic-science)-all$/.test(t.exclusion) && written(t.exclusionBasis),
  R8: (t) =>
    (t.countries.length === 0
      ? t.destination === 'group-a-only'
      : t.countries.every((c) => c === 'US' || c === 'KR')) &&
    t.onward === 'no' &&
    written(t.onwardBasis),
};

/** An input as it is where nothing is known of it. */
const without = {
  informReceived: { informReceived: 'unknown' },
  kind: { kind: 'unknown' },
  trigger: { trigger: 'unknown' },
  withTechnicalDocuments: { withTechnicalDocuments: 'unknown' },
  family: { family: ['unknown'] },
  familyAsOf: { familyAsOf: null },
  familyBasis: { familyBasis: null },
  familyCheckedBy: { familyCheckedBy: ' ' },
  definitionCheck: { definitionCheck: 'not-checked' },
  definitionCheckedOn: { definitionCheckedOn: null },
  definitionBasis: { definitionBasis: null },
  exclusion: { exclusion: 'unknown' },
  exclusionBasis: { exclusionBasis: ' ' },
  destination: { destination: 'unknown', countries: [] },
  onward: { onward: 'unknown' },
  onwardBasis: { onwardBasis: null },
} as const satisfies Readonly<Record<string, Partial<Technology>>>;

const NOTHING: Partial<Technology> = Object.assign({}, ...Object.values(without));

const inputs = (...fields: readonly (keyof typeof without)[]) =>
  fields.map((field): readonly [string, Partial<Technology>] => [field, without[field]]);

/** What each rule that clears rests on, said a second time, by hand. */
const INPUTS: Readonly<Record<string, readonly (readonly [string, Partial<Technology>])[]>> = {
  R3: inputs('kind', 'trigger', 'withTechnicalDocuments', 'informReceived'),
  R4: inputs('family', 'familyAsOf', 'familyBasis', 'familyCheckedBy', 'informReceived'),
  R6: inputs('definitionCheck', 'family', 'definitionCheckedOn', 'definitionBasis', 'informReceived'),
  R7: inputs('exclusion', 'exclusionBasis', 'informReceived'),
  R8: inputs('destination', 'onward', 'onwardBasis', 'informReceived'),
};

/** Days within the current notice: a check of one of them counts. */
const currentDay = fc.constantFrom('2026-06-16', '2026-11-20', TODAY);
const said = fc.constantFrom('契約第7条で禁止', '告示の別表を見た');

/** What makes each rule clear, whatever else the file says; what would let an earlier rule decide is set aside. */
const CLEARING: Readonly<Record<string, { readonly [K in keyof Technology]?: fc.Arbitrary<Technology[K]> }>> =
  {
    R3: {
      kind: fc.constant('goods-only'),
      trigger: fc.constant('goods-sale'),
      withTechnicalDocuments: fc.constant('no'),
    },
    R4: {
      kind: fc.constantFrom('design', 'manufacture'),
      family: fc.constant(['none']),
      familyAsOf: currentDay,
      familyBasis: said,
      familyCheckedBy: said,
    },
    R6: {
      kind: fc.constantFrom('design', 'manufacture'),
      family: fc.subarray(families, { minLength: 1, maxLength: 3 }),
      definitionCheck: fc.constant('does-not-meet'),
      definitionCheckedOn: currentDay,
      definitionBasis: said,
    },
    R7: {
      kind: fc.constantFrom('design', 'manufacture'),
      family: fc.subarray(families, { minLength: 1, maxLength: 3 }),
      definitionCheck: fc.constantFrom('meets', 'not-checked'),
      exclusion: fc.constantFrom('public-domain-all', 'basic-science-all'),
      exclusionBasis: said,
    },
    R8: {
      kind: fc.constantFrom('design', 'manufacture'),
      family: fc.subarray(families, { minLength: 1, maxLength: 3 }),
      definitionCheck: fc.constantFrom('meets', 'not-checked'),
      exclusion: fc.constantFrom('none', 'public-domain-part', 'unknown'),
      destination: fc.constant('group-a-only'),
      countries: fc.subarray(['US', 'KR']),
      onward: fc.constant('no'),
      onwardBasis: said,
    },
  };

/** Technologies that this rule clears. */
const clearedBy = (rule: string): fc.Arbitrary<Technology> =>
  fc
    .tuple(
      anyTechnology,
      fc.record({
        informReceived: fc.constant('no'),
        listControl: fc.constantFrom('not-listed', 'not-done'),
        ...CLEARING[rule],
      }),
    )
    .map(([t, over]): Technology => ({ ...t, ...over }) as Technology);

const known = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value !== 'unknown';

function holdsToItsBasis(t: Technology, v: Verdict): void {
  if (v.outcome !== 'not-subject') return;
  expect(BASIS[v.rule]?.(t)).toBe(true);
  expect(t.informReceived).toBe('no');
  expect(v.missing).toEqual([]);
  expect(v.basis).not.toEqual([]);
  for (const field of v.basis) expect(known(t[field as keyof Technology])).toBe(true);
  expect(v.validUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(t.listControl === 'listed').toBe(false);
}

it('an empty list of families says nothing', () => {
  expect(judge(technology({ family: [] }))).toMatchObject({ rule: 'R11', missing: ['family'] });
});

describe('whatever a file says', () => {
  it('"not subject" has its own basis, no inform notice, nothing missing and an end', () => {
    check(holdsToItsBasis);
  });

  it.each(Object.keys(INPUTS))('so does one cleared by %s', (rule) => {
    fc.assert(
      fc.property(clearedBy(rule), (t) => {
        const v = judge(t);
        expect(v).toMatchObject({ rule, outcome: 'not-subject' });
        holdsToItsBasis(t, v);
      }),
      runs(600),
    );
  });

  it.each(Object.keys(INPUTS))(
    'what %s clears falls with any one input of it that becomes unknown or gets lost',
    (rule) => {
      fc.assert(
        fc.property(clearedBy(rule), (t) => {
          expect(judge(t).rule).toBe(rule);
          for (const [field, less] of INPUTS[rule] ?? [])
            expect(judge({ ...t, ...less }).rule, `${rule} without ${field}`).not.toBe(rule);
          // No other rule steps in either once nothing at all is known of what clears.
          expect(judge({ ...t, ...NOTHING }).outcome).not.toBe('not-subject');
          expect(judge({ ...t, informReceived: 'unknown' }).outcome).not.toBe('not-subject');
        }),
        runs(600),
      );
    },
  );

  it('every rule that clears has its inputs written down here', () => {
    for (const { id, outcome, when, needs } of DETERMINATION.rules) {
      if (outcome !== 'not-subject') continue;
      const looked = new Set(
        [...JSON.stringify([when, needs]).matchAll(/"field":"(\w+)"/g)].map(([, field = '']) =>
          field === 'families' ? 'family' : field,
        ),
      );
      expect([...looked].sort(), id).toEqual((INPUTS[id] ?? []).map(([field]) => field).sort());
    }
  });

  it('an inform notice always stops, and nothing else does', () => {
    check((t, v) => expect(v.outcome === 'stop').toBe(t.informReceived === 'yes'));
  });

  it('a listed technology is never anything but stop or list control', () => {
    check((t, v) => {
      if (t.listControl === 'listed') expect(['R1', 'R2']).toContain(v.rule);
    });
  });

  it('a report is required only of a family of the fifteen whose definition is met', () => {
    check((t, v) => {
      if (v.outcome !== 'report-required') return;
      expect(t.definitionCheck).toBe('meets');
      expect(t.family.length).toBeGreaterThan(0);
      expect(t.family.every((id) => families.includes(id))).toBe(true);
    });
  });

  it('an open classification always shows, and every verdict says its as-of date', () => {
    check((t, v) => {
      expect(v.flags[0]).toBe('asof');
      const open = t.listControl === 'not-done';
      expect(v.flags.includes('list-not-done')).toBe(open && v.outcome !== 'list-control-first');
      expect(v.secondary === null).toBe(v.rule !== 'R9');
    });
  });

  it('what is missing is a field a person can fill in', () => {
    check((_, v) => {
      for (const field of v.missing) expect(Object.keys(technology())).toContain(field);
      expect(new Set(v.missing).size).toBe(v.missing.length);
    });
  });

  it('the same technology gets the same verdict, whatever the order of its families and countries', () => {
    check((t, v) => {
      const turned = { ...t, family: [...t.family].reverse(), countries: [...t.countries].reverse() };
      expect(judge(turned)).toEqual(v);
    });
  });
});
