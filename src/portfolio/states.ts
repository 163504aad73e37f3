import { rating } from '../core/rating.ts';
import { coverageOf, type Rated, scoreOf } from '../core/score.ts';
import type { ItemState, Score } from '../model/assessment.ts';
import type { Catalog, Item } from '../model/catalog.ts';

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

const STATES: ReadonlyMap<string, ItemState> = new Map(
  (Object.keys(LETTERS) as ItemState[]).map((state) => [LETTERS[state], state]),
);

/** Worst first: what a client with several sites is told of an item. No, then nobody knows, then partial, then yes. */
const WORST_FIRST = 'nuwpyaqo';

interface Standing {
  readonly state: ItemState;
  readonly inOverall: boolean;
}

export const letterOf = ({ state, inOverall }: Standing): string =>
  inOverall ? LETTERS[state].toUpperCase() : LETTERS[state];

export function standingAt(states: States, index: number): Standing {
  const letter = states[index] ?? 'o';
  const lower = letter.toLowerCase();
  return { state: STATES.get(lower) ?? 'outOfScope', inOverall: letter !== lower };
}

/** The worst site wins, item by item; it counts where it counts at any site that was asked. */
export function worstOf(sites: readonly States[]): States {
  const [first = ''] = sites;
  if (sites.length === 1) return first;
  return [...first]
    .map((_, index) => {
      const letters = sites.map((states) => states[index] ?? 'o');
      const worst = letters.reduce((a, b) => (rank(b) < rank(a) ? b : a)).toLowerCase();
      const counts = letters.some((letter) => letter !== letter.toLowerCase());
      return counts ? worst.toUpperCase() : worst;
    })
    .join('');
}

const rank = (letter: string): number => WORST_FIRST.indexOf(letter.toLowerCase());

/** The overall score of a client, by the rules every score follows. */
export function scoreOfStates(states: States, catalog: Catalog): Score {
  return scoreOf(
    ratedWhere(states, catalog, (_, inOverall) => inOverall),
    catalog.weights,
  );
}

/** A section of a graded list, as strips show it. */
export interface SectionPlace {
  readonly checklist: string;
  readonly section: string;
}

/** The sections of all graded lists, in catalogue order. */
export function sectionsOf(catalog: Catalog): readonly SectionPlace[] {
  return catalog.checklists
    .filter((list) => list.kind === 'graded')
    .flatMap((list) => list.sections.map(({ id }) => ({ checklist: list.id, section: id })));
}

/** Counts of one section of a client. */
export function sectionCoverage(states: States, catalog: Catalog, place: SectionPlace) {
  return coverageOf(
    catalog.items.flatMap((item, index) =>
      item.checklist === place.checklist && item.section === place.section
        ? [{ state: standingAt(states, index).state }]
        : [],
    ),
  );
}

function ratedWhere(
  states: States,
  catalog: Catalog,
  wanted: (item: Item, inOverall: boolean) => boolean,
): readonly Rated[] {
  return catalog.items.flatMap((item, index) => {
    const { state, inOverall } = standingAt(states, index);
    if (!wanted(item, inOverall)) return [];
    const interval = rating(state);
    return [
      {
        id: item.id,
        state,
        severity: item.severity,
        weight: interval === null ? 0 : catalog.weights.severity[item.severity],
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
    ];
  });
}
