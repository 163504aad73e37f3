import type { Document } from '../engine/document.ts';
import { type WritingFont, writingFont } from '../engine/writing-font.ts';
import type { Face, FaceName, Fonts, Glyph } from '../fonts/fonts.ts';
import type { Run, Typesetter } from '../lines/typesetter.ts';
import type { TextStyle } from '../look.ts';
import type { Align } from './canvas.ts';
import { number, rgb } from './operators.ts';

export interface TextWriter {
  /** One line, its em box centred in the style's leading below `y`. */
  readonly text: (text: string, x: number, y: number, style: TextStyle, align?: Align) => void;
  /** Lines one below the other: one text object, a third smaller than as many single lines. */
  readonly textLines: (lines: readonly string[], x: number, y: number, style: TextStyle) => void;
}

interface Writing {
  readonly doc: Document;
  readonly fonts: Fonts;
  readonly typesetter: Typesetter;
  readonly write: (operators: string) => void;
  /** Draws a character that is a mark, its em square beginning at `x`, around `y`. */
  readonly drawMark: (glyph: Glyph, x: number, y: number, em: number) => void;
}

/** Share of the em above the baseline in Japanese type. */
const ASCENT = 0.88;

export function createTextWriter(writing: Writing): TextWriter {
  const { doc, typesetter, write } = writing;
  const opened = new Map<FaceName, WritingFont>();
  const fontOf = (face: Face): WritingFont => {
    const font = opened.get(face.name) ?? writingFont(doc, face);
    opened.set(face.name, font);
    font.use();
    return font;
  };
  const textObject = (lines: readonly (readonly Run[])[], x: number, y: number, style: TextStyle): void => {
    const baseline = y + (style.leading - style.size) / 2 + ASCENT * style.size;
    const size = number(style.size);
    let font = '';
    const shown = lines.map((runs) =>
      runs
        .map(({ face, glyphs }) => {
          const { id, code } = fontOf(face);
          const chosen = id === font ? '' : `/${id} ${size} Tf `;
          font = id;
          return `${chosen}${bolder(face, style, `(${glyphs.map(code).join('')}) Tj`)}`;
        })
        .join(' '),
    );
    const leading = lines.length > 1 ? `${number(style.leading)} TL ` : '';
    // The page is turned upside down so that places count from the top; the letters are turned back.
    write(
      `${rgb(style.color)} rg BT ${leading}1 0 0 -1 ${number(x)} ${number(baseline)} Tm ${shown.join(' T* ')} ET`,
    );
  };
  // What is drawn as lines is still a character to who copies it or has it read aloud: an unseen space bears its name.
  const drawMarks = (run: Run, x: number, y: number, style: TextStyle): void => {
    run.glyphs.forEach((glyph, i) => {
      const at = x + i * glyph.advanceWidth * style.size;
      const name = (glyph.codePoints[0] ?? 0).toString(16).padStart(4, '0');
      write(`/Span << /ActualText <FEFF${name}> >> BDC`);
      writing.drawMark(glyph, at, y + style.leading / 2, style.size);
      write('3 Tr');
      textObject([typesetter.runs('　', style.weight)], at, y, style);
      write('0 Tr EMC');
    });
  };
  const withMarks = (runs: readonly Run[], x: number, y: number, style: TextStyle): void => {
    let at = x;
    for (const run of runs) {
      if (run.face.name === 'marks') drawMarks(run, at, y, style);
      else textObject([[run]], at, y, style);
      at += run.width * style.size;
    }
  };
  const textLines: TextWriter['textLines'] = (lines, x, y, style) => {
    const runs = lines.map((line) => typesetter.runs(line, style.weight));
    if (!runs.flat().some(({ face }) => face.name === 'marks')) textObject(runs, x, y, style);
    else {
      runs.forEach((line, i) => {
        withMarks(line, x, y + i * style.leading, style);
      });
    }
  };
  return {
    textLines,
    text: (text, x, y, style, align = 'left') => {
      if (text === '') return;
      const shift = align === 'left' ? 0 : typesetter.width(text, style) * (align === 'center' ? 0.5 : 1);
      textLines([text], x - shift, y, style);
    },
  };
}

/** The fallback has one weight: a hair of stroke keeps a 𠮷 in a bold name from looking starved. */
function bolder(face: Face, { weight, size, color }: TextStyle, shown: string): string {
  if (face.name !== 'fallback' || weight !== 'bold') return shown;
  return `2 Tr ${number(size / 28)} w ${rgb(color)} RG ${shown} 0 Tr`;
}
