import { sameBytes } from '../bytes.ts';
import { type PdfFile, resolved } from './file.ts';
import type { Page } from './pages.ts';
import { decoded } from './streams.ts';
import type { Budget, PdfObject, Value } from './values.ts';

/** One of two PDFs that are held against each other. */
export interface Side {
  readonly file: PdfFile;
  readonly pages: readonly Page[];
  readonly budget: Budget;
}

/** Whether two values, with all they lead to, are the same to whoever reads them, however objects are numbered. */
export type Alike = (printed: Value | undefined, expected: Value | undefined) => boolean;

/** How a stream is packed is not what it holds. */
const PACKING = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);

/**
 * A page met on the way counts by its place: it is looked at by itself. Streams are inflated as far as the plan's own
 * stream goes and no further. What was once found alike stays so.
 */
export function alikeIn(printed: Side, expected: Side): Alike {
  const places = [printed, expected].map(({ pages }) => new Map(pages.map(({ id }, place) => [id, place])));
  const bytesAlike = bytesAlikeIn(printed, expected);
  const known = new Set<string>();
  const most = 4 * expected.file.objects.size + 1000;
  return (a, b) => {
    const met = new Set<string>();
    const open: [Value | undefined, Value | undefined][] = [[a, b]];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [was, is] = pair;
      const [left, right] = [resolved(printed.file, was), resolved(expected.file, is)];
      const place = was?.kind === 'ref' ? places[0]?.get(was.id) : undefined;
      const other = is?.kind === 'ref' ? places[1]?.get(is.id) : undefined;
      if (place !== other) return false;
      if (place !== undefined) continue;
      const key = `${was?.kind === 'ref' ? was.id : '-'} ${is?.kind === 'ref' ? is.id : '-'}`;
      if (!key.includes('-')) {
        if (met.has(key) || known.has(key)) continue;
        met.add(key);
        if (met.size > most) return false;
      }
      if (!bytesAlike(was, is)) return false;
      if (!sameShape(left, right, streamOf(expected, is) !== null, open)) return false;
    }
    for (const key of met) known.add(key);
    return true;
  };
}

/** Compares what is not made of other values, and puts what is on the list. */
function sameShape(
  a: Value,
  b: Value,
  stream: boolean,
  open: [Value | undefined, Value | undefined][],
): boolean {
  if (a.kind === 'array') {
    if (b.kind !== 'array' || a.items.length !== b.items.length) return false;
    a.items.forEach((item, i) => {
      open.push([item, b.items[i]]);
    });
    return true;
  }
  if (a.kind === 'dictionary') {
    if (b.kind !== 'dictionary') return false;
    for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
      if (!(stream && PACKING.has(key))) open.push([a.entries.get(key), b.entries.get(key)]);
    }
    return true;
  }
  if (a.kind === 'null') return b.kind === 'null';
  if (a.kind === 'ref' || b.kind !== a.kind) return false;
  return a.value === b.value && (a.kind !== 'number' || (b.kind === 'number' && a.whole === b.whole));
}

export function streamOf({ file }: Side, value: Value | undefined): PdfObject | null {
  const object = value?.kind === 'ref' ? file.objects.get(value.id) : undefined;
  return object === undefined || object.raw === null ? null : object;
}

/** What a stream holds, up to `limit` bytes; `null` = more, or not to be told. */
export function contentOf({ file, budget }: Side, stream: PdfObject, limit: number): Uint8Array | null {
  const bytes = decoded(stream, limit, budget, (value) => resolved(file, value));
  return typeof bytes === 'string' ? null : bytes;
}

/** Compares streams, each two of them once: the same fonts are met on every page. */
function bytesAlikeIn(printed: Side, expected: Side): Alike {
  const told = new Map<PdfObject, Map<PdfObject, boolean>>();
  const unpacked = new Map<PdfObject, Uint8Array | null>();
  const plan = (stream: PdfObject): Uint8Array | null => {
    const known = unpacked.get(stream);
    if (known !== undefined) return known;
    const bytes = contentOf(expected, stream, expected.budget.inflated);
    unpacked.set(stream, bytes);
    return bytes;
  };
  return (a, b) => {
    const [was, is] = [streamOf(printed, a), streamOf(expected, b)];
    if (was === null || is === null) return was === is;
    const known = told.get(was)?.get(is);
    if (known !== undefined) return known;
    const right = plan(is);
    const left = right === null ? null : contentOf(printed, was, right.length);
    const same = left !== null && right !== null && sameBytes(left, right);
    told.set(was, (told.get(was) ?? new Map<PdfObject, boolean>()).set(is, same));
    return same;
  };
}
