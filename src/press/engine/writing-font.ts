import type { Face, Glyph } from '../fonts/fonts.ts';
import type { Document } from './document.ts';

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
