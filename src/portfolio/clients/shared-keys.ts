import { identityKeys } from '../../core/company/identity.ts';
import { rowsOf } from '../rows/rows-file.ts';
import { type Column, createColumn, sortedRows } from './column.ts';
import { createKeys, type Keys } from './keys.ts';

/** Rows as they were counted once, and the keys by which some may be of one client. */
export interface Scanned {
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

/** Reads the rows once. */
export function scanRows(rows: string): Scanned {
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
export function joinedRoots(count: number, keys: Keys): Int32Array {
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
export function* groupsOf(
  roots: Int32Array,
  clients: (row: number) => boolean,
): Generator<readonly number[]> {
  const rootOf = (row: number): number => roots[row] ?? row;
  const sorted = sortedRows(roots.length, clients, (a, b) => rootOf(a) - rootOf(b) || a - b);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const root = rootOf(sorted[from] ?? 0);
    for (to = from + 1; to < sorted.length && rootOf(sorted[to] ?? 0) === root; ) to++;
    if (to - from > 1) yield [...sorted.subarray(from, to)];
  }
}
