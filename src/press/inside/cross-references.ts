import { textOf } from '../bytes.ts';
import { objectAt } from './objects-at.ts';
import { decoded } from './streams.ts';
import { cursor, dictionary, skipSpace } from './syntax.ts';
import { type Budget, type Dictionary, nameOf, Unreadable, type Value, wholeOf } from './values.ts';

/**
 * Where the objects in force stand (ISO 32000-1, 7.5.4, 7.5.6, 7.5.8): the section at the end of the file, then the
 * older ones it leads to. Of two entries for an object the newer one counts.
 */
export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  /** Of the newest section. */
  readonly trailer: Dictionary;
  readonly sections: readonly Section[];
  /** A table for old programs and a stream for newer ones: they may show different things (7.5.8.4). */
  readonly hybrid: boolean;
}

export type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number };

export interface Section {
  readonly from: number;
  readonly to: number;
  readonly trailer: Dictionary;
  readonly entries: ReadonlyMap<number, Place>;
  /** The number of the stream it is written as. */
  readonly id: number | null;
}

/** Revisions of a file that was signed, annotated and filled in by many hands are fewer. */
const MOST_SECTIONS = 64;
/** What a table of sixteen megabytes could list. */
const MOST_ENTRIES = 500_000;
/** Number of the last object a plan could ever have. */
const LAST_OBJECT = 8_388_607;
const LARGEST_TABLE = 8 * 1024 * 1024;

export function crossReferences(bytes: Uint8Array, start: number, budget: Budget): CrossReferences {
  const sections: Section[] = [];
  const seen = new Set<number>();
  const places = new Map<number, Place>();
  let hybrid = false;
  const take = (at: number): Section => {
    if (seen.has(at) || seen.size >= MOST_SECTIONS) throw new Unreadable(at, 'cross-references in a circle');
    seen.add(at);
    const section = sectionAt(bytes, at, budget);
    sections.push(section);
    return section;
  };
  const add = (entries: ReadonlyMap<number, Place>, over: ReadonlySet<number>): void => {
    for (const [id, place] of entries) if (!places.has(id) || over.has(id)) places.set(id, place);
    if (places.size > MOST_ENTRIES) throw new Unreadable(start, 'more objects than a plan has');
  };
  for (let next: number | null = start; next !== null; ) {
    const section = take(next);
    const fresh = [...section.entries.keys()].filter((id) => !places.has(id));
    add(section.entries, new Set());
    const beside = offsetIn(section, 'XRefStm');
    if (beside !== null) {
      hybrid = true;
      // Objects hidden from old programs are free in the table beside.
      add(take(beside).entries, new Set(fresh.filter((id) => places.get(id)?.kind === 'free')));
    }
    next = offsetIn(section, 'Prev');
  }
  const trailer = sections[0]?.trailer;
  if (trailer === undefined) throw new Unreadable(start, 'no cross-references');
  return { places, trailer, sections, hybrid };
}

function offsetIn({ trailer, from }: Section, key: string): number | null {
  const value = trailer.entries.get(key);
  if (value === undefined) return null;
  const offset = wholeOf(value);
  if (offset === null) throw new Unreadable(from, 'no place of a section');
  return offset;
}

function sectionAt(bytes: Uint8Array, at: number, budget: Budget): Section {
  if (at >= bytes.length) throw new Unreadable(at, 'a section behind the end');
  return textOf(bytes, at, at + 4) === 'xref' ? table(bytes, at, budget) : stream(bytes, at, budget);
}

const HEADING = /^(\d{1,10}) (\d{1,10})[ \t]*(?:\r\n|\r|\n)/;
const ENTRY = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/;

