import fastStringWidth from 'fast-string-width';
import { breakLines } from './kinsoku.ts';
import { phraseLines } from './phrases.ts';

/** Display columns of a text in a terminal: full-width characters take two, combining marks and colour codes none. */
export function displayWidth(text: string): number {
  return plainWidth(text) ?? fastStringWidth(text);
}

/**
 * The width of a text of nothing but printable ASCII, dashes and quotes, kana, kanji and full-width forms, else `null`.
 * Nearly every text is such a one, and the package's patterns by Unicode property take longer to compile than a whole page
 * of help to print.
 */
function plainWidth(text: string): number | null {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlainNarrow(code)) width += 1;
    else if (isPlainWide(code)) width += 2;
    else return null;
  }
  return width;
}

/** Printable ASCII, and the dashes, quotes and dots of printed text. */
const isPlainNarrow = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) || (code >= 0x2010 && code <= 0x2026);

/** CJK punctuation and kana without the marks that combine, the common kanji, full-width forms. */
function isPlainWide(code: number): boolean {
  if (code < 0x3000 || code > 0xff60) return false;
  if (code <= 0x30ff) return code < 0x302a || (code > 0x3040 && !isVoicing(code));
  return (code >= 0x4e00 && code <= 0x9fff) || code >= 0xff01;
}

const isVoicing = (code: number): boolean => code >= 0x3097 && code <= 0x309a;

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
