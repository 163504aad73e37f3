import type { IsoDate, Lang } from '../../model/text.ts';
import { writable } from '../../words/xml.ts';
import { bytesOf, joined } from '../bytes.ts';
import { catchObjects } from '../pack/objects.ts';
import { DEFLATE, packed } from '../pack/pack.ts';
import { PAGE } from '../paper.ts';
import type { Deflate } from '../tools.ts';
import { type Document, newDocument } from './document.ts';
import { escapeInfo, identification } from './metadata.ts';

export interface DocumentOptions {
  readonly title: string;
  readonly author: string;
  readonly creator: string;
  readonly lang: Lang;
  readonly asOf: IsoDate;
  /** Written into the metadata: with it the document can be made again. */
  readonly record: string | null;
  /** Whoever opens it has to type this; such a file cannot be PDF/A. */
  readonly password: string | null;
  /** A comment below the head of an encrypted file, by which it is known: what it says inside, nobody can read. */
  readonly sign: string;
}

/** A file inside the document. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly description: string;
  /** `Source`: what the document was made from · `Data`: what it shows. */
  readonly relationship: 'Source' | 'Data';
}

export function attach(doc: Document, { name, bytes, ...rest }: Attachment, asOf: IsoDate): void {
  const date = new Date(`${asOf}T00:00:00Z`);
  doc.file(bytes, { name, ...rest, creationDate: date, modifiedDate: date });
}

/** A document to draw on, and what ends it. */
export interface OpenDocument {
  readonly doc: Document;
  /** Its bytes; nothing can be drawn any more. */
  readonly finish: () => Promise<Uint8Array>;
}

/** An empty document: PDF/UA-1 and, unless it is encrypted, PDF/A-3a; dated by the assessment and never by the clock. */
export function openDocument(options: DocumentOptions, deflate: Deflate): OpenDocument {
  const doc = newDocument(settingsOf(options));
  escapeInfo(doc);
  const inkPages = gatherInk(doc);
  if (options.password !== null) {
    packStreams(doc, deflate);
    doc.appendXML(identification(null));
    doc._write(options.sign);
    return { doc, finish: () => encrypted(doc, inkPages) };
  }
  const objects = catchObjects(doc);
  doc.appendXML(identification(options.record));
  return {
    doc,
    finish: async () => {
      inkPages();
      doc.end();
      return packed(objects(), deflate);
    },
  };
}

/** Whoever knows the password owns the document: to print it, to copy from it, to read it aloud (PDF/UA-1, 7.16). */
const ALL_PERMITTED = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const;

function settingsOf({ title, author, creator, lang, asOf, password }: DocumentOptions): object {
  const date = new Date(`${asOf}T00:00:00Z`);
  return {
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    lang: lang === 'ja' ? 'ja-JP' : 'en',
    displayTitle: true,
    tagged: true,
    // Without a password all is deflated where it is packed.
    compress: password !== null,
    ...(password === null
      ? { subset: 'PDF/A-3a', pdfVersion: '1.7' }
      : {
          userPassword: password,
          ownerPassword: password,
          permissions: ALL_PERMITTED,
          pdfVersion: '1.7ext3',
        }),
    info: {
      Title: inOneLine(title),
      Author: inOneLine(author),
      Creator: creator,
      CreationDate: date,
      ModDate: date,
    },
  };
}

/** XML gives a line break back as another one (XML 1.0, 2.11): both statements of a name have to be alike to the letter. */
const inOneLine = (text: string): string => writable(text).replace(/[\t\r\n]+/g, ' ');

/** Has what PDFKit is to pack packed before it does so itself: with another packer in each of its builds. */
function packStreams(doc: Document, deflate: Deflate): void {
  const { ref } = doc;
  doc.ref = (data) => {
    const reference = ref.call(doc, data);
    const { finalize } = reference;
    reference.finalize = () => {
      if (reference.compress && reference.buffer.length > 0) {
        reference.buffer = [deflate(joined(reference.buffer), DEFLATE)];
        reference.compress = false;
      }
      finalize.call(reference);
    };
    return reference;
  };
}

/** What is encrypted stays object by object as PDFKit writes it. */
function encrypted(doc: Document, inkPages: () => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(joined(chunks)));
    doc.on('error', reject);
    inkPages();
    doc.end();
  });
}

/**
 * Keeps what is drawn as text, a page at a time, until the function it returns writes all of it: PDFKit makes bytes of
 * every operator by itself, and a report has twenty thousand.
 */
function gatherInk(doc: Document): () => void {
  const ink = new Map<Document['page'], string>();
  doc.addContent = (operators) => {
    ink.set(doc.page, `${ink.get(doc.page) ?? ''}${operators}\n`);
    return doc;
  };
  return () => {
    for (const [page, operators] of ink) page.content.write(bytesOf(operators));
    ink.clear();
  };
}

/** PDFKit writes no count at the root of the outline; readers then show nothing open. */
export function countBookmarks(doc: Document): void {
  const roots = doc.outline.children;
  const open = roots.reduce((sum, root) => sum + 1 + root.children.length, 0);
  if (open > 0) doc.outline.outlineData['Count'] = open;
}