function table(bytes: Uint8Array, from: number, budget: Budget): Section {
  const entries = new Map<number, Place>();
  const c = cursor(bytes, from + 4, budget);
  skipSpace(c);
  for (let head = HEADING.exec(textOf(bytes, c.at, c.at + 32)); head !== null; ) {
    const [whole, first, count] = [head[0], Number(head[1]), Number(head[2])];
    c.at += whole.length;
    if (c.at + count * 20 > bytes.length) throw new Unreadable(c.at, 'a table that is cut off');
    for (let i = 0; i < count; i++, c.at += 20) {
      const [line, offset, generation, kind] = ENTRY.exec(textOf(bytes, c.at, c.at + 20)) ?? [];
      if (line === undefined) throw new Unreadable(c.at, 'no entry');
      if (kind === 'n' && generation !== '00000') throw new Unreadable(c.at, 'a later generation');
      put(entries, first + i, kind === 'n' ? { kind: 'at', offset: Number(offset) } : { kind: 'free' }, c.at);
    }
    head = HEADING.exec(textOf(bytes, c.at, c.at + 32));
  }
  if (textOf(bytes, c.at, c.at + 7) !== 'trailer') throw new Unreadable(c.at, 'no trailer');
  c.at += 7;
  skipSpace(c);
  const trailer = dictionary(c);
  return { from, to: c.at, trailer, entries, id: null };
}

function put(entries: Map<number, Place>, id: number, place: Place, at: number): void {
  if (id > LAST_OBJECT || entries.has(id)) throw new Unreadable(at, 'an entry given twice');
  // Number 0 heads the list of free numbers and is no object.
  if (id === 0 && place.kind !== 'free') throw new Unreadable(at, 'an object numbered 0');
  entries.set(id, place);
}

function stream(bytes: Uint8Array, at: number, budget: Budget): Section {
  const object = objectAt(bytes, at, budget, () => {
    throw new Unreadable(at, 'a table whose length is elsewhere');
  });
  const { value, from, to, id } = object;
  if (value.kind !== 'dictionary' || nameOf(value.entries.get('Type')) !== 'XRef')
    throw new Unreadable(at, 'no cross-references');
  const rows = decoded(object, LARGEST_TABLE, budget);
  if (typeof rows === 'string') throw new Unreadable(at, 'a table that cannot be read');
  return { from, to, trailer: value, entries: entriesOf(value, rows, at), id };
}

function entriesOf({ entries: said }: Dictionary, rows: Uint8Array, at: number): ReadonlyMap<number, Place> {
  const [kindWidth = 0, placeWidth = 0, extraWidth = 0, ...more] = numbers(said.get('W'), at);
  const width = kindWidth + placeWidth + extraWidth;
  const size = wholeOf(said.get('Size'));
  if (width === 0 || more.length > 0 || Math.max(kindWidth, placeWidth, extraWidth) > 6 || size === null)
    throw new Unreadable(at, 'a table of another form');
  const ranges = said.has('Index') ? numbers(said.get('Index'), at) : [0, size];
  const entries = new Map<number, Place>();
  const number = (from: number, bytes: number): number => {
    let value = 0;
    for (let i = from; i < from + bytes; i++) value = value * 256 + (rows[i] ?? 0);
    return value;
  };
  let row = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2);
    if (row + count * width > rows.length) throw new Unreadable(at, 'a table that is cut off');
    for (let i = 0; i < count; i++, row += width) {
      const kind = kindWidth === 0 ? 1 : number(row, kindWidth);
      const place = number(row + kindWidth, placeWidth);
      const extra = number(row + kindWidth + placeWidth, extraWidth);
      put(entries, first + i, placeOf(kind, place, extra, at), at);
    }
  }
  if (row !== rows.length || ranges.length % 2 !== 0) throw new Unreadable(at, 'a table longer than it says');
  return entries;
}

function placeOf(kind: number, place: number, extra: number, at: number): Place {
  if (kind === 0) return { kind: 'free' };
  if (kind === 1 && extra === 0) return { kind: 'at', offset: place };
  if (kind === 2) return { kind: 'in', stream: place, index: extra };
  throw new Unreadable(at, 'an entry of another form');
}

function numbers(value: Value | undefined, at: number): readonly number[] {
  const items = value?.kind === 'array' ? value.items.map(wholeOf) : [null];
  return items.map((item) => {
    if (item === null) throw new Unreadable(at, 'a table of another form');
    return item;
  });
}
