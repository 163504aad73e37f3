import type { Technology } from '../model/answers.ts';
import type { Determination } from '../model/determination.ts';
import { foldWord, sameWords, TRI_WORDS, type WordTable } from './words.ts';

/** Ids of the 15 families in the order they were published, ①–⑮. */
export const FAMILIES = [
  'mlcc',
  'saw-baw-filter',
  'electrolytic-copper-foil',
  'dielectric-film',
  'barium-titanate',
  'carbon-fiber',
  'silicon-carbide-fiber',
  'photoresist',
  'nonferrous-target',
  'sem-tem',
  'magnetic-sensor',
  'titanium-sponge',
  'electrode-binder',
  'solid-electrolyte',
  'separator-equipment',
] as const;

const FAMILY_WORDS = wordsOf(FAMILIES);

/** The part of a catalogue that says which families there are, and which countries are of group A. */
export interface KnownFamilies {
  readonly determination?: Pick<Determination, 'families' | 'groupA'>;
}

/** Words for `family`: the fifteen, and what an own folder of checklists adds to them. */
export function familyWords({ determination }: KnownFamilies): WordTable<string> {
  const known: readonly string[] = FAMILIES;
  const added = (determination?.families ?? []).map(({ id }) => id).filter((id) => !known.includes(id));
  return added.length === 0 ? FAMILY_WORDS : wordsOf([...FAMILIES, ...added]);
}

function wordsOf(families: readonly string[]): WordTable<string> {
  return sameWords<string>([...families, 'none', 'unknown'], 'unknown');
}

/** The fields of a technology that take one word, with what is read where the field is absent. */
export const WORD_FIELDS = {
  kind: field<Technology['kind']>(['design', 'manufacture', 'use-only', 'goods-only', 'unknown'], 'unknown'),
  withTechnicalDocuments: { words: TRI_WORDS, absent: 'unknown' },
  listControl: field<Technology['listControl']>(['listed', 'not-listed', 'not-done'], 'not-done'),
  definitionCheck: field<Technology['definitionCheck']>(
    ['meets', 'does-not-meet', 'not-checked'],
    'not-checked',
  ),
  destination: field<Technology['destination']>(
    ['group-a-only', 'non-group-a', 'mixed', 'unknown'],
    'unknown',
  ),
  onward: { words: TRI_WORDS, absent: 'unknown' },
  trigger: field<Technology['trigger']>(
    [
      'plant-transfer',
      'subsidiary',
      'jv-investment',
      'consignment',
      'license',
      'joint-development',
      'nda-only',
      'nda-with-disclosure',
      'goods-sale',
      'other',
      'unknown',
    ],
    'unknown',
  ),
  exclusion: field<Technology['exclusion']>(
    ['public-domain-all', 'public-domain-part', 'basic-science-all', 'minimum-necessary', 'none', 'unknown'],
    'unknown',
  ),
  stage: field<Technology['stage']>(
    ['idea', 'negotiating', 'decided', 'signed', 'provided', 'unknown'],
    'unknown',
  ),
  newTechnologyAfterStart: { words: TRI_WORDS, absent: 'unknown' },
  informReceived: { words: TRI_WORDS, absent: 'unknown' },
  recipientControls: { words: TRI_WORDS, absent: 'unknown' },
} as const;

function field<T extends string>(
  values: readonly T[],
  absent: T,
): { readonly words: WordTable<T>; readonly absent: T } {
  return { words: sameWords<T>(values, absent), absent };
}

export const DATE_FIELDS = [
  'familyAsOf',
  'definitionCheckedOn',
  'contractDate',
  'decisionDate',
  'consultedOn',
  'reportedOn',
] as const;

export const TEXT_FIELDS = [
  'name',
  'familyBasis',
  'familyCheckedBy',
  'definitionBasis',
  'onwardBasis',
  'exclusionBasis',
] as const;

/** ISO 3166-1 alpha-2. */
export const COUNTRIES: readonly string[] =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

export const COUNTRY_WORDS: WordTable<string> = {
  meaning: new Map(COUNTRIES.map((code) => [foldWord(code), code])),
  spellings: COUNTRIES,
  doubtful: new Map(),
  // 249 codes help nobody in a message; these show the form.
  offered: ['VN', 'TH', 'CN', 'TW', 'US', '… (ISO 3166-1 alpha-2)'],
};

/** What the countries say about the destination; `null` where there are none, or nobody says which are of group A. */
export function destinationOf(
  countries: readonly string[],
  { determination }: KnownFamilies,
): Technology['destination'] | null {
  if (countries.length === 0 || determination === undefined) return null;
  const inside = countries.filter((country) => determination.groupA.includes(country)).length;
  if (inside === countries.length) return 'group-a-only';
  return inside === 0 ? 'non-group-a' : 'mixed';
}
