import type { Score } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { IsoDate } from '../../model/text.ts';
import type { ClientIndex } from '../clients/client-index.ts';
import type { Aside } from '../clients/settle.ts';
import type { ChangeFacts } from '../rows/change.ts';
import { type ClientFacts, compare, dayOf, type FileRow, type LegalDate } from '../rows/row.ts';
import { openRows, rowsOf } from '../rows/rows-file.ts';
import { type States, scoreOfStates, worstOf } from '../rows/states.ts';

/** A company as the portfolio sees it: one file, or its sites; earlier visits are its history. */
export interface Client {
  /** Of its first file: where it stands in every list. */
  readonly path: string;
  readonly name: string | null;
  readonly corporateNumber: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  /** The oldest of its answers. */
  readonly date: IsoDate | null;
  /** The first day by which one of its files is to be deleted. */
  readonly keepUntil: IsoDate | null;
  readonly sites: readonly ClientSite[];
  /** Files of it that do not count, and why. */
  readonly history: readonly FormerVisit[];
  readonly states: States;
  readonly score: Score;
  readonly critical: readonly number[];
  readonly legal: readonly LegalDate[];
}

export interface FormerVisit {
  readonly path: string;
  readonly site: string | null;
  readonly date: IsoDate | null;
  readonly why: Aside;
}

export interface ClientSite {
  readonly path: string;
  readonly site: string | null;
  readonly report: string | null;
  /** The file of the round before it was held against. */
  readonly compared: string | null;
  readonly change: ChangeFacts | null;
}

/** A client, and the number of its (first) row. */
export interface PlacedClient {
  readonly index: number;
  readonly client: Client;
}

/** All clients in order of path, one at a time. */
export function* clientsIn(index: ClientIndex, catalog: Catalog): Generator<PlacedClient> {
  const file = openRows(index.rows);
  try {
    let at = 0;
    for (const { row } of rowsOf(index.rows)) {
      const here = at++;
      if (row.client === null || !index.leads(here)) continue;
      yield { index: here, client: joined(siteRows(index, here, row, file), catalog) };
    }
  } finally {
    file.close();
  }
}

/** Some clients by the numbers of their rows, in the order asked for. */
export function clientsAt(
  index: ClientIndex,
  wanted: readonly number[],
  catalog: Catalog,
): readonly Client[] {
  const file = openRows(index.rows);
  try {
    return wanted.map((at) => {
      const row = file.at(index.offsets.at(at), index.lengths.at(at));
      return joined(siteRows(index, at, row, file), catalog);
    });
  } finally {
    file.close();
  }
}

/** The rows of the client told of at `here`, those that count and the earlier ones. */
function siteRows(
  { members, told, offsets, lengths }: ClientIndex,
  here: number,
  row: FileRow,
  file: ReturnType<typeof openRows>,
): readonly Counted[] {
  return members(here).map((at) => ({
    row: at === here ? row : file.at(offsets.at(at), lengths.at(at)),
    aside: told(at)?.aside?.why ?? null,
  }));
}

interface Counted {
  readonly row: FileRow;
  readonly aside: Aside | null;
}

/** One client of its sites: of each item the worst answer, of dates the earliest, of people the sum. */
function joined(members: readonly Counted[], catalog: Catalog): Client {
  const rows = members.flatMap(({ row, aside }) => (aside === null ? row : []));
  const all = rows.flatMap(({ client }) => client ?? []);
  // What a company is called and stands for as it said last; what it left out then, as it said before.
  const newest = members
    .flatMap(({ row }) => row.client ?? [])
    .sort((a, b) => compare(b.date ?? '', a.date ?? ''));
  const last = <K extends keyof ClientFacts>(key: K): ClientFacts[K] | null =>
    newest.find((facts) => facts[key] !== null)?.[key] ?? null;
  const states = worstOf(all.map((facts) => facts.states));
  const people = all.flatMap(({ employees }) => employees ?? []);
  const dates = all.flatMap(({ date }) => date ?? []).sort();
  return {
    path: rows[0]?.path ?? '',
    name: last('name'),
    corporateNumber: last('corporateNumber'),
    industry: last('industry'),
    employees: people.length === 0 ? null : people.reduce((sum, n) => sum + n, 0),
    date: dates[0] ?? null,
    sites: rows.map(({ client, report, ...row }) => ({
      path: row.path,
      site: client?.site ?? null,
      report,
      compared: row.before?.path ?? null,
      change: client?.change ?? null,
    })),
    history: members.flatMap(({ row, aside }) =>
      aside === null
        ? []
        : [{ path: row.path, site: row.client?.site ?? null, date: row.client?.date ?? null, why: aside }],
    ),
    keepUntil: all.flatMap(({ keepUntil }) => keepUntil ?? []).sort()[0] ?? null,
    states,
    score: scoreOfStates(states, catalog),
    critical: [...new Set(all.flatMap(({ critical }) => critical))],
    legal: all
      .flatMap(({ legal }) => legal)
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.task, b.task)),
  };
}
