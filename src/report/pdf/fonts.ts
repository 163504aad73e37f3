import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Weight } from '../document/look.ts';
import { markOf } from '../document/marks.ts';
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

const opened = new Map<string, Fonts>();

/** The fonts of the document, parsed once a process. `fontsDir` is `dist/fonts/`. */
export function openFonts(fontsDir: string): Fonts {
  const known = opened.get(fontsDir);
  if (known !== undefined) return known;
  let fallback: Face | null = null;
  const fonts: Fonts = {
    regular: openFace('regular', join(fontsDir, 'BIZUDPGothic-Regular.ttf')),
    bold: openFace('bold', join(fontsDir, 'BIZUDPGothic-Bold.ttf')),
    fallback: () => {
      fallback ??= openFace('fallback', join(fontsDir, 'NotoSansJP-fallback.ttf'));
      return fallback;
    },
  };
  opened.set(fontsDir, fonts);
  return fonts;
}

function openFace(name: FaceName, file: string): Face {
  const bytes = readFileSync(file);
  const font = fontkit.create(bytes);
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts`);
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
