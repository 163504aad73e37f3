import { inflateSync } from 'node:zlib';

/** What a PDF of ours is made of, as far as comparing two of them needs it. */
export interface PdfInside {
  /** Each page's drawing instructions, in the order of the pages. */
  readonly pages: readonly string[];
  /** Everything else: fonts, structure, metadata, attachments, in the order of the objects. */
  readonly rest: readonly string[];
  /** Files inside, by their media type. */
  readonly attached: ReadonlyMap<string, Uint8Array>;
}

/** Whether bytes are a PDF that opens with a password only. */
export const isEncrypted = (bytes: Uint8Array): boolean =>
  /\/Encrypt \d+ 0 R/.test(Buffer.from(bytes).subarray(-4096).toString('latin1'));

/** Whether bytes reach to where every PDF ends; what a stopped copy or download left does not. */
export const isWhole = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).subarray(-1024).toString('latin1').includes('%%EOF');

/**
 * Reads a PDF as `packed` wrote it: every object is a stream or stands in an object stream. Other PDFs give fewer parts
 * or none, never an error: they simply differ.
 */
export function insideOf(bytes: Uint8Array): PdfInside {
  const streams = streamsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const objects = streams.filter(({ head }) => head.includes('/ObjStm')).map(({ text }) => text());
  const contents = new Set(
    objects.flatMap((text) => [...text.matchAll(/\/Contents (\d+) 0 R/g)].map((match) => match[1])),
  );
  const drawn = streams.filter(({ id }) => contents.has(id));
  return {
    pages: drawn.map(({ text }) => text()),
    rest: streams
      .filter(({ id, head }) => !contents.has(id) && !/\/Type \/(XRef|ObjStm)/.test(head))
      .map(({ text }) => text())
      .concat(objects),
    attached: new Map(
      streams.flatMap(({ head, data }): [string, Uint8Array][] => {
        const type = /\/Subtype \/application#2F(\w+)/.exec(head)?.[1];
        return type === undefined || !head.includes('/EmbeddedFile') ? [] : [[type, data()]];
      }),
    ),
  };
}

interface Stream {
  readonly id: string;
  readonly head: string;
  readonly data: () => Uint8Array;
  readonly text: () => string;
}

function streamsOf(file: Buffer): readonly Stream[] {
  const streams: Stream[] = [];
  const text = file.toString('latin1');
  const start = /(\d+) 0 obj\n<<\n([\s\S]*?)\n>>\nstream\n/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const [whole, id = '', head = ''] = match;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = match.index + whole.length;
    const raw = file.subarray(from, from + length);
    const data = (): Uint8Array => (head.includes('/FlateDecode') ? inflated(raw) : raw);
    streams.push({ id, head, data, text: () => Buffer.from(data()).toString('latin1') });
    start.lastIndex = from + length;
  }
  return streams;
}

/** What a spoiled stream holds is unknown, and that is a difference like any other. */
function inflated(raw: Uint8Array): Uint8Array {
  try {
    return inflateSync(raw);
  } catch {
    return new Uint8Array();
  }
}

/** How a PDF differs from what it should be; `null` = in nothing that is printed or said in it. */
export function difference(
  printed: Uint8Array,
  expected: Uint8Array,
): { readonly pages: readonly number[] } | null {
  if (Buffer.compare(printed, expected) === 0) return null;
  const [was, is] = [insideOf(printed), insideOf(expected)];
  const most = Math.max(was.pages.length, is.pages.length);
  const pages = Array.from({ length: most }, (_, i) => i + 1).filter(
    (n) => was.pages[n - 1] !== is.pages[n - 1],
  );
  // Another zlib may pack the same content into other bytes: that is no difference.
  const same =
    pages.length === 0 &&
    was.rest.length === is.rest.length &&
    was.rest.every((part, i) => part === is.rest[i]);
  return same ? null : { pages };
}
