import { deflateSync } from 'node:zlib';
import type { Objects } from './objects.ts';

/**
 * A PDF of these objects: the streams one by one, all others together in compressed object streams (ISO 32000-1, 7.5.7
 * and 7.5.8). A tagged report has thousands of structure elements; packed, they take a tenth of their plain text. No
 * encryption: that goes object by object.
 */
export function packed({ all, trailer }: Objects): Uint8Array {
  const parts: Buffer[] = [HEADER];
  let length = HEADER.length;
  const places: Place[] = [{ type: 0, at: 0, extra: 0xffff }];
  const put = (part: Buffer): number => {
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  };
  const small: Small[] = [];
  for (let id = 1; id < all.length; id++) {
    const object = all[id];
    if (object === undefined) throw new Error(`object ${id} was never written`);
    if (object.stream === null) small.push({ id, value: object.value });
    else {
      const whole = METADATA.test(object.value);
      places[id] = { type: 1, at: length, extra: 0 };
      put(whole ? stream(id, object.value, object.stream) : deflated(id, object.value, object.stream));
    }
  }
  let next = all.length;
  for (let from = 0; from < small.length; from += PER_STREAM) {
    const held = small.slice(from, from + PER_STREAM);
    held.forEach(({ id }, index) => {
      places[id] = { type: 2, at: next, extra: index };
    });
    places[next] = { type: 1, at: put(objectStream(next, held)), extra: 0 };
    next++;
  }
  const table = length;
  places[next] = { type: 1, at: table, extra: 0 };
  put(
    crossReferences(
      next,
      places,
      trailer
        .replace(/^<<|>>$/g, '')
        .replace(/\/Size \d+/, '')
        .trim(),
    ),
  );
  put(Buffer.from(`startxref\n${table}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
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
const HEADER = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');
const STREAM_END = Buffer.from('\nendstream\nendobj\n', 'latin1');
/** Whoever looks for the metadata of a PDF/A finds it without inflating anything (ISO 19005-3, 6.6.2.1). */
const METADATA = /\/Type \/Metadata\n/;
/** Nearly as small as at zlib's own choice (6), in four fifths of its time; its larger hash table costs nothing. */
const DEFLATE = { level: 5, memLevel: 9 } as const;
/** A reader has to inflate a whole stream for one object of it. */
const PER_STREAM = 500;

function objectStream(id: number, held: readonly Small[]): Buffer {
  let offset = 0;
  let index = '';
  let values = '';
  for (const { id: own, value } of held) {
    index += `${index === '' ? '' : ' '}${own} ${offset}`;
    values += `${value}\n`;
    offset += value.length + 1;
  }
  const first = index.length + 1;
  const content = Buffer.from(`${index}\n${values}`, 'latin1');
  return deflated(id, `<<\n/Type /ObjStm\n/N ${held.length}\n/First ${first}\n>>`, content);
}

function crossReferences(id: number, places: readonly Place[], trailer: string): Buffer {
  const rows = Buffer.alloc(WIDTH * places.length);
  places.forEach(({ type, at, extra }, i) => {
    rows.writeUInt8(type, WIDTH * i);
    rows.writeUInt32BE(at, WIDTH * i + 1);
    rows.writeUInt16BE(extra, WIDTH * i + 5);
  });
  const entries = `/Type /XRef\n/Size ${places.length}\n/W [1 4 2]\n/DecodeParms << /Predictor 12 /Columns ${WIDTH} >>`;
  return deflated(id, `<<\n${entries}\n${trailer}\n>>`, lessRowAbove(rows));
}

/** Bytes of one entry: type, place, index. */
const WIDTH = 7;

/** Each row less the one above it (the PNG filter "up"): neighbours differ by one, and so a sixth is left of the table. */
function lessRowAbove(rows: Buffer): Buffer {
  const count = rows.length / WIDTH;
  const out = Buffer.alloc((WIDTH + 1) * count);
  for (let row = 0; row < count; row++) {
    out.writeUInt8(2, (WIDTH + 1) * row);
    for (let i = 0; i < WIDTH; i++) {
      const at = WIDTH * row + i;
      const above = row === 0 ? 0 : (rows[at - WIDTH] ?? 0);
      out.writeUInt8(((rows[at] ?? 0) - above) & 0xff, (WIDTH + 1) * row + 1 + i);
    }
  }
  return out;
}

function deflated(id: number, dictionary: string, content: Uint8Array): Buffer {
  const data = deflateSync(content, DEFLATE);
  return stream(id, dictionary.replace(/\n>>$/, '\n/Filter /FlateDecode\n>>'), data);
}

/** A stream with its length, whatever length its dictionary said before. */
function stream(id: number, dictionary: string, data: Uint8Array): Buffer {
  const entries = dictionary.replace(/\n\/Length \d+/, '').replace(/\n>>$/, `\n/Length ${data.length}\n>>`);
  return Buffer.concat([Buffer.from(`${id} 0 obj\n${entries}\nstream\n`, 'latin1'), data, STREAM_END]);
}
