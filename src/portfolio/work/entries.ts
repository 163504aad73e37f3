import type { Finding } from '../../model/finding.ts';
import { compare } from '../rows/row.ts';

/** One file to read, or a place that could not be looked into. */
export interface Entry {
  readonly path: string;
  readonly source: number;
  readonly problem?: Finding;
  /** It is a file of the round before, and of this round no more. */
  readonly gone?: true;
}

/** The places of a run, one after the other. */
export interface Entries extends Iterable<Entry> {
  readonly length: number;
}

const BLOCK = 64;

/**
 * Keeps entries as JSON outside the heap, and reads them from there a few at a time. As objects a hundred thousand of
 * them are but 10 MB, but objects that live on make V8 give a thread 50 MB more to make garbage in.
 */
export function packEntries(entries: Iterable<Entry>): Entries {
  const blocks: Buffer[] = [];
  let block: Entry[] = [];
  let length = 0;
  const pack = (): void => {
    blocks.push(Buffer.from(JSON.stringify(block.map(short)), 'utf8'));
    length += block.length;
    block = [];
  };
  for (const entry of entries) {
    block.push(entry);
    if (block.length === BLOCK) pack();
  }
  if (block.length > 0) pack();
  return {
    length,
    *[Symbol.iterator]() {
      for (const bytes of blocks) {
        for (const entry of JSON.parse(bytes.toString('utf8')) as readonly Short[]) {
          yield typeof entry === 'string' ? { path: entry, source: 0 } : entry;
        }
      }
    },
  };
}

/** Nearly all entries are but a path. */
type Short = Entry | string;

const short = (entry: Entry): Short =>
  entry.source === 0 && entry.problem === undefined && entry.gone === undefined ? entry.path : entry;

/** Sorted by path, each path once, as it came first. What comes in order is not held in memory to be sorted. */
export function sortEntries(found: Iterable<Entry>): Entries {
  let inOrder = true;
  const packed = packEntries(watched());
  if (inOrder) return packed;
  const once = new Map<string, Entry>();
  for (const entry of packed) if (!once.has(entry.path)) once.set(entry.path, entry);
  return packEntries([...once.values()].sort((a, b) => compare(a.path, b.path)));

  function* watched(): Generator<Entry> {
    let last: string | null = null;
    for (const entry of found) {
      if (entry.path === last) continue;
      if (last !== null && entry.path < last) inOrder = false;
      last = entry.path;
      yield entry;
    }
  }
}
