import { bytesOf, joined } from '../bytes.ts';
import type { Deflate, DeflateSettings } from '../tools.ts';
import type { Objects } from './objects.ts';

/**
 * A PDF of these objects: the streams one by one, all others together in compressed object streams (ISO 32000-1, 7.5.7
 * and 7.5.8). A tagged report has thousands of structure elements; packed, they take a tenth of their plain text. No
 * encryption: that goes object by object.
 */
export function packed({ all, trailer }: Objects, deflate: Deflate): Uint8Array {
  const parts: Uint8Array[] = [HEADER];
  let length = HEADER.length;
  const places: Place[] = [{ type: 0, at: 0, extra: 0xffff }];
  const put = (...written: readonly Uint8Array[]): number => {
    const at = length;
    for (const part of written) {
      parts.push(part);
      length += part.length;
    }
    return at;
  };
  const deflated = (id: number, dictionary: string, content: Uint8Array): readonly Uint8Array[] =>
    stream(id, dictionary.replace(/\n>>$/, '\n/Filter /FlateDecode\n>>'), deflate(content, DEFLATE));
  const small: Small[] = [];
  for (let id = 1; id < all.length; id++) {
    const object = all[id];
    if (object === undefined) throw new Error(`object ${id} was never written`);
    if (object.stream === null) small.push({ id, value: object.value });
    else {
      const write = METADATA.test(object.value) ? stream : deflated;
      places[id] = { type: 1, at: put(...write(id, object.value, object.stream)), extra: 0 };
    }
  }
  let next = all.length;
  for (let from = 0; from < small.length; from += PER_STREAM) {
    const held = small.slice(from, from + PER_STREAM);
    held.forEach(({ id }, index) => {
      places[id] = { type: 2, at: next, extra: index };
    });
    const { dictionary, content } = objectStream(held);
    places[next] = { type: 1, at: put(...deflated(next, dictionary, content)), extra: 0 };
    next++;
  }
  const table = length;
  places[next] = { type: 1, at: table, extra: 0 };
  put(...deflated(next, tableDictionary(places.length, trailer), lessRowAbove(rowsOf(places))));
  put(bytesOf(`startxref\n${table}\n%%EOF\n`));
  return joined(parts);
}

interface Small {
  readonly id: number;
  readonly value: string;
}

interface Place {
  /** 0 free · 1 at a byte offset · 2 inside an object stream. */
  readonly type: 0 | 1 | 2;
  readonly at: number;
  readonly extra: number;
}

// Bytes above 127 in the second line tell programs that copy it that the file is no text (7.5.2).
const HEADER = bytesOf('%PDF-1.7\n%\xff\xff\xff\xff\n');
const STREAM_END = bytesOf('\nendstream\nendobj\n');
/** Whoever looks for the metadata of a PDF/A finds it without inflating anything (ISO 19005-3, 6.6.2.1). */
const METADATA = /\/Type \/Metadata\n/;
/** Nearly as small as at zlib's own choice (6), in four fifths of its time; its larger hash table costs nothing. */
export const DEFLATE: DeflateSettings = { level: 5, memLevel: 9 };
/** A reader has to inflate a whole stream for one object of it. */
const PER_STREAM = 500;

interface Stream {
  readonly dictionary: string;
  readonly content: Uint8Array;
}

function objectStream(held: readonly Small[]): Stream {
  let offset = 0;
  let index = '';
  let values = '';
  for (const { id: own, value } of held) {
    index += `${index === '' ? '' : ' '}${own} ${offset}`;
    values += `${value}\n`;
    offset += value.length + 1;
  }
  const first = index.length + 1;
  return {
    dictionary: `<<\n/Type /ObjStm\n/N ${held.length}\n/First ${first}\n>>`,
    content: bytesOf(`${index}\n${values}`),
  };
}

/** Bytes of one entry of the cross-references: type, place, index. */
const WIDTH = 7;

function tableDictionary(size: number, trailer: string): string {
  const entries = `/Type /XRef\n/Size ${size}\n/W [1 4 2]\n/DecodeParms << /Predictor 12 /Columns ${WIDTH} >>`;
  const own = trailer
    .replace(/^<<|>>$/g, '')
    .replace(/\/Size \d+/, '')
    .trim();
  return `<<\n${entries}\n${own}\n>>`;
}

function rowsOf(places: readonly Place[]): Uint8Array {
  const rows = new DataView(new ArrayBuffer(WIDTH * places.length));
  places.forEach(({ type, at, extra }, i) => {
    rows.setUint8(WIDTH * i, type);
    rows.setUint32(WIDTH * i + 1, at);
    rows.setUint16(WIDTH * i + 5, extra);
  });
  return new Uint8Array(rows.buffer);
}

/** Each row less the one above it (the PNG filter "up"): neighbours differ by one, and so a sixth is left of the table. */
function lessRowAbove(rows: Uint8Array): Uint8Array {
  const count = rows.length / WIDTH;
  const out = new Uint8Array((WIDTH + 1) * count);
  for (let row = 0; row < count; row++) {
    out[(WIDTH + 1) * row] = 2;
    for (let i = 0; i < WIDTH; i++) {
      const at = WIDTH * row + i;
      const above = row === 0 ? 0 : (rows[at - WIDTH] ?? 0);
      out[(WIDTH + 1) * row + 1 + i] = (rows[at] ?? 0) - above;
    }
  }
  return out;
}

/** A stream with its length, whatever length its dictionary said before. */
function stream(id: number, dictionary: string, data: Uint8Array): readonly Uint8Array[] {
  const entries = dictionary.replace(/\n\/Length \d+/, '').replace(/\n>>$/, `\n/Length ${data.length}\n>>`);
  return [bytesOf(`${id} 0 obj\n${entries}\nstream\n`), data, STREAM_END];
}
