/**
 * The objects of a PDF as PDFKit writes them, caught before they become bytes: what is written here is packed again at
 * once (`pack.ts`), and thousands of small buffers of it, joined and parsed, took a fifth of a report's time.
 */
export interface Objects {
  /** By number; number 0 is empty. */
  readonly all: readonly (PdfObject | undefined)[];
  /** Entries of the trailer, as a dictionary. */
  readonly trailer: string;
}

export interface PdfObject {
  /** Its value; of a stream, its dictionary. */
  readonly value: string;
  readonly stream: Uint8Array | null;
}

/** The parts of a PDFDocument that write. `_refEnd` closes an object, `_finalize` writes the trailer. */
export interface Writing {
  _write: (data: string | Uint8Array) => void;
  _refEnd: (reference: { readonly id: number }) => void;
  _finalize: () => void;
}

/** Catches all that `doc` writes from now on. What it returns gives the objects once the document has ended. */
export function catchObjects(doc: Writing): () => Objects {
  const all: (PdfObject | undefined)[] = [];
  let trailer: string | null = null;
  let written: (string | Uint8Array)[] = [];
  const { _refEnd, _finalize } = doc;
  doc._write = (data) => {
    written.push(data);
  };
  // "7 0 obj", its value, and of a stream "stream", its bytes, "endstream"; then "endobj".
  doc._refEnd = (reference) => {
    const [, value, , stream] = written;
    written = [];
    if (typeof value !== 'string') throw new Error(`PDFKit wrote object ${reference.id} otherwise`);
    all[reference.id] = { value, stream: stream instanceof Uint8Array ? stream : null };
    _refEnd.call(doc, reference);
  };
  doc._finalize = () => {
    written = [];
    _finalize.call(doc);
    const entries = written[written.indexOf('trailer') + 1];
    trailer = typeof entries === 'string' ? entries : null;
  };
  return () => {
    if (trailer === null) throw new Error('PDFKit has not ended this document');
    return { all, trailer };
  };
}
