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

/**
 * As {@link wrapColumns}, in as many lines, but with their ends between phrases where that can be. A long paragraph is
 * set a few lines at a time: weighing all its lines against each other takes time by the square.
 */
export function wrapPhrases(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = wrapColumns(paragraph, columns);
    if (lines.length === 1) return lines;
    return partsOf(paragraph, lines).flatMap((part) => {
      const chars = [...part.text];
      return phraseLines(chars, chars.map(characterWidth), columns, part.lines.length) ?? part.lines;
    });
  });
}

/** As many lines as a person sees at once. */
const LINES_AT_ONCE = 24;

interface Part {
  readonly text: string;
  readonly lines: readonly string[];
}

/** A paragraph cut where some of its lines end, without the spaces that are not drawn there. */
function partsOf(paragraph: string, lines: readonly string[]): readonly Part[] {
  if (lines.length <= LINES_AT_ONCE) return [{ text: paragraph, lines }];
  const parts: Part[] = [];
  let end = 0;
  for (let first = 0; first < lines.length; first += LINES_AT_ONCE) {
    const some = lines.slice(first, first + LINES_AT_ONCE);
    const begin = end;
    for (const line of some) end = paragraph.indexOf(line, end) + line.length;
    parts.push({ text: paragraph.slice(begin, end).trim(), lines: some });
  }
  return parts;
}

/** Pads with spaces on the right to `columns` display columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
