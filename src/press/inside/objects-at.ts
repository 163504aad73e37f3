import { textOf } from '../bytes.ts';
import { type Cursor, cursor, expectToken, readValue, skipSpace, token, wholeNumber } from './syntax.ts';
import { type Budget, type PdfObject, Unreadable, type Value, wholeOf } from './values.ts';

/** An object as it stands in the file, from its number to its `endobj`. */
export interface PlacedObject extends PdfObject {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** Reads the object that begins exactly at `from`. `lengthOf` looks up the length of a stream given elsewhere. */
export function objectAt(
  bytes: Uint8Array,
  from: number,
  budget: Budget,
  lengthOf: (id: number) => number,
): PlacedObject {
  const c = cursor(bytes, from, budget);
  const id = header(c);
  const value = readValue(c);
  skipSpace(c);
  const word = token(c);
  if (word === 'endobj') return { id, value, raw: null, from, to: c.at };
  if (word !== 'stream') throw new Unreadable(c.at, 'no endobj');
  const raw = streamBytes(c, value, lengthOf);
  skipSpace(c);
  expectToken(c, 'endobj');
  return { id, value, raw, from, to: c.at };
}

function header(c: Cursor): number {
  const id = wholeNumber(c);
  skipSpace(c);
  const at = c.at;
  if (wholeNumber(c) !== 0) throw new Unreadable(at, 'a later generation');
  skipSpace(c);
  expectToken(c, 'obj');
  skipSpace(c);
  return id;
}

/** Exactly as many bytes as the dictionary says: some programs go by `endstream` instead. */
function streamBytes(c: Cursor, value: Value, lengthOf: (id: number) => number): Uint8Array {
  if (value.kind !== 'dictionary') throw new Unreadable(c.at, 'a stream without a dictionary');
  if (textOf(c.bytes, c.at, c.at + 2) === '\r\n') c.at += 2;
  else if (c.bytes[c.at] === 10) c.at++;
  else throw new Unreadable(c.at, 'a stream without a line end');
  const said = value.entries.get('Length');
  const length = said?.kind === 'ref' ? lengthOf(said.id) : wholeOf(said);
  if (length === null || c.at + length > c.end) throw new Unreadable(c.at, 'a stream of another length');
  const raw = c.bytes.subarray(c.at, c.at + length);
  c.at += length;
  if (c.bytes[c.at] === 13) c.at++;
  if (c.bytes[c.at] === 10) c.at++;
  expectToken(c, 'endstream');
  return raw;
}

/** The whole number that alone is the object at `from`: the length of a stream. */
export function numberAt(bytes: Uint8Array, from: number, id: number, budget: Budget): number {
  const c = cursor(bytes, from, budget);
  if (header(c) !== id) throw new Unreadable(from, 'another object');
  const number = wholeNumber(c);
  skipSpace(c);
  expectToken(c, 'endobj');
  return number;
}
