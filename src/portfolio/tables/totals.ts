import { wholePoints } from '../../core/score/score.ts';
import { isAsked } from '../../core/score/standing.ts';
import type { Catalog } from '../../model/catalog.ts';
import { isTooUnknown } from '../../report/headline.ts';
import { type SectionPlace, sectionsOf, standingAt } from '../rows/states.ts';
import type { Client } from './clients.ts';
import { REASONS, type Reason } from './visits.ts';

/** Points are told in fifths of the scale: finer than that is no difference between two companies. */
export const BANDS = [0, 20, 40, 60, 80] as const;

/** States counted over all clients. */
export const TALLIED = ['yes', 'partial', 'no', 'unknown', 'unanswered'] as const;
export type Tallied = (typeof TALLIED)[number];
export type Tally = Readonly<Record<Tallied, number>>;

/** What is said of all clients together. */
export interface Totals {
  readonly clients: number;
  /** Clients put together of several files, and how many files. */
  readonly withSites: number;
  readonly sites: number;
  /** Clients by the reason that decides their turn. */
  readonly reasons: Readonly<Record<Reason['code'], number>>;
  /** `sure`: the whole range lies in the band · `possible`: some of it does. */
  readonly bands: readonly { readonly from: number; readonly sure: number; readonly possible: number }[];
  /** Too much is unknown for a number, or nothing was asked. */
  readonly noNumber: number;
  readonly sections: readonly (Omit<SectionPlace, 'items'> & { readonly tally: Tally })[];
  /** By item of the catalogue, in its order; only items somebody was asked. */
  readonly items: readonly { readonly item: string; readonly tally: Tally }[];
  readonly industries: readonly { readonly industry: string | null; readonly n: number }[];
  /** By number of people up to `upTo`; `null` = more than all. */
  readonly sizes: readonly { readonly upTo: number | null; readonly n: number }[];
  readonly sizeUnknown: number;
  /** Clients with a date a law sets. */
  readonly legal: number;
  readonly underMin: number;
  /** What changed since the round before; `null` = there is none. */
  readonly change: ChangeTotals | null;
}

/** Clients by what became of the low end of their range, and how many closed each item. */
export interface ChangeTotals {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** One of the two rounds has no points. */
  readonly noPoints: number;
  /** Not there in the round before. */
  readonly fresh: number;
  readonly closed: readonly { readonly item: string; readonly n: number }[];
}

// An industry is free text: past this many different ones, further ones are counted without their name.
const INDUSTRIES = 1000;

/** Adds clients up, one at a time; its memory does not grow with their number. */
export function createTotals(catalog: Catalog, min: number | null, since: boolean) {
  const count = { clients: 0, withSites: 0, sites: 0, legal: 0 };
  const reasons = Object.fromEntries(REASONS.map((code) => [code, 0])) as Record<Reason['code'], number>;
  const states = stateTotals(catalog);
  const scores = scoreTotals(catalog, min);
  const companies = companyTotals(catalog);
  const changes = since ? changeTotals(catalog) : null;
  return {
    add: (client: Client, [first]: readonly Reason[]): void => {
      count.clients += 1;
      if (client.sites.length > 1) {
        count.withSites += 1;
        count.sites += client.sites.length;
      }
      if (client.legal.length > 0) count.legal += 1;
      if (first !== undefined) reasons[first.code] += 1;
      states.add(client);
      scores.add(client);
      companies.add(client);
      changes?.add(client);
    },
    totals: (): Totals => {
      const { bands, noNumber, underMin } = scores.totals();
      const { industries, sizes, sizeUnknown } = companies.totals();
      const { clients, withSites, sites, legal } = count;
      // In the order of the JSON.
      return {
        clients,
        withSites,
        sites,
        noNumber,
        sizeUnknown,
        legal,
        underMin,
        reasons,
        bands,
        sizes,
        ...states.totals(),
        industries,
        change: changes?.totals() ?? null,
      };
    },
  };
}

/** Answers by question and by section. */
function stateTotals(catalog: Catalog) {
  const sections = sectionsOf(catalog);
  const place = catalog.items.map((_, item) => sections.findIndex(({ items }) => items.includes(item)));
  const itemTallies = catalog.items.map(empty);
  const sectionTallies = sections.map(empty);
  return {
    add: ({ states }: Client): void => {
      for (let i = 0; i < itemTallies.length; i++) {
        const { state } = standingAt(states, i);
        if (!isAsked(state) || state === 'notApplicable') continue;
        const key = state as Tallied;
        const item = itemTallies[i];
        const section = sectionTallies[place[i] ?? -1];
        if (item !== undefined) item[key] += 1;
        if (section !== undefined) section[key] += 1;
      }
    },
    totals: (): Pick<Totals, 'sections' | 'items'> => ({
      sections: sections.map(({ checklist, section }, i) => ({
        checklist,
        section,
        tally: sectionTallies[i] ?? empty(),
      })),
      items: catalog.items.flatMap(({ id }, i) => {
        const tally = itemTallies[i] ?? empty();
        return sumOf(tally) === 0 ? [] : [{ item: id, tally }];
      }),
    }),
  };
}

