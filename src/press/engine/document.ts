import PDFDocument from 'pdfkit';
import type { Subset } from '../fonts/subset.ts';
import type { Writing } from '../pack/objects.ts';
import type { Informing } from './metadata.ts';

/**
 * PDFKit as this room uses it. Its published types lag behind the library (fontkit objects as fonts, places of
 * bookmarks, attributes of structure elements, settings of PDF/A); this is the one file that bridges the two, by
 * assertion. Text is written as glyphs straight into a page's content: PDFKit's own `text()` measures, shapes and wraps
 * again what is already set, at five times the time.
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
      | 'end'
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
  /** A new object. */
  ref: (data: object) => Reference;
  file(bytes: Uint8Array, options: object): unknown;
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

/** An object that is being written. */
export interface Reference {
  end(): void;
  /** Packs and encrypts what was written into it, and writes it into the file. */
  finalize: () => void;
  /** Whether it is to be packed; PDFKit then already calls it so. */
  compress: boolean;
  /** What was written into it. */
  buffer: Uint8Array[];
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

/** A document of these settings of PDFKit, with nothing in it yet. */
export const newDocument = (settings: object): Document => new PDFDocument(settings) as unknown as Document;
