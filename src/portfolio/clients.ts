import type { Score } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import type { ChangeFacts } from './change.ts';
import { type Column, createColumn, sortedRows } from './column.ts';
import { type ClientFacts, compare, type FileRow, type LegalDate } from './row.ts';
import { openRows, rowsOf } from './rows-file.ts';
import { type States, scoreOfStates, worstOf } from './states.ts';

/** A company as the portfolio sees it: one file, or several sites of one corporate number. */
export interface Client {
  /** Of its first file: where it stands in every list. */
  readonly path: string;
  readonly name: string | null;
  readonly corporateNumber: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  /** The oldest of its answers. */
  readonly date: IsoDate | null;
  readonly sites: readonly ClientSite[];
  readonly states: States;
  readonly score: Score;
  readonly critical: readonly number[];
  readonly legal: readonly LegalDate[];
}

export interface ClientSite {
  readonly path: string;
  readonly site: string | null;
  readonly report: string | null;
  readonly change: ChangeFacts | null;
}

/** Which rows make which client; numbers only, for it stays in memory. */
export interface ClientIndex {
  readonly rows: string;
  readonly count: number;
  /** Files with a result, and files that could not be read. */
  readonly read: number;
  readonly failed: number;
  /** YAML files that are no answer files. */
  readonly leftOut: number;
  /** Byte place and length of each row. */
  readonly offsets: Column;
  readonly lengths: Column;
  /** Rows of a company with several sites, at the first of them. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** Rows that count elsewhere, or not at all. */
  readonly elsewhere: ReadonlySet<number>;
  /** Paths set aside because another file of the same site counts, with that file. */
  readonly aside: ReadonlyMap<string, string>;
}

/** Reads the rows once and finds files that belong together by their corporate number. */
export function indexClients(rows: string): ClientIndex {
  const [offsets, lengths, numbers] = [createColumn(), createColumn(), createColumn()];
  let [read, failed, leftOut] = [0, 0, 0];
  for (const { row, line } of rowsOf(rows)) {
    offsets.push(line.offset);
    lengths.push(line.length);
    numbers.push(Number(row.client?.corporateNumber ?? 0));
    if (row.client !== null) read++;
    else if (row.findings.some(({ severity }) => severity === 'error')) failed++;
    else if (row.findings.some(({ code }) => code === 'file-not-answers')) leftOut++;
  }
  const members = new Map<number, readonly number[]>();
  const elsewhere = new Set<number>();
  const aside = new Map<string, string>();
  const file = openRows(rows);
  try {
    for (const company of companiesIn(numbers)) {
      const sites = company.map((index) => ({
        index,
        row: file.at(offsets.at(index), lengths.at(index)),
      }));
      const counted = newestOfEachSite(sites, aside);
      const [lead, ...others] = counted;
      if (lead === undefined) continue;
      for (const index of company) if (index !== lead) elsewhere.add(index);
      if (others.length > 0) members.set(lead, counted);
    }
  } finally {
    file.close();
  }
  return {
    rows,
    count: offsets.length(),
    read,
    failed,
    leftOut,
    offsets,
    lengths,
    members,
    elsewhere,
    aside,
  };
}

/** Rows that share a corporate number, each group in order of path. */
function* companiesIn(numbers: Column): Generator<readonly number[]> {
  const numbered = sortedRows(
    numbers.length(),
    (row) => numbers.at(row) > 0,
    (a, b) => numbers.at(a) - numbers.at(b) || a - b,
  );
  for (let from = 0, to = 0; from < numbered.length; from = to) {
    const number = numbers.at(numbered[from] ?? 0);
    for (to = from + 1; to < numbered.length && numbers.at(numbered[to] ?? 0) === number; ) to++;
    if (to - from > 1) yield [...numbered.subarray(from, to)];
  }
}

/** Two files of one site are two rounds, or a copy: the newer counts, of two of a day the first. */
function newestOfEachSite(
  sites: readonly { readonly index: number; readonly row: FileRow }[],
  aside: Map<string, string>,
): readonly number[] {
  const best = new Map<string, { readonly index: number; readonly row: FileRow }>();
  for (const here of sites) {
    const site = here.row.client?.site ?? '';
    const other = best.get(site);
    if (other === undefined) best.set(site, here);
    else {
      const newer = (here.row.client?.date ?? '') > (other.row.client?.date ?? '');
      best.set(site, newer ? here : other);
    }
  }
  for (const { row } of sites) {
    const counted = best.get(row.client?.site ?? '');
    if (counted !== undefined && counted.row !== row) aside.set(row.path, counted.row.path);
  }
  return [...best.values()].map(({ index }) => index).sort((a, b) => a - b);
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
      if (row.client === null || index.elsewhere.has(here)) continue;
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

function siteRows(
  { members, offsets, lengths }: ClientIndex,
  here: number,
  row: FileRow,
  file: ReturnType<typeof openRows>,
): readonly FileRow[] {
  const own = members.get(here);
  if (own === undefined) return [row];
  return own.map((at) => (at === here ? row : file.at(offsets.at(at), lengths.at(at))));
}

/** One client of its sites: of each item the worst answer, of dates the earliest, of people the sum. */
function joined(rows: readonly FileRow[], catalog: Catalog): Client {
  const all = rows.flatMap(({ client }) => client ?? []);
  const first = <K extends keyof ClientFacts>(key: K): ClientFacts[K] | null =>
    all.find((facts) => facts[key] !== null)?.[key] ?? null;
  const states = worstOf(all.map((facts) => facts.states));
  const people = all.flatMap(({ employees }) => employees ?? []);
  const dates = all.flatMap(({ date }) => date ?? []).sort();
  return {
    path: rows[0]?.path ?? '',
    name: first('name'),
    corporateNumber: first('corporateNumber'),
    industry: first('industry'),
    employees: people.length === 0 ? null : people.reduce((sum, n) => sum + n, 0),
    date: dates[0] ?? null,
    sites: rows.map(({ path, client, report }) => ({
      path,
      site: client?.site ?? null,
      report,
      change: client?.change ?? null,
    })),
    states,
    score: scoreOfStates(states, catalog),
    critical: [...new Set(all.flatMap(({ critical }) => critical))],
    legal: all.flatMap(({ legal }) => legal).sort((a, b) => compare(a.due, b.due) || compare(a.task, b.task)),
  };
}
