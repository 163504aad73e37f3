import { siteKey } from '../../core/company/company-names.ts';
import { companiesAmong, type Doubt, identityKeys, type Placed } from '../../core/company/identity.ts';
import type { ClientFacts, FileRow } from '../rows/row.ts';
import { openRows, rowsOf } from '../rows/rows-file.ts';
import { type Column, createColumn, sortedRows } from './column.ts';
import { createKeys, type Keys } from './keys.ts';

/** Why a file with a result is not counted: the same bytes again, an earlier visit, or another file of the same day. */
export const ASIDE = ['copy', 'older', 'same-day'] as const;
export type Aside = (typeof ASIDE)[number];

/** Which rows make which client; numbers only, a few a row and outside the heap, for all of it stays in memory. */
export interface ClientIndex {
  readonly rows: string;
  readonly count: number;
  /** Files with a result, and files that could not be read. */
  readonly read: number;
  readonly failed: number;
  /** YAML files that are no answer files. */
  readonly leftOut: number;
  /** Sites that are counted; files that are not, by why. */
  readonly sites: number;
  readonly aside: Readonly<Record<Aside, number>>;
  /** Companies in which a file was joined by its name alone, and files of which there is a doubt, by which. */
  readonly byName: number;
  readonly doubts: Readonly<Record<Doubt['code'], number>>;
  /** Byte place and length of each row. */
  readonly offsets: Column;
  readonly lengths: Column;
  /** Whether a client is told of at this row: the first of its files that count. */
  readonly leads: (row: number) => boolean;
  /** All rows of the client told of at a row, in order of path. */
  readonly members: (row: number) => readonly number[];
  /** What is told of a row beside what reading found, or `null`. */
  readonly told: (row: number) => Told | null;
}

/** Where a row belongs, where that is not to itself alone; other files by their rows. */
export interface Told {
  readonly aside: { readonly why: Aside; readonly counted: number } | null;
  readonly joined: { readonly by: 'name' | 'former-name'; readonly other: number } | null;
  readonly doubt: Doubt | null;
}

/** Reads the rows once, and those once more that share a key with others. */
export function indexClients(rows: string): ClientIndex {
  const scanned = scan(rows);
  const { count, keys, clients } = scanned;
  const index = blankIndex(count, clients);
  const roots = joinedRoots(count, keys);
  const file = openRows(rows);
  try {
    for (const group of groupsOf(roots, clients)) {
      const members = group.map((row) => ({
        row,
        line: file.at(scanned.offsets.at(row), scanned.lengths.at(row)),
      }));
      settleGroup(members, index);
    }
  } finally {
    file.close();
  }
  return finished(rows, scanned, index);
}

interface Scanned {
  readonly count: number;
  readonly read: number;
  readonly failed: number;
  readonly leftOut: number;
  readonly offsets: Column;
  readonly lengths: Column;
  readonly keys: Keys;
  /** Whether a row is a client's. */
  readonly clients: (row: number) => boolean;
}

function scan(rows: string): Scanned {
  const [offsets, lengths, flags] = [createColumn(), createColumn(), createColumn()];
  const keys = createKeys();
  let [read, failed, leftOut] = [0, 0, 0];
  for (const { row, line } of rowsOf(rows)) {
    const at = offsets.length();
    offsets.push(line.offset);
    lengths.push(line.length);
    flags.push(row.client === null ? 0 : 1);
    if (row.client !== null) {
      read++;
      for (const key of identityKeys(row.client)) keys.add(key, at);
      keys.add(`bytes ${row.sha256}`, at);
    } else if (row.findings.some(({ severity }) => severity === 'error')) failed++;
    else if (row.findings.some(({ code }) => code === 'file-not-answers')) leftOut++;
  }
  const clients = (row: number): boolean => flags.at(row) === 1;
  return { count: offsets.length(), read, failed, leftOut, offsets, lengths, keys, clients };
}

/** Of each row the first row it shares a key with, however far about. */
function joinedRoots(count: number, keys: Keys): Int32Array {
  const roots = Int32Array.from({ length: count }, (_, row) => row);
  const rootOf = (row: number): number => {
    let at = row;
    while (roots[at] !== at) {
      roots[at] = roots[roots[at] ?? at] ?? at;
      at = roots[at] ?? at;
    }
    return at;
  };
  for (const [a, b] of keys.neighbours()) {
    const [one, other] = [rootOf(a), rootOf(b)];
    roots[Math.max(one, other)] = Math.min(one, other);
  }
  for (let row = 0; row < count; row++) roots[row] = rootOf(row);
  return roots;
}

/** Rows of one root, where they are several. */
function* groupsOf(roots: Int32Array, clients: (row: number) => boolean): Generator<readonly number[]> {
  const rootOf = (row: number): number => roots[row] ?? row;
  const sorted = sortedRows(roots.length, clients, (a, b) => rootOf(a) - rootOf(b) || a - b);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const root = rootOf(sorted[from] ?? 0);
    for (to = from + 1; to < sorted.length && rootOf(sorted[to] ?? 0) === root; ) to++;
    if (to - from > 1) yield [...sorted.subarray(from, to)];
  }
}

interface Member {
  readonly row: number;
  readonly line: FileRow;
}

/** Columns by row; −1 where there is nothing to tell. */
interface Blank {
  /** The row a client is told of at; −1 for a row that is no client's. */
  readonly lead: Int32Array;
  /** The next row of the same client. */
  readonly next: Int32Array;
  /** The first row of a client, at the row it is told of at. */
  readonly first: Int32Array;
  readonly why: Int8Array;
  readonly counted: Int32Array;
  readonly joined: Int8Array;
  readonly joinedTo: Int32Array;
  readonly doubt: Int8Array;
  readonly doubtOf: Int32Array;
}

