import { createHash } from 'node:crypto';
import { createColumn, sortedRows } from './column.ts';

/**
 * Which rows share a key. Keys are kept as 64-bit hashes outside the heap, so that a million of them are 20 MB whatever
 * they say: a hit is a reason to look, and whoever looks holds the words themselves against each other.
 */
export interface Keys {
  readonly add: (key: string, row: number) => void;
  /** Rows added under a key, in rising order; none may be added after this. */
  readonly rowsOf: (key: string) => readonly number[];
  /** Pairs of rows one after the other under one key: followed through, they lead to all that share it. */
  readonly neighbours: () => Generator<readonly [row: number, next: number]>;
}

export function createKeys(): Keys {
  const [high, low, rows] = [createColumn(), createColumn(), createColumn()];
  let order: Int32Array | null = null;
  const compare = (a: number, b: number): number =>
    high.at(a) - high.at(b) || low.at(a) - low.at(b) || rows.at(a) - rows.at(b);
  const sorted = (): Int32Array => {
    order ??= sortedRows(rows.length(), () => true, compare);
    return order;
  };
  return {
    add: (key, row) => {
      const [first, second] = hashOf(key);
      high.push(first);
      low.push(second);
      rows.push(row);
    },
    rowsOf: (key) => {
      const all = sorted();
      const [first, second] = hashOf(key);
      const before = (at: number): boolean =>
        high.at(at) < first || (high.at(at) === first && low.at(at) < second);
      let [from, to] = [0, all.length];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if (before(all[middle] ?? 0)) from = middle + 1;
        else to = middle;
      }
      const found: number[] = [];
      for (let i = from; i < all.length; i++) {
        const at = all[i] ?? 0;
        if (high.at(at) !== first || low.at(at) !== second) break;
        if (found.at(-1) !== rows.at(at)) found.push(rows.at(at));
      }
      return found;
    },
    *neighbours() {
      const all = sorted();
      for (let i = 1; i < all.length; i++) {
        const [a, b] = [all[i - 1] ?? 0, all[i] ?? 0];
        if (high.at(a) === high.at(b) && low.at(a) === low.at(b)) yield [rows.at(a), rows.at(b)];
      }
    },
  };
}

function hashOf(key: string): readonly [number, number] {
  const bytes = createHash('sha256').update(key).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}
