import PDFDocument from 'pdfkit';
import { PDF_SIGN } from '../../files/own-kind.ts';
import type { IsoDate, Lang } from '../../model/text.ts';
import { writable } from '../xml.ts';
import type { Face, Glyph } from './fonts.ts';
import type { Attachment } from './input.ts';
import { escapeInfo, type Informing, identification } from './metadata.ts';
import { catchObjects, type Writing } from './objects.ts';
import { packed } from './pack.ts';
import type { Subset } from './subset.ts';
import { PAGE } from './tokens.ts';

/**
 * PDFKit as this room uses it. Its published types lag behind the library (fontkit objects as fonts, places of
 * bookmarks, attributes of structure elements); this is the one file that bridges the two, by assertion.
 * Text is written as glyphs straight into a page's content: PDFKit's own `text()` measures, shapes and wraps again what
 * is already set, at five times the time.
 */
export interface Document
  extends Pick<
      PDFKit.PDFDocument,
      | 'addPage'
      | 'switchToPage'
      | 'bufferedPageRange'
      | 'markContent'
      | 'endMarkedContent'
      | 'markStructureContent'
      | 'ref'
      | 'end'
      | 'file'
    >,
    Writing,
    Informing {
  readonly page: {
    readonly width: number;
    readonly fonts: Record<string, unknown>;
    readonly content: { readonly write: (bytes: Uint8Array) => void };
  };
  /** Adds a line of operators to the current page. */
  addContent: (operators: string) => Document;
  font(name: string): this;
  /** The font chosen last. */
  readonly _font: EmbeddedFont;
  registerFont(name: string, source: object): this;
  struct(type: string, options?: ElementOptions): Element;
  addStructure(element: Element): this;
  readonly outline: Bookmark;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: unknown) => void): this;
}

interface EmbeddedFont {
  readonly id: string;
  readonly scale: number;
  readonly subset: Subset;
  /** By glyph of the subset: its advance, and the characters it stands for. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): unknown;
}

/** A font of a document, ready to write with. */
export interface WritingFont {
  /** Its name in the content of pages. */
  readonly id: string;
  /** What draws a glyph inside a literal string (ISO 32000-1, 7.3.4.2); the glyph is embedded from then on. */
  readonly code: (glyph: Glyph) => string;
  /** Makes the font known to the current page. */
  readonly use: () => void;
}

export function writingFont(doc: Document, face: Face): WritingFont {
  doc.registerFont(face.name, face.source).font(face.name);
  const font = doc._font;
  const codes = new Map<number, string>();
  const drawn = new Set<number>();
  return {
    id: font.id,
    use: () => {
      doc.page.fonts[font.id] ??= font.ref();
    },
    code: (glyph) => {
      const [character = 0] = glyph.codePoints;
      const known = codes.get(character);
      if (known !== undefined) return known;
      // Two characters may share a shape (見 and ⾒): who copies one must not get the other.
      const place = drawn.has(glyph.id)
        ? font.subset.repeatGlyph(glyph.id)
        : font.subset.includeGlyph(glyph.id);
      drawn.add(glyph.id);
      font.widths[place] ??= glyph.advanceWidth * font.scale;
      font.unicode[place] ??= glyph.codePoints;
      const code = [place >> 8, place & 0xff].map(literal).join('');
      codes.set(character, code);
      return code;
    },
  };
}

/** A byte of a literal string; brackets, backslashes and carriage returns mean something of their own in it. */
function literal(byte: number): string {
  const char = String.fromCharCode(byte);
  if (char === '\r') return '\\r';
  return /[()\\]/.test(char) ? `\\${char}` : char;
}

export interface ElementOptions {
  readonly alt?: string;
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
}

export interface Element {
  add(child: Element | PDFKit.PDFStructureContent): unknown;
  end(): void;
  readonly dictionary: { readonly data: Record<string, unknown> };
}

export interface Bookmark {
  addItem(
    title: string,
    options: { readonly left: number; readonly top: number; readonly expanded: boolean },
  ): Bookmark;
  readonly outlineData: Record<string, unknown>;
  readonly children: readonly Bookmark[];
}

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
}

export function attach(doc: Document, { name, bytes, ...rest }: Attachment, asOf: IsoDate): void {
  const date = new Date(`${asOf}T00:00:00Z`);
  doc.file(Buffer.from(bytes), { name, ...rest, creationDate: date, modifiedDate: date });
}

/** A document to draw on, and what ends it. */
export interface OpenDocument {
  readonly doc: Document;
  /** Its bytes; nothing can be drawn any more. */
  readonly finish: () => Promise<Uint8Array>;
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

/** An empty document: PDF/UA-1 and, unless it is encrypted, PDF/A-3a; dated by the assessment and never by the clock. */
export function openDocument(options: DocumentOptions): OpenDocument {
  const date = new Date(`${options.asOf}T00:00:00Z`);
  const settings = {
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    lang: options.lang === 'ja' ? 'ja-JP' : 'en',
    displayTitle: true,
    tagged: true,
    // Without a password all is deflated where it is packed.
    compress: options.password !== null,
    ...(options.password === null
      ? { subset: 'PDF/A-3a', pdfVersion: '1.7' }
      : {
          userPassword: options.password,
          ownerPassword: options.password,
          permissions: ALL_PERMITTED,
          pdfVersion: '1.7ext3',
        }),
    info: {
      Title: inOneLine(options.title),
      Author: inOneLine(options.author),
      Creator: options.creator,
      CreationDate: date,
      ModDate: date,
    },
  };
  const doc = new PDFDocument(settings as unknown as PDFKit.PDFDocumentOptions) as unknown as Document;
  escapeInfo(doc);
  const inkPages = gatherInk(doc);
  if (options.password !== null) {
    doc.appendXML(identification(null));
    doc._write(PDF_SIGN);
    return { doc, finish: () => encrypted(doc, inkPages) };
  }
  const objects = catchObjects(doc);
  doc.appendXML(identification(options.record));
  return {
    doc,
    finish: async () => {
      inkPages();
      doc.end();
      return packed(objects());
    },
  };
}

/** XML gives a line break back as another one (XML 1.0, 2.11): both statements of a name have to be alike to the letter. */
const inOneLine = (text: string): string => writable(text).replace(/[\t\r\n]+/g, ' ');

/** What is encrypted stays as PDFKit writes it. */
function encrypted(doc: Document, inkPages: () => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
    inkPages();
    doc.end();
  });
}

/**
 * Keeps what is drawn as text, a page at a time, until the function it returns writes all of it: PDFKit makes a buffer
 * of every operator, and a report has twenty thousand.
 */
function gatherInk(doc: Document): () => void {
  const ink = new Map<Document['page'], string>();
  doc.addContent = (operators) => {
    ink.set(doc.page, `${ink.get(doc.page) ?? ''}${operators}\n`);
    return doc;
  };
  return () => {
    for (const [page, operators] of ink) page.content.write(Buffer.from(operators, 'latin1'));
    ink.clear();
  };
}

/** PDFKit writes no count at the root of the outline; readers then show nothing open. */
export function countBookmarks(doc: Document): void {
  const roots = doc.outline.children;
  const open = roots.reduce((sum, root) => sum + 1 + root.children.length, 0);
  if (open > 0) doc.outline.outlineData['Count'] = open;
}