function blankIndex(count: number, clients: (row: number) => boolean): Blank {
  const none = (): Int32Array => new Int32Array(count).fill(-1);
  const flags = (): Int8Array => new Int8Array(count).fill(-1);
  const lead = Int32Array.from({ length: count }, (_, row) => (clients(row) ? row : -1));
  return {
    lead,
    first: lead.slice(),
    next: none(),
    why: flags(),
    counted: none(),
    joined: flags(),
    joinedTo: none(),
    doubt: flags(),
    doubtOf: none(),
  };
}

const JOINED = ['name', 'former-name'] as const;
const DOUBTS = ['number-shared', 'identity-unclear'] as const;

/** Copies first: the same bytes say the same thing twice. Then who is who, and of each site the last visit. */
function settleGroup(members: readonly Member[], index: Blank): void {
  const once = new Map<string | null, Member>();
  const copies: [Member, Member][] = [];
  for (const member of members) {
    const same = once.get(member.line.sha256);
    if (same === undefined) once.set(member.line.sha256, member);
    else copies.push([member, same]);
  }
  const files = [...once.values()];
  const placed = companiesAmong(files.flatMap(({ line }) => line.client ?? []));
  placed.forEach((place, at) => {
    tell(place, files[at]?.row ?? 0, (other) => files[other]?.row ?? 0, index);
  });
  const leads = [...new Set(placed.map(({ company }) => company))];
  const own = new Map<number, Member[]>(leads.map((lead) => [lead, []]));
  for (const [at, file] of files.entries()) own.get(placed[at]?.company ?? at)?.push(file);
  const companyOf = new Map(files.map((file, at) => [file, own.get(placed[at]?.company ?? at)]));
  for (const [copy, original] of copies) {
    companyOf.get(original)?.push(copy);
    setAside(copy.row, 'copy', original.row, index);
  }
  for (const company of own.values()) settleCompany(company, new Set(copies.map(([copy]) => copy)), index);
}

function tell(
  { by, company, doubt }: Placed,
  row: number,
  rowAt: (at: number) => number,
  index: Blank,
): void {
  if (by === 'name' || by === 'former-name') {
    index.joined[row] = JOINED.indexOf(by);
    index.joinedTo[row] = rowAt(company);
  }
  if (doubt === null) return;
  index.doubt[row] = DOUBTS.indexOf(doubt.code);
  index.doubtOf[row] = rowAt(doubt.other);
}

function setAside(row: number, why: Aside, counted: number, index: Blank): void {
  index.why[row] = ASIDE.indexOf(why);
  index.counted[row] = counted;
}

/** Of each site the file of the last day counts, of one day the first by path; all others are its history. */
function settleCompany(company: readonly Member[], copies: ReadonlySet<Member>, index: Blank): void {
  const last = new Map<string, Member>();
  const siteOf = ({ line }: Member): string => siteKey(line.client?.site ?? null);
  const files = company.filter((member) => !copies.has(member));
  for (const file of files) {
    const other = last.get(siteOf(file));
    if (other === undefined || dayOf(file.line.client) > dayOf(other.line.client))
      last.set(siteOf(file), file);
  }
  for (const file of files) {
    const counted = last.get(siteOf(file)) ?? file;
    if (counted === file) continue;
    const same = dayOf(file.line.client) === dayOf(counted.line.client);
    setAside(file.row, same ? 'same-day' : 'older', counted.row, index);
  }
  const rows = company.map(({ row }) => row).sort((a, b) => a - b);
  const lead = Math.min(...[...last.values()].map(({ row }) => row));
  rows.forEach((row, i) => {
    index.lead[row] = lead;
    index.next[row] = rows[i + 1] ?? -1;
  });
  index.first[lead] = rows[0] ?? lead;
}

/** A file without a day is older than any with one. */
const dayOf = (client: ClientFacts | null): string => client?.date ?? '';

function finished(rows: string, scanned: Scanned, index: Blank): ClientIndex {
  const { count, read, failed, leftOut, offsets, lengths } = scanned;
  const aside = { copy: 0, older: 0, 'same-day': 0 };
  const doubts = { 'number-shared': 0, 'identity-unclear': 0 };
  const named = new Set<number>();
  for (let row = 0; row < count; row++) {
    const why = ASIDE[index.why[row] ?? -1];
    if (why !== undefined) aside[why]++;
    const doubt = DOUBTS[index.doubt[row] ?? -1];
    if (doubt !== undefined) doubts[doubt]++;
    if (JOINED[index.joined[row] ?? -1] === 'name') named.add(index.lead[row] ?? row);
  }
  const left = aside.copy + aside.older + aside['same-day'];
  return {
    rows,
    count,
    read,
    failed,
    leftOut,
    offsets,
    lengths,
    aside,
    doubts,
    sites: read - left,
    byName: named.size,
    leads: (row) => index.lead[row] === row,
    members: (row) => {
      const all: number[] = [];
      for (let at = index.first[row] ?? -1; at !== -1; at = index.next[at] ?? -1) all.push(at);
      return all;
    },
    told: (row) => toldOf(row, index),
  };
}

function toldOf(row: number, index: Blank): Told | null {
  const why = ASIDE[index.why[row] ?? -1];
  const by = JOINED[index.joined[row] ?? -1];
  const code = DOUBTS[index.doubt[row] ?? -1];
  if (why === undefined && by === undefined && code === undefined) return null;
  return {
    aside: why === undefined ? null : { why, counted: index.counted[row] ?? row },
    joined: by === undefined ? null : { by, other: index.joinedTo[row] ?? row },
    doubt: code === undefined ? null : { code, other: index.doubtOf[row] ?? row },
  };
}
