import type { Place } from './cross-references.ts';
import type { PlacedObject } from './objects-at.ts';
import { decoded } from './streams.ts';
import { cursor, readValue, skipSpace, wholeNumber } from './syntax.ts';
import { type Budget, nameOf, type PdfObject, Unreadable, wholeOf } from './values.ts';

/** Objects out of the streams that hold many (ISO 32000-1, 7.5.7). */
export interface Unpacked {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Numbers of those streams. */
  readonly streams: readonly number[];
  /** One of them holds an object that is not in force. */
  readonly unlisted: boolean;
}

const LARGEST = 16 * 1024 * 1024;
const KEYS = new Set(['Type', 'N', 'First', 'Length', 'Filter', 'DecodeParms']);

export function unpackObjects(
  placed: readonly PlacedObject[],
  places: ReadonlyMap<number, Place>,
  budget: Budget,
): Unpacked {
  const objects = new Map<number, PdfObject>();
  const streams: number[] = [];
  let unlisted = false;
  for (const stream of placed) {
    if (stream.value.kind !== 'dictionary' || stream.raw === null) continue;
    if (nameOf(stream.value.entries.get('Type')) !== 'ObjStm') continue;
    streams.push(stream.id);
    objectsIn(stream, budget).forEach(({ id, object }, index) => {
      const place = places.get(id);
      if (place?.kind === 'in' && place.stream === stream.id && place.index === index)
        objects.set(id, object);
      else unlisted = true;
    });
  }
  for (const [id, place] of places)
    if (place.kind === 'in' && !objects.has(id))
      throw new Unreadable(0, 'an object that is not where it should be');
  return { objects, streams, unlisted };
}

function objectsIn(
  stream: PlacedObject,
  budget: Budget,
): readonly { readonly id: number; readonly object: PdfObject }[] {
  const { value, from } = stream;
  if (value.kind !== 'dictionary' || [...value.entries.keys()].some((key) => !KEYS.has(key)))
    throw new Unreadable(from, 'a stream of objects of another form');
  const [count, first] = [wholeOf(value.entries.get('N')), wholeOf(value.entries.get('First'))];
  const content = decoded(stream, LARGEST, budget);
  if (typeof content === 'string' || count === null || first === null || first > content.length)
    throw new Unreadable(from, 'a stream of objects that cannot be read');
  const index = cursor(content, 0, budget, first);
  const heads = readHeads(index, count, from);
  return heads.map(({ id, offset }, i) => {
    const end = i + 1 < heads.length ? first + (heads[i + 1]?.offset ?? 0) : content.length;
    const c = cursor(content, first + offset, budget, Math.min(end, content.length));
    if (offset < (heads[i - 1]?.offset ?? -1)) throw new Unreadable(from, 'objects over each other');
    const object = readValue(c);
    skipSpace(c);
    if (c.at !== c.end) throw new Unreadable(from, 'something between objects');
    return { id, object: { value: object, raw: null } };
  });
}

function readHeads(
  c: ReturnType<typeof cursor>,
  count: number,
  from: number,
): readonly { readonly id: number; readonly offset: number }[] {
  const heads: { readonly id: number; readonly offset: number }[] = [];
  for (skipSpace(c); heads.length < count; skipSpace(c)) {
    if (--c.budget.values < 0) throw new Unreadable(from, 'more values than a plan has');
    const id = wholeNumber(c);
    skipSpace(c);
    heads.push({ id, offset: wholeNumber(c) });
  }
  if (c.at !== c.end) throw new Unreadable(from, 'something between objects');
  return heads;
}
