import { deflateSync } from 'node:zlib';
import { inflate } from '../../../src/files/inflate.ts';
import { freshBudget, readFile } from '../../../src/press/inside/file.ts';
import type { Value } from '../../../src/press/inside/values.ts';

/** An object as text, and the bytes of its stream. */
export interface Part {
  value: string;
  raw: Uint8Array | null;
}

/** A PDF taken to pieces, for changing some of them. */
export interface Pieces {
  readonly objects: Map<number, Part>;
  /** Entries of the trailer: /Root, /Info. */
  trailer: string;
  /** Adds an object; what refers to it. */
  add(value: string, raw?: Uint8Array): string;
  /** Number of the n-th object whose text matches. */
  find(pattern: RegExp, n?: number): number;
  edit(id: number, change: (value: string) => string): void;
}

export function pieces(bytes: Uint8Array): Pieces {
  const file = readFile(bytes, freshBudget(inflate));
  if (file === 'encrypted') throw new Error('encrypted');
  const objects = new Map<number, Part>();
  for (const [id, { value, raw }] of file.objects)
    if (!file.holding.has(id)) objects.set(id, { value: written(value), raw });
  const part = (id: number): Part => {
    const found = objects.get(id);
    if (found === undefined) throw new Error(`no object ${id}`);
    return found;
  };
  const find = (pattern: RegExp, n = 0): number => {
    const ids = [...objects].filter(([, { value }]) => pattern.test(value)).map(([id]) => id);
    const id = ids.sort((a, b) => a - b)[n];
    if (id === undefined) throw new Error(`nothing like ${pattern}`);
    return id;
  };
  return {
    objects,
    trailer: ['Root', 'Info'].map((key) => `/${key} ${written(file.trailer.entries.get(key))}`).join(' '),
    find,
    add(value, raw) {
      const id = Math.max(...objects.keys()) + 1;
      objects.set(id, { value, raw: raw ?? null });
      return `${id} 0 R`;
    },
    edit: (id, change) => {
      const was = part(id);
      const value = change(was.value);
      if (value === was.value) throw new Error(`object ${id} stays as it is`);
      was.value = value;
    },
  };
}

/** A clean PDF of one revision, with a table of cross-references, as if it had been printed so. */
export function whole({ objects, trailer }: Pieces): Uint8Array {
  return assembled(Buffer.from('%PDF-1.7\n'), objects, trailer);
}

/** An incremental update behind a PDF: these objects in place of older ones. */
export function updated(bytes: Uint8Array, objects: ReadonlyMap<number, Part>, trailer: string): Uint8Array {
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);
  return assembled(Buffer.from(bytes), objects, `${trailer} /Prev ${before}`);
}

function assembled(start: Buffer, objects: ReadonlyMap<number, Part>, trailer: string): Uint8Array {
  const parts: Buffer[] = [start];
  let at = start.length;
  const put = (text: string | Uint8Array): void => {
    const part = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text);
    parts.push(part);
    at += part.length;
  };
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, { value, raw }] of objects) {
    table += `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    put(`${id} 0 obj\n`);
    if (raw === null) put(value);
    else {
      put(value.replace(/\/Length \d+/, '').replace(/>>$/, ` /Length ${raw.length} >>`));
      put('\nstream\n');
      put(raw);
      put('\nendstream');
    }
    put('\nendobj\n');
  }
  const from = at;
  put(
    `${table}trailer\n<< /Size ${Math.max(...objects.keys()) + 1} ${trailer} >>\nstartxref\n${from}\n%%EOF\n`,
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream of this text, packed. */
export const packedText = (text: string): Uint8Array => deflateSync(Buffer.from(text, 'latin1'));

export function written(value: Value | undefined): string {
  if (value === undefined) return 'null';
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'name':
      return `/${value.value.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
    case 'string':
      return `<${Buffer.from(value.value, 'latin1').toString('hex')}>`;
    case 'array':
      return `[${value.items.map(written).join(' ')}]`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, held]) => `${written({ kind: 'name', value: key })} ${written(held)}`).join(' ')} >>`;
    case 'ref':
      return `${value.id} 0 R`;
    case 'number':
      return value.whole || !Number.isInteger(value.value) ? String(value.value) : `${value.value}.0`;
    default:
      return String(value.value);
  }
}
