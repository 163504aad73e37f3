import * as fontkit from 'fontkit';
import { markOf } from '../canvas/marks.ts';
import type { Weight } from '../look.ts';
import type { FontFiles } from '../tools.ts';
import { readTrueType, subsetter } from './subset.ts';

export type FaceName = Weight | 'fallback' | 'marks';

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A parsed font as PDFKit embeds it, and its glyphs by character. */
export interface Face {
  readonly name: FaceName;
  readonly source: object;
  readonly unitsPerEm: number;
  /** Glyph 0 where the font has none. */
  readonly glyph: (codePoint: number) => Glyph;
}

export interface Fonts {
  readonly regular: Face;
  readonly bold: Face;
  /** Parsed at its first use: most documents never need it. */
  readonly fallback: () => Face;
}

/** Characters that no font has and that are drawn as lines: a face without a file, with a little room behind each. */
export const MARKS: Face = {
  name: 'marks',
  source: {},
  unitsPerEm: 1,
  glyph: (codePoint) => ({
    id: markOf(codePoint) === null ? 0 : codePoint,
    advanceWidth: 1.25,
    codePoints: [codePoint],
  }),
};

const opened = new WeakMap<FontFiles, Fonts>();

/** The fonts of the document, parsed once for the same files. Throws where one is no single TrueType font. */
export function openFonts(files: FontFiles): Fonts {
  const known = opened.get(files);
  if (known !== undefined) return known;
  let fallback: Face | null = null;
  const fonts: Fonts = {
    regular: openFace('regular', files.regular),
    bold: openFace('bold', files.bold),
    fallback: () => {
      fallback ??= openFace('fallback', files.fallback());
      return fallback;
    },
  };
  opened.set(files, fonts);
  return fonts;
}

/** fontkit as it is: its published types ask for more than the bytes it reads. */
const FONTKIT: { create(bytes: Uint8Array): fontkit.Font | fontkit.FontCollection } = fontkit;

function openFace(name: FaceName, bytes: Uint8Array): Face {
  const font = FONTKIT.create(bytes);
  if (!('layout' in font)) throw new Error(`the ${name} font is a collection of fonts`);
  const base: object = Object.create(font);
  return {
    name,
    source: Object.assign(base, { createSubset: subsetter(readTrueType(bytes)) }),
    unitsPerEm: font.unitsPerEm,
    glyph: glyphTable(font),
  };
}

/**
 * Glyphs by code point, one to one: composed Japanese text needs no more shaping, and planning OpenType features for
 * each string takes half of PDFKit's time. fontkit keeps one glyph object for all characters that share a shape and
 * remembers the character that came first in the process; a copy of our own keeps the text of a document independent
 * of the documents before it.
 */
function glyphTable(font: fontkit.Font): (codePoint: number) => Glyph {
  const known = new Map<number, Glyph>();
  return (codePoint) => {
    const found = known.get(codePoint);
    if (found !== undefined) return found;
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    known.set(codePoint, glyph);
    return glyph;
  };
}
