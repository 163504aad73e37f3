import { siteKey } from '../../core/company/company-names.ts';
import { companiesAmong, type Placed } from '../../core/company/identity.ts';
import type { ClientFacts, FileRow } from '../rows/row.ts';

/** Why a file with a result is not counted: the same bytes again, an earlier visit, or another file of the same day. */
export const ASIDE = ['copy', 'older', 'same-day'] as const;
export type Aside = (typeof ASIDE)[number];

export interface Member {
  readonly row: number;
  readonly line: FileRow;
}

/** Columns by row; −1 where there is nothing to tell. */
export interface Settled {
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

export function blankSettled(count: number, clients: (row: number) => boolean): Settled {
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

export const JOINED = ['name', 'former-name'] as const;
export const DOUBTS = ['number-shared', 'identity-unclear'] as const;

/** Copies first: the same bytes say the same thing twice. Then who is who, and of each site the last visit. */
export function settleGroup(members: readonly Member[], index: Settled): void {
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
  index: Settled,
): void {
  if (by === 'name' || by === 'former-name') {
    index.joined[row] = JOINED.indexOf(by);
    index.joinedTo[row] = rowAt(company);
  }
  if (doubt === null) return;
  index.doubt[row] = DOUBTS.indexOf(doubt.code);
  index.doubtOf[row] = rowAt(doubt.other);
}

function setAside(row: number, why: Aside, counted: number, index: Settled): void {
  index.why[row] = ASIDE.indexOf(why);
  index.counted[row] = counted;
}

/** Of each site the file of the last day counts, of one day the first by path; all others are its history. */
function settleCompany(company: readonly Member[], copies: ReadonlySet<Member>, index: Settled): void {
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
