import { rating } from '../../core/score/rating.ts';
import { coverageOf, type Rated, scoreOf } from '../../core/score/score.ts';
import type { Coverage, ItemState, Score } from '../../model/assessment.ts';
import type { Catalog, Item } from '../../model/catalog.ts';
import { oncePer } from '../../text/once-per.ts';

/**
 * How the items of one client stand, one letter an item in catalogue order: 150 bytes instead of 40 kB, so that a
 * hundred thousand clients fit on a disk and none has to stay in memory. A capital counts in the overall score.
 */
export type States = string;

const LETTERS: Readonly<Record<ItemState, string>> = {
  yes: 'y',
  partial: 'p',
  no: 'n',
  unknown: 'u',
  unanswered: 'w',
  notApplicable: 'a',
  notAsked: 'q',
  outOfScope: 'o',
};

/**
 * Partial at one site, not known at another: at best partial, so it counts as partial; at worst no, so the low end is
 * that of no. No single site stands like this, only several together.
 */
const PARTIAL_OR_NO = 'x';

/** Worst first: what a client with several sites is told of an item. No, then partial where it is known, then yes. */
const WORST_FIRST = 'nxuwpyaqo';

interface Standing {
  readonly state: ItemState;
  readonly inOverall: boolean;
}

export const letterOf = ({ state, inOverall }: Standing): string =>
  inOverall ? LETTERS[state].toUpperCase() : LETTERS[state];

const NOWHERE: Standing = { state: 'outOfScope', inOverall: false };

/** What each letter stands for. */
const STANDINGS: ReadonlyMap<string, Standing> = new Map([
  ...(Object.keys(LETTERS) as ItemState[]).flatMap((state) =>
    [true, false].map((inOverall) => [letterOf({ state, inOverall }), { state, inOverall }] as const),
  ),
  [PARTIAL_OR_NO, { state: 'partial', inOverall: false }],
  [PARTIAL_OR_NO.toUpperCase(), { state: 'partial', inOverall: true }],
]);

/** Whether a text is one letter an item, each of them known. */
export const areStates = (value: unknown): value is States =>
  typeof value === 'string' && [...value].every((letter) => STANDINGS.has(letter));

export const standingAt = (states: States, index: number): Standing =>
  STANDINGS.get(states[index] ?? 'o') ?? NOWHERE;

/** The worst site wins, item by item; it counts where it counts at any site that was asked. */
export function worstOf(sites: readonly States[]): States {
  const [first = '', ...others] = sites;
  if (others.length === 0) return first;
  let worst = '';
  for (let i = 0; i < first.length; i++) {
    let letter = first[i] ?? 'o';
    for (const states of others) letter = worseOf(letter, states[i] ?? 'o');
    worst += letter;
  }
  return worst;
}

/** The worse of two letters, the first of two alike; a capital where either is one. */
function worseOf(a: string, b: string): string {
  const worse = isPartialOrNo(a, b) ? PARTIAL_OR_NO : rank(b) < rank(a) ? b : a;
  return isCapital(a) || isCapital(b) ? worse.toUpperCase() : worse;
}

/** One site is known to be partial, and of the other one nobody knows. */
const isPartialOrNo = (a: string, b: string): boolean => {
  const pair = [a, b].map((letter) => letter.toLowerCase());
  return pair.includes('p') && (pair.includes('u') || pair.includes('w'));
};

const RANKS: ReadonlyMap<string, number> = new Map(
  [...WORST_FIRST].flatMap((letter, i) => [
    [letter, i],
    [letter.toUpperCase(), i],
  ]),
);

const rank = (letter: string): number => RANKS.get(letter) ?? -1;

const isCapital = (letter: string): boolean => letter < 'a';

/** The overall score of a client, by the rules every score follows. */
export function scoreOfStates(states: States, catalog: Catalog): Score {
  const table = ratedTable(catalog);
  const rated: Rated[] = [];
  for (let i = 0; i < table.length; i++) {
    const own = table[i]?.get(states[i] ?? 'o');
    if (own !== undefined) rated.push(own);
  }
  return scoreOf(rated, catalog.weights);
}

/** By item and capital letter, the item as a score sees it: made once, for a hundred thousand clients share them. */
const ratedTable = oncePer((catalog: Catalog): readonly ReadonlyMap<string, Rated>[] =>
  catalog.items.map((item) => {
    const letters = (Object.keys(LETTERS) as ItemState[]).map((state): [string, Rated] => [
      letterOf({ state, inOverall: true }),
      ratedItem(item, state, catalog),
    ]);
    const partial = ratedItem(item, 'partial', catalog);
    return new Map([...letters, [PARTIAL_OR_NO.toUpperCase(), { ...partial, low: 0 }]]);
  }),
);

function ratedItem({ id, severity }: Item, state: ItemState, { weights }: Catalog): Rated {
  const interval = rating(state);
  return {
    id,
    state,
    severity,
    weight: interval === null ? 0 : weights.severity[severity],
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** A section of a graded list, as strips show it. */
export interface SectionPlace {
  readonly checklist: string;
  readonly section: string;
  /** Its items, as catalogue indices. */
  readonly items: readonly number[];
}

/** The sections of all graded lists, in catalogue order. */
export const sectionsOf = oncePer((catalog: Catalog): readonly SectionPlace[] =>
  catalog.checklists
    .filter((list) => list.kind === 'graded')
    .flatMap((list) =>
      list.sections.map(({ id }) => ({
        checklist: list.id,
        section: id,
        items: catalog.items.flatMap((item, i) =>
          item.checklist === list.id && item.section === id ? [i] : [],
        ),
      })),
    ),
);

/** Counts of one section of a client. */
export const sectionCoverage = (states: States, { items }: Pick<SectionPlace, 'items'>): Coverage =>
  coverageOf(items.map((index) => STANDINGS.get(states[index] ?? 'o') ?? NOWHERE));