/** Clients by where their range lies. */
function scoreTotals({ weights }: Catalog, min: number | null) {
  const count = { noNumber: 0, underMin: 0 };
  const bands = BANDS.map((from) => ({ from, sure: 0, possible: 0 }));
  return {
    add: ({ score: { low, high, coverage } }: Client): void => {
      if (min !== null && (low ?? 0) < min) count.underMin += 1;
      if (low === null || high === null || isTooUnknown(coverage, weights)) {
        count.noNumber += 1;
        return;
      }
      const [from, to] = [bandOf(wholePoints(low)), bandOf(wholePoints(high))];
      for (let i = from; i <= to; i++) {
        const band = bands[i];
        if (band === undefined) continue;
        band.possible += 1;
        if (from === to) band.sure += 1;
      }
    },
    totals: (): Pick<Totals, 'bands' | 'noNumber' | 'underMin'> => ({ ...count, bands }),
  };
}

/** Clients by industry and size. */
function companyTotals({ weights }: Catalog) {
  const industries = new Map<string | null, number>();
  const sizes = weights.capacity.map(({ upTo }) => ({ upTo, n: 0 }));
  let sizeUnknown = 0;
  return {
    add: ({ industry, employees }: Client): void => {
      const name = industry?.normalize('NFKC').trim() ?? null;
      const known = industries.has(name) || industries.size < INDUSTRIES;
      industries.set(known ? name : null, (industries.get(known ? name : null) ?? 0) + 1);
      const size =
        employees === null ? undefined : sizes.find(({ upTo }) => upTo === null || employees <= upTo);
      if (size === undefined) sizeUnknown += 1;
      else size.n += 1;
    },
    totals: (): Pick<Totals, 'industries' | 'sizes' | 'sizeUnknown'> => ({
      sizes,
      sizeUnknown,
      industries: [...industries]
        .map(([industry, n]) => ({ industry, n }))
        .sort((a, b) => b.n - a.n || ((a.industry ?? '\uffff' < (b.industry ?? '\uffff')) ? -1 : 1)),
    }),
  };
}

/** Clients by what changed since the round before. */
function changeTotals(catalog: Catalog) {
  const count = { better: 0, worse: 0, same: 0, noPoints: 0, fresh: 0 };
  const closings = catalog.items.map(() => 0);
  return {
    add: ({ sites }: Client): void => {
      count[courseOf(sites)] += 1;
      for (const item of new Set(sites.flatMap((site) => site.change?.closed ?? [])))
        closings[item] = (closings[item] ?? 0) + 1;
    },
    totals: (): ChangeTotals => ({ ...count, closed: mostClosed(catalog, closings) }),
  };
}

/** A client of several sites is worse where one of them is. */
function courseOf(sites: Client['sites']): Exclude<keyof ChangeTotals, 'closed'> {
  const changes = sites.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return 'fresh';
  const points = changes.flatMap((change) => change.points ?? []);
  if (points.length === 0) return 'noPoints';
  const moved = points.map(({ low }) => Math.sign(low) * wholePoints(Math.abs(low)));
  if (moved.some((low) => low < 0)) return 'worse';
  return moved.some((low) => low > 0) ? 'better' : 'same';
}

function mostClosed({ items }: Catalog, closings: readonly number[]): ChangeTotals['closed'] {
  return items
    .map(({ id }, i) => ({ item: id, n: closings[i] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
}

const empty = (): Record<Tallied, number> => ({ yes: 0, partial: 0, no: 0, unknown: 0, unanswered: 0 });

export const sumOf = (tally: Tally): number => TALLIED.reduce((sum, state) => sum + tally[state], 0);

const bandOf = (points: number): number => BANDS.findLastIndex((from) => points >= from);

/** Items most clients miss: by how many answered no or partial, then by how many do not know, then in catalogue order. */
export function commonlyMissed({ items }: Pick<Totals, 'items'>, most: number): Totals['items'] {
  const open = ({ tally }: Totals['items'][number]): number => tally.no + tally.partial;
  const dim = ({ tally }: Totals['items'][number]): number => tally.unknown + tally.unanswered;
  return items
    .filter((item) => open(item) + dim(item) > 0)
    .map((item, place) => ({ item, place }))
    .sort((a, b) => open(b.item) - open(a.item) || dim(b.item) - dim(a.item) || a.place - b.place)
    .slice(0, most)
    .map(({ item }) => item);
}
