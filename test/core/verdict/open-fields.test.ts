import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_WORDS } from '../../../src/catalog/determination/schema.ts';
import { openFields } from '../../../src/core/verdict/open-fields.ts';
import { verdictOf } from '../../../src/core/verdict/verdict.ts';
import type { Technology } from '../../../src/model/answers.ts';
import { runs } from '../../setup/random.ts';
import { DETERMINATION, technology } from './sample.ts';

const TODAY = '2026-11-21';
const BLANK = technology({
  family: ['unknown'],
  kind: 'unknown',
  listControl: 'not-done',
  definitionCheck: 'not-checked',
  destination: 'unknown',
  countries: [],
  trigger: 'unknown',
  exclusion: 'unknown',
  stage: 'unknown',
  informReceived: 'unknown',
});
const open = (over: Partial<Technology>, left: readonly string[] = []): readonly string[] =>
  openFields({ ...BLANK, ...over }, DETERMINATION, TODAY, new Set(left));

describe('what is still worth asking', () => {
  it('is nothing once a licence was asked for: nothing outdoes that', () => {
    expect(open({ informReceived: 'yes' })).toEqual([]);
  });

  it.each<[string, Partial<Technology>, readonly string[], readonly string[]]>([
    [
      'design or manufacture: nobody asks what goes with the goods',
      { kind: 'manufacture' },
      ['trigger'],
      ['withTechnicalDocuments'],
    ],
    [
      'outside group A: what lies behind does not matter',
      { countries: ['VN'] },
      ['trigger'],
      ['destination', 'onward', 'onwardBasis'],
    ],
    ['group A alone: what lies behind does', { countries: ['US'] }, ['onward'], ['destination']],
    [
      'of no family: the basis of that',
      { family: ['none'] },
      ['familyAsOf', 'familyBasis', 'familyCheckedBy'],
      ['definitionCheck'],
    ],
    [
      'of no family by an old notice: no basis helps',
      { family: ['none'], familyAsOf: '2025-06-09' },
      [],
      ['familyBasis'],
    ],
    ['not public: no basis', { exclusion: 'none' }, [], ['exclusionBasis']],
    ['all public: its basis', { exclusion: 'public-domain-all' }, ['exclusionBasis'], ['exclusion']],
    ['only an idea: there is no contract', { stage: 'idea' }, ['decisionDate'], ['contractDate']],
    [
      'signed: its date, and whether it was reported',
      { stage: 'signed' },
      ['contractDate', 'reportedOn'],
      ['stage'],
    ],
    [
      'an old contract: what is added',
      { stage: 'signed', contractDate: '2023-04-01', family: ['mlcc'] },
      ['newTechnologyAfterStart'],
      ['contractDate'],
    ],
    [
      'a new contract: nothing of that',
      { stage: 'signed', contractDate: '2026-04-01', family: ['mlcc'] },
      [],
      ['newTechnologyAfterStart'],
    ],
    [
      'on the control list: nothing but a notice outdoes it',
      { listControl: 'listed' },
      ['informReceived'],
      ['definitionCheck', 'trigger', 'kind'],
    ],
  ])('%s', (_, over, asked, needless) => {
    const fields = open(over);
    for (const field of asked) expect(fields).toContain(field);
    for (const field of needless) expect(fields).not.toContain(field);
  });

  it('leaves alone what a person has just said they do not know, and asks on behind it', () => {
    const fields = open({ countries: ['VN'] }, ['listControl', 'exclusion']);
    expect(fields).not.toContain('listControl');
    expect(fields).not.toContain('exclusionBasis');
    expect(fields).toContain('definitionCheck');
  });
});

describe('what is not asked cannot matter', () => {
  type WordKey = keyof typeof FIELD_WORDS;
  const keys = Object.keys(FIELD_WORDS) as WordKey[];
  const words = (key: WordKey): readonly string[] => Object.keys(FIELD_WORDS[key]);
  const anyTechnology = fc
    .record({
      family: fc.constantFrom(['mlcc'], ['none'], ['unknown'], ['titanium-sponge']),
      countries: fc.constantFrom([], ['VN'], ['US'], ['US', 'VN']),
      familyAsOf: fc.constantFrom(null, '2026-07-01', '2025-06-09'),
      familyBasis: fc.constantFrom(null, '告示を見た'),
      familyCheckedBy: fc.constantFrom(null, '技術部長'),
      onwardBasis: fc.constantFrom(null, '契約第7条'),
      exclusionBasis: fc.constantFrom(null, '公開特許'),
      definitionBasis: fc.constantFrom(null, '定義の1'),
      definitionCheckedOn: fc.constantFrom(null, '2026-07-01', '2026-01-01'),
      contractDate: fc.constantFrom(null, '2023-04-01', '2026-07-01'),
      ...Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...words(key))])),
    })
    .map((over) => ({ ...BLANK, ...over }) as Technology);

  it('another word in a field that nothing is known of and that is not asked leaves the outcome as it is', () => {
    fc.assert(
      fc.property(anyTechnology, fc.constantFrom(...keys), fc.nat(), (now, key, pick) => {
        const isOpen = ['unknown', 'not-done', 'not-checked'].includes(now[key]);
        fc.pre(isOpen && key !== 'destination' && !openFields(now, DETERMINATION, TODAY).includes(key));
        const other = { ...now, [key]: words(key)[pick % words(key).length] } as Technology;
        const verdict = (of: Technology) => verdictOf(of, DETERMINATION, TODAY).outcome;
        expect(verdict(other)).toBe(verdict(now));
      }),
      runs(3000),
    );
  });
});
