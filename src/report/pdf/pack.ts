import { deflateSync } from 'node:zlib';

/**
 * Puts the small objects of a finished PDF together into compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8).
 * PDFKit writes each of the thousands of structure elements of a tagged report as plain text; packed, they take a
 * tenth. Reads PDFKit's own output only: one classic cross-reference table, generation 0, no encryption.
 */
export function packed(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const { offsets, end, trailer } = readTable(bytes);
  const parts: Buffer[] = [bytes.subarray(0, Math.min(...offsets))];
  let length = parts[0]?.length ?? 0;
  const places: Place[] = [{ type: 0, at: 0, extra: 0xffff }];
  const small: { readonly id: number; readonly body: Buffer }[] = [];
  const put = (part: Buffer): number => {
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  };

  const ends = nextOffsets(offsets, end);
  offsets.forEach((offset, i) => {
    const object = bytes.subarray(offset, ends[i]);
    const id = i + 1;
    if (object.subarray(-STREAM_END.length).equals(STREAM_END)) {
      places[id] = { type: 1, at: put(object), extra: 0 };
    } else
      small.push({
        id,
        body: object.subarray(object.indexOf('obj\n') + 4, object.length - OBJECT_END.length),
      });
  });
  let next = offsets.length + 1;
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
  put(crossReferences(next, places, trailer));
  put(Buffer.from(`startxref\n${table}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
}

interface Place {
  /** 0 free · 1 at a byte offset · 2 inside an object stream. */
  readonly type: 0 | 1 | 2;
  readonly at: number;
  readonly extra: number;
}

const STREAM_END = Buffer.from('endstream\nendobj\n', 'latin1');
const OBJECT_END = Buffer.from('\nendobj\n', 'latin1');
/** A reader has to inflate a whole stream for one object of it. */
const PER_STREAM = 500;

function readTable(bytes: Buffer): {
  readonly offsets: readonly number[];
  readonly end: number;
  readonly trailer: string;
} {
  const at = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(bytes.subarray(-64).toString('latin1'))?.[1]);
  const text = bytes.subarray(at).toString('latin1');
  const lines = text.split('\n');
  const count = Number(lines[1]?.split(' ')[1]);
  const offsets = lines.slice(3, 2 + count).map((line) => Number(line.slice(0, 10)));
  const dictionary = /trailer\n<<([\s\S]*)>>\nstartxref/.exec(text)?.[1];
  if (dictionary === undefined || offsets.some(Number.isNaN)) throw new Error('not a PDF that PDFKit wrote');
  return { offsets, end: at, trailer: dictionary.replace(/\/Size \d+/, '').trim() };
}

/** Where each object ends: where the one behind it in the file begins. */
function nextOffsets(offsets: readonly number[], end: number): readonly number[] {
  const sorted = [...offsets].sort((a, b) => a - b);
  const next = new Map(sorted.map((offset, i) => [offset, sorted[i + 1] ?? end]));
  return offsets.map((offset) => next.get(offset) ?? end);
}

function objectStream(id: number, held: readonly { readonly id: number; readonly body: Buffer }[]): Buffer {
  let offset = 0;
  const index = held.map(({ id: own, body }) => {
    const entry = `${own} ${offset}`;
    offset += body.length + 1;
    return entry;
  });
  const head = Buffer.from(`${index.join(' ')}\n`, 'latin1');
  const newline = Buffer.from('\n', 'latin1');
  const content = Buffer.concat([head, ...held.flatMap(({ body }) => [body, newline])]);
  return streamObject(id, `/Type /ObjStm\n/N ${held.length}\n/First ${head.length}`, content);
}

function crossReferences(id: number, places: readonly Place[], trailer: string): Buffer {
  const rows = Buffer.alloc(WIDTH * places.length);
  places.forEach(({ type, at, extra }, i) => {
    rows.writeUInt8(type, WIDTH * i);
    rows.writeUInt32BE(at, WIDTH * i + 1);
    rows.writeUInt16BE(extra, WIDTH * i + 5);
  });
  const entries = `/Type /XRef\n/Size ${places.length}\n/W [1 4 2]\n/DecodeParms << /Predictor 12 /Columns ${WIDTH} >>`;
  return streamObject(id, `${entries}\n${trailer}`, lessRowAbove(rows));
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

function streamObject(id: number, entries: string, content: Buffer): Buffer {
  const data = deflateSync(content);
  const head = `${id} 0 obj\n<<\n${entries}\n/Filter /FlateDecode\n/Length ${data.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}
