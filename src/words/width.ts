import fastStringWidth from 'fast-string-width';
import { breakLines } from './kinsoku.ts';
import { phraseLines } from './phrases.ts';

/** Display columns of a text in a terminal: full-width characters take two, combining marks and colour codes none. */
export function displayWidth(text: string): number {
  return fastStringWidth(text);
}

/** Cuts a text into lines of at most `columns` display columns. */
export function wrapColumns(text: string, columns: number): readonly string[] {
  return breakLines(text, columns, characterWidth);
}

const widths = new Map<string, number>();

/** {@link displayWidth} of one character; a page is made of the same few hundred. */
function characterWidth(char: string): number {
  let width = widths.get(char);
  if (width === undefined) {
    width = displayWidth(char);
    widths.set(char, width);
  }
  return width;
}

/** As {@link wrapColumns}, in as many lines, but with their ends between phrases where that can be. */
export function wrapPhrases(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = wrapColumns(paragraph, columns);
    if (lines.length === 1) return lines;
    const chars = [...paragraph];
    return phraseLines(chars, chars.map(characterWidth), columns, lines.length) ?? lines;
  });
}

/** Pads with spaces on the right to `columns` display columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
