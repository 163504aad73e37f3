import { lastPlaceOf, textOf } from '../bytes.ts';
import type { Inflate } from '../tools.ts';
import { type CrossReferences, crossReferences, type Section } from './cross-references.ts';
import { unpackObjects } from './object-streams.ts';
import { numberAt, objectAt, type PlacedObject } from './objects-at.ts';
import { cursor, skipSpace } from './syntax.ts';
import {
  type Budget,
  type Dictionary,
  EMPTY,
  NULL,
  type PdfObject,
  Unreadable,
  type Value,
  wholeOf,
} from './values.ts';

/** What lies in a file beside the objects in force, or behind them; each of it is no part of a plan. */
export type Surplus =
  /** A later revision that replaces or adds objects. */
  | 'revision'
  /** A table for old programs and another one for newer ones. */
  | 'two-readings'
  /** Bytes or objects that no cross-reference leads to: what an update replaced, or what somebody hid. */
  | 'unlisted'
  /** Bytes behind the end of the PDF. */
  | 'behind-end';

/** A PDF: its objects in force by number, and all that its bytes hold beside them. */
export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: Dictionary;
  readonly surplus: ReadonlySet<Surplus>;
  /** Objects that only hold the file together: streams of objects, tables, what serves quick display from the web. */
  readonly holding: ReadonlySet<number>;
}

export const freshBudget = (inflate: Inflate): Budget => ({
  values: 1_000_000,
  inflated: 32 * 1024 * 1024,
  inflate,
});

/**
 * Reads a PDF by its cross-references, strictly, and accounts for every byte of it: readers that scan and readers that
 * look up then see the same objects. Throws `Unreadable`. `encrypted` = it opens with a password.
 */
export function readFile(bytes: Uint8Array, budget: Budget): PdfFile | 'encrypted' {
  const heading = /^%PDF-(?:1\.[0-7]|2\.0)[ \t]*[\r\n]/.exec(textOf(bytes, 0, 16));
  if (heading === null) throw new Unreadable(0, 'no PDF');
  const end = endOf(bytes);
  const references = crossReferences(bytes, end.start, budget);
  if (references.sections.some(({ trailer }) => trailer.entries.has('Encrypt'))) return 'encrypted';
  const surplus = new Set<Surplus>(end.behind ? ['behind-end'] : []);
  if (references.hybrid) surplus.add('two-readings');
  const placed = placedObjects(bytes, references, budget);
  const linear = linearization(bytes, placed, end.start);
  const revisions = references.sections.length - (references.hybrid ? 1 : 0) - (linear === null ? 0 : 1);
  if (revisions > 1) surplus.add('revision');
  const objects = new Map<number, PdfObject>(placed.map((object) => [object.id, object]));
  const unpacked = unpackObjects(placed, references.places, budget);
  for (const [id, object] of unpacked.objects) objects.set(id, object);
  for (const { value } of objects.values())
    if (value.kind === 'ref') throw new Unreadable(0, 'an object that is another one');
  const spans = [
    { from: 0, to: heading[0].length },
    ...references.sections,
    ...placed,
    { from: end.at, to: end.to },
  ];
  if (unpacked.unlisted || !gapless(bytes, spans, end.to, revisions > 1 || linear !== null))
    surplus.add('unlisted');
  const holding = new Set([...unpacked.streams, ...sectionIds(references.sections), ...(linear ?? [])]);
  return { objects, trailer: references.trailer, surplus, holding };
}

const sectionIds = (sections: readonly Section[]): readonly number[] =>
  sections.flatMap(({ id }) => (id === null ? [] : [id]));

interface End {
  /** Where `startxref` stands, and where the file should end. */
  readonly at: number;
  readonly to: number;
  /** What `startxref` says. */
  readonly start: number;
  readonly behind: boolean;
}

/** `\s` would take a vertical tab for a space, which PDF does not (ISO 32000-1, 7.2.2). */
const END = /^startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]{0,32}/;

/** Programs go by the last `startxref` there is. */
function endOf(bytes: Uint8Array): End {
  const at = lastPlaceOf(bytes, 'startxref');
  const said = at === -1 ? null : END.exec(textOf(bytes, at, at + 64));
  if (said === null) throw new Unreadable(Math.max(at, 0), 'no end');
  const to = at + said[0].length;
  const behind = bytes.length > to;
  return { at, to, start: Number(said[1]), behind };
}

/** The objects that stand by themselves, in the order of the file; no two share a byte. */
function placedObjects(
  bytes: Uint8Array,
  { places }: CrossReferences,
  budget: Budget,
): readonly PlacedObject[] {
  const listed = [...places]
    .flatMap(([id, place]) => (place.kind === 'at' ? [{ id, offset: place.offset }] : []))
    .sort((a, b) => a.offset - b.offset);
  const lengthOf = (id: number): number => {
    const place = places.get(id);
    if (place?.kind !== 'at') throw new Unreadable(0, 'a stream of no length');
    return numberAt(bytes, place.offset, id, budget);
  };
  let last = 0;
  return listed.map(({ id, offset }) => {
    if (offset < last) throw new Unreadable(offset, 'objects over each other');
    const object = objectAt(bytes, offset, budget, lengthOf);
    if (object.id !== id) throw new Unreadable(offset, 'another object');
    last = object.to;
    return object;
  });
}

/**
 * Numbers of the objects that serve "fast web view" (ISO 32000-1, annex F), or `null`. A program that trusts them opens
 * the file at its beginning; so the section behind the first object has to be the one the end of the file names.
 */
function linearization(
  bytes: Uint8Array,
  placed: readonly PlacedObject[],
  start: number,
): readonly number[] | null {
  const [first] = placed;
  if (first?.value.kind !== 'dictionary' || !first.value.entries.has('Linearized')) return null;
  const { entries } = first.value;
  const next = cursor(bytes, first.to, { values: 0 });
  skipSpace(next);
  // Of another length it was changed since, and is read from its end.
  if (wholeOf(entries.get('L')) !== bytes.length) return null;
  if (next.at !== start) throw new Unreadable(first.from, 'another beginning than end');
  const hints = entries.get('H');
  const offset = hints?.kind === 'array' ? wholeOf(hints.items[0]) : null;
  const hint = placed.find(({ from, raw }) => from === offset && raw !== null);
  return [first.id, ...(hint === undefined ? [] : [hint.id])];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether nothing but space and comments lies between what is accounted for. */
function gapless(bytes: Uint8Array, spans: readonly Span[], end: number, several: boolean): boolean {
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from > at && !isEmpty(bytes, at, from, several)) return false;
    at = Math.max(at, to);
  }
  return at >= end;
}

/** The end of an earlier section, which a linearized file has near its beginning, is nothing either. */
function isEmpty(bytes: Uint8Array, from: number, to: number, several: boolean): boolean {
  const c = cursor(bytes, from, { values: 0 }, to);
  skipSpace(c);
  if (c.at === to) return true;
  const section = END.exec(textOf(bytes, c.at, Math.min(to, c.at + 64)));
  return several && section !== null && isEmpty(bytes, c.at + section[0].length, to, false);
}

/** What a value stands for; a reference to nothing is `null`. */
export function resolved({ objects }: Pick<PdfFile, 'objects'>, value: Value | undefined): Value {
  return (value?.kind === 'ref' ? objects.get(value.id)?.value : value) ?? NULL;
}

export function dictionaryOf(file: Pick<PdfFile, 'objects'>, value: Value | undefined): Dictionary {
  const found = resolved(file, value);
  return found.kind === 'dictionary' ? found : EMPTY;
}
