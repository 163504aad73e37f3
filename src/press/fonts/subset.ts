import { coarsened } from './outline.ts';

/**
 * Cuts a TrueType font down to the glyphs a document uses, for embedding. Unlike fontkit's own subset it drops the
 * screen hints (a quarter of these fonts, and of no use on paper) and sets the outlines on a coarser grid: half the
 * size of a report is its fonts.
 */
export interface Subset {
  /** Number of the glyph inside the subset; it is added when it is new. */
  readonly includeGlyph: (id: number) => number;
  /** A further number for the same shape. */
  readonly repeatGlyph: (id: number) => number;
  readonly encode: () => Uint8Array;
}

export interface TrueType {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** The table directory of a TrueType file. Throws where it has no TrueType outlines. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  if (!tables.has('glyf')) throw new Error('the font has no TrueType outlines');
  return { view, tables };
}

interface Outline {
  readonly bytes: Uint8Array;
  /** Places in `bytes` that name another glyph. */
  readonly components: readonly number[];
}

// Bits of a composite glyph's flags (OpenType specification, table glyf).
const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_TWO_BY_TWO = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

/** Places in an em that outlines are rounded to. */
const GRID = 256;

/** Makes subsets of one font; outlines once stripped are kept for the next document. */
export function subsetter(font: TrueType): () => Subset {
  const known = new Map<number, Outline>();
  const step = Math.max(1, Math.round(font.view.getUint16(tableOf(font, 'head').offset + 18) / GRID));
  const outline = (id: number): Outline => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const stripped = lightened(outlineBytes(font, id), step);
    known.set(id, stripped);
    return stripped;
  };
  return () => {
    const ids: number[] = [];
    const places = new Map<number, number>();
    const includeGlyph = (id: number): number => {
      const place = places.get(id) ?? ids.length;
      if (place === ids.length) {
        ids.push(id);
        places.set(id, place);
      }
      return place;
    };
    includeGlyph(0);
    const repeatGlyph = (id: number): number => ids.push(id) - 1;
    return { includeGlyph, repeatGlyph, encode: () => encode(font, ids, outline, includeGlyph) };
  };
}

function tableOf(font: TrueType, tag: string): { readonly offset: number; readonly length: number } {
  const table = font.tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table "${tag}"`);
  return table;
}

function tableBytes(font: TrueType, tag: string): Uint8Array<ArrayBuffer> {
  const { offset, length } = tableOf(font, tag);
  return new Uint8Array(font.view.buffer, font.view.byteOffset + offset, length).slice();
}

function outlineBytes(font: TrueType, id: number): Uint8Array {
  const loca = tableOf(font, 'loca').offset;
  const long = font.view.getInt16(tableOf(font, 'head').offset + 50) === 1;
  const offset = (i: number): number =>
    long ? font.view.getUint32(loca + 4 * i) : 2 * font.view.getUint16(loca + 2 * i);
  const start = offset(id);
  const glyf = tableOf(font, 'glyf').offset;
  return new Uint8Array(font.view.buffer, font.view.byteOffset + glyf + start, offset(id + 1) - start);
}

function lightened(bytes: Uint8Array, step: number): Outline {
  if (bytes.length === 0) return { bytes, components: [] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const contours = view.getInt16(0);
  if (contours < 0) return stripComposite(bytes.slice());
  return { bytes: coarsened(bytes, step), components: [] };
}

function stripComposite(bytes: Uint8Array<ArrayBuffer>): Outline {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const components: number[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~HAS_INSTRUCTIONS);
    components.push(at + 2);
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_XY_SCALE) at += 4;
    else if (flags & HAS_TWO_BY_TWO) at += 8;
    more = (flags & MORE_COMPONENTS) !== 0;
  }
  return { bytes: bytes.slice(0, at), components };
}

function encode(
  font: TrueType,
  ids: readonly number[],
  outline: (id: number) => Outline,
  includeGlyph: (id: number) => number,
): Uint8Array {
  const glyphs: Uint8Array[] = [];
  // `ids` grows while composite glyphs name their parts.
  for (let i = 0; i < ids.length; i++) {
    const { bytes, components } = outline(ids[i] ?? 0);
    glyphs.push(components.length === 0 ? bytes : renamed(bytes, components, includeGlyph));
  }
  const padded = glyphs.map((glyph) => (glyph.length + 3) & ~3);
  const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    glyf.set(glyph, offset);
    offset += padded[i] ?? 0;
    loca.setUint32(4 * (i + 1), offset);
  });
  return sfnt([
    ['glyf', glyf],
    ['head', patched(tableBytes(font, 'head'), [8, 0, 0], [50, 1])],
    ['hhea', patched(tableBytes(font, 'hhea'), [34, ids.length])],
    ['hmtx', horizontalMetrics(font, ids)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', patched(tableBytes(font, 'maxp'), [4, ids.length])],
  ]);
}

/** A copy of a composite glyph that names its parts by their numbers in the subset. */
function renamed(
  bytes: Uint8Array,
  components: readonly number[],
  includeGlyph: (id: number) => number,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const at of components) view.setUint16(at, includeGlyph(view.getUint16(at)));
  return copy;
}

/** Writes 16-bit values at a place. */
function patched(
  bytes: Uint8Array<ArrayBuffer>,
  ...patches: readonly (readonly [number, ...number[]])[]
): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (const [at, ...values] of patches) {
    values.forEach((value, i) => {
      view.setUint16(at + 2 * i, value);
    });
  }
  return bytes;
}

function horizontalMetrics(font: TrueType, ids: readonly number[]): Uint8Array {
  const hmtx = tableOf(font, 'hmtx').offset;
  const full = font.view.getUint16(tableOf(font, 'hhea').offset + 34);
  const out = new DataView(new ArrayBuffer(4 * ids.length));
  ids.forEach((id, i) => {
    out.setUint16(4 * i, font.view.getUint16(hmtx + 4 * Math.min(id, full - 1)));
    const bearing = id < full ? hmtx + 4 * id + 2 : hmtx + 4 * full + 2 * (id - full);
    out.setInt16(4 * i + 2, font.view.getInt16(bearing));
  });
  return new Uint8Array(out.buffer);
}

/** A font file of these tables, sorted by tag. */
function sfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const size = tables.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), start);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tables.length - power));
  let offset = start;
  tables.forEach(([tag, table], i) => {
    const at = 12 + 16 * i;
    file.set(table, offset);
    for (let k = 0; k < 4; k++) view.setUint8(at + k, tag.charCodeAt(k));
    view.setUint32(at + 4, checksum(view, offset, table.length));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    offset += (table.length + 3) & ~3;
  });
  return file;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
