import type { Inflate } from '../tools.ts';
import {
  type Budget,
  type Dictionary,
  EMPTY,
  nameOf,
  type PdfObject,
  Unreadable,
  type Value,
  wholeOf,
} from './values.ts';

/** `spoiled`: what it holds cannot be told. `too-much`: more than was to be expected. */
export type Decoded = Uint8Array | 'spoiled' | 'too-much';

/** What a stream holds, up to `limit` bytes; nothing beyond them is ever in memory. */
export function decoded(
  { value, raw }: PdfObject,
  limit: number,
  budget: Budget,
  resolve: (value: Value | undefined) => Value | undefined = (given) => given,
): Decoded {
  if (value.kind !== 'dictionary' || raw === null) return 'spoiled';
  const filter = single(resolve(value.entries.get('Filter')), resolve);
  if (filter === undefined) return raw.length > limit ? 'too-much' : raw;
  if (nameOf(filter) !== 'FlateDecode') throw new Unreadable(0, 'packed in a way we do not read');
  const parameters = single(resolve(value.entries.get('DecodeParms')), resolve) ?? EMPTY;
  const row = rowOf(parameters.kind === 'dictionary' ? parameters : EMPTY);
  // Each row of a predicted table has a byte of its own in front.
  const most = row === null ? limit : limit + Math.ceil(limit / row) + 1;
  const bytes = inflated(raw, Math.min(most, budget.inflated), budget.inflate);
  if (typeof bytes === 'string') return bytes;
  budget.inflated -= bytes.length;
  return row === null ? bytes : unpredicted(bytes, row);
}

/** A filter, or the one in a list of one. */
function single(
  value: Value | undefined,
  resolve: (value: Value | undefined) => Value | undefined,
): Value | undefined {
  if (value?.kind !== 'array') return value?.kind === 'null' ? undefined : value;
  if (value.items.length > 1) throw new Unreadable(0, 'packed in a way we do not read');
  return resolve(value.items[0]);
}

function inflated(raw: Uint8Array, limit: number, inflate: Inflate): Decoded {
  if (limit <= 0) return 'too-much';
  const found = inflate(raw, limit);
  if (typeof found === 'string') return found;
  // Some packers pad; anything else behind the end is hidden there.
  const padded = raw.subarray(found.used).every((byte) => byte === 0 || byte === 10 || byte === 13);
  return padded ? found.bytes : 'spoiled';
}

/** Bytes of a row that a PNG predictor worked on; `null` = none did. */
function rowOf({ entries }: Dictionary): number | null {
  const predictor = wholeOf(entries.get('Predictor')) ?? 1;
  if (predictor === 1) return null;
  const [colors, bits, columns] = ['Colors', 'BitsPerComponent', 'Columns'].map((key) =>
    wholeOf(entries.get(key)),
  );
  // Only tables of whole bytes are predicted in a plan: cross-references.
  const plain = (colors ?? 1) === 1 && (bits ?? 8) === 8 && (columns ?? 1) > 0 && (columns ?? 1) < 1e6;
  if (predictor < 10 || predictor > 15 || !plain) throw new Unreadable(0, 'packed in a way we do not read');
  return columns ?? 1;
}

/** Rows of the PNG filters (ISO 32000-1, 7.4.4.4) as they were; one byte a pixel. */
function unpredicted(bytes: Uint8Array, row: number): Decoded {
  if (bytes.length % (row + 1) !== 0) return 'spoiled';
  const out = new Uint8Array((bytes.length / (row + 1)) * row);
  for (let from = 0, to = 0; from < bytes.length; from += row + 1, to += row) {
    const filter = bytes[from] ?? 0;
    if (filter > 4) return 'spoiled';
    for (let i = 0; i < row; i++) {
      const left = i === 0 ? 0 : (out[to + i - 1] ?? 0);
      const above = to === 0 ? 0 : (out[to + i - row] ?? 0);
      const corner = to === 0 || i === 0 ? 0 : (out[to + i - row - 1] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      out[to + i] = (bytes[from + 1 + i] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
