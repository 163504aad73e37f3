import type { Doubt } from '../../core/company/identity.ts';
import { openRows } from '../rows/rows-file.ts';
import type { Column } from './column.ts';
import { ASIDE, type Aside, blankSettled, DOUBTS, JOINED, type Settled, settleGroup } from './settle.ts';
import { groupsOf, joinedRoots, type Scanned, scanRows } from './shared-keys.ts';

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
  const scanned = scanRows(rows);
  const { count, keys, clients } = scanned;
  const index = blankSettled(count, clients);
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

function finished(rows: string, scanned: Scanned, index: Settled): ClientIndex {
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

function toldOf(row: number, index: Settled): Told | null {
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
