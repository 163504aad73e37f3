import type { Words } from '../../words/messages.ts';
import { displayWidth, wrapPhrases } from '../../words/width.ts';
import type { Theme } from './theme.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Look {
  readonly words: Words;
  readonly theme: Theme;
}

// Beyond this a line of prose is hard to follow, however wide the window.
const WIDEST = 88;
// Two columns stay free on the right: some terminals draw 「…」 and the like twice as wide as measured.
const MARGIN = 2;

export const proseWidth = ({ columns }: Size): number => Math.max(20, Math.min(columns - MARGIN, WIDEST));

export function wrapped(text: string, size: Size, indent = ''): readonly string[] {
  return wrapPhrases(text, proseWidth(size) - indent.length).map((line) => indent + line);
}

// 「- 」, 「! 」 and 「2. 」 begin a point of a list; 「なぜ聞くか：」 names what follows.
const MARK = /^(?:[-!]|\d+\.) /;
const LABEL = /^[^、。.,「」]{1,10}：|^[^.,"]{1,24}: /;
const HANG = '  ';

/** Prose whose own indent holds for all its lines; those of a point hang behind its mark. */
export function proseLines(text: string, size: Size): readonly string[] {
  const [indent = ''] = /^ */.exec(text) ?? [];
  return text
    .slice(indent.length)
    .split('\n')
    .flatMap((paragraph) => hanging(paragraph, indent, size));
}

function hanging(body: string, indent: string, size: Size): readonly string[] {
  const [mark] = MARK.exec(body) ?? [];
  if (mark !== undefined) {
    const hang = indent + ' '.repeat(mark.length);
    return wrapped(body.slice(mark.length), size, hang).map((line, i) =>
      i === 0 ? indent + mark + line.slice(hang.length) : line,
    );
  }
  const lines = wrapped(body, size, indent);
  if (lines.length === 1 || !LABEL.test(body)) return lines;
  // A little narrower throughout: where the first line ends is not known before the others are set.
  return wrapped(body, size, indent + HANG).map((line, i) => (i === 0 ? line.slice(HANG.length) : line));
}

/** What is two spaces apart in a header stays whole on its line, unless it is wider than a line. */
export const headerLines = (header: string | null, size: Size): readonly string[] =>
  header === null ? [] : wholeOnLines(header.split('  '), size).flatMap((line) => wrapped(line, size));

/** Short pieces, as many on a line as fit, two spaces apart. */
export function wholeOnLines(pieces: readonly string[], size: Size): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(`${line}  ${piece}`) <= proseWidth(size))
      lines[lines.length - 1] = `${line}  ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** As many whole texts as fit: the last ones are examples, and half an example helps nobody. */
export function wholeTexts(texts: readonly string[], size: Size, room: number): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const more = wrapped(text, size, '  ');
    if (lines.length + more.length > room) break;
    lines.push(...more);
  }
  return lines;
}
