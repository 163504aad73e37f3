import { isTooLong } from '../../../text/longest.ts';
import { masked } from '../../../words/visible.ts';
import { displayWidth } from '../../../words/width.ts';

/** Words being written, line ends included, and where in them the next one goes: a place between two letters. */
export interface Line {
  readonly letters: readonly string[];
  readonly at: number;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Units given to the segmenter at once. */
const AT_ONCE = 512;

/**
 * Letters as a person counts them: a combining mark or a variation selector belongs to the one before. V8's segmenter
 * takes time by the square (64,000 letters: 6 s), so it is asked piece by piece; the last letter of a piece may go on
 * in the next and is asked for again.
 */
function lettersOf(text: string): readonly string[] {
  const letters: string[] = [];
  for (let from = 0; from < text.length; ) {
    const isLast = from + AT_ONCE >= text.length;
    // Half a surrogate pair belongs to nothing.
    const cut = !isLast && /[\ud800-\udbff]/.test(text[from + AT_ONCE - 1] ?? '') ? AT_ONCE - 1 : AT_ONCE;
    const piece = text.slice(from, from + cut);
    const found = Array.from(segmenter.segment(piece), ({ segment }) => segment);
    const whole = isLast || found.length === 1 ? found : found.slice(0, -1);
    for (const letter of whole) {
      letters.push(letter);
      from += letter.length;
    }
  }
  return letters;
}

export const lineOf = (text: string): Line => {
  const letters = lettersOf(text);
  return { letters, at: letters.length };
};

export const textOf = ({ letters }: Pick<Line, 'letters'>): string => letters.join('');

/** The line with words put in where the cursor is, or `null` where it would grow too long. */
export function inserted({ letters, at }: Line, words: string): Line | null {
  if (isTooLong(textOf({ letters }) + words)) return null;
  // A mark typed behind its letter joins it.
  const before = [...letters.slice(0, Math.max(0, at - 1)), ...lettersOf((letters[at - 1] ?? '') + words)];
  const after = letters.slice(at);
  return { letters: [...before, ...after], at: before.length };
}

export interface EditKey {
  readonly name: string | undefined;
  readonly ctrl: boolean;
}

const CTRL: Readonly<Record<string, string>> = {
  a: 'home',
  b: 'left',
  d: 'delete',
  e: 'end',
  f: 'right',
  h: 'backspace',
};

/** The keys of a line as shells have them; the line itself where a key changes nothing. */
export function edited(line: Line, { name = '', ctrl }: EditKey): Line {
  const { letters, at } = line;
  switch (ctrl ? (Object.hasOwn(CTRL, name) ? CTRL[name] : `ctrl-${name}`) : name) {
    case 'left':
      return { letters, at: Math.max(0, at - 1) };
    case 'right':
      return { letters, at: Math.min(letters.length, at + 1) };
    case 'home':
    case 'up':
      return { letters, at: 0 };
    case 'end':
    case 'down':
      return { letters, at: letters.length };
    case 'backspace':
      return at === 0 ? line : { letters: letters.toSpliced(at - 1, 1), at: at - 1 };
    case 'delete':
      return { letters: letters.toSpliced(at, 1), at };
    case 'ctrl-u':
      return { letters: letters.slice(at), at: 0 };
    case 'ctrl-k':
      return { letters: letters.slice(0, at), at };
    case 'ctrl-w': {
      const isSpace = (letter = ''): boolean => letter.trim() === '';
      let begin = at;
      while (begin > 0 && isSpace(letters[begin - 1])) begin--;
      while (begin > 0 && !isSpace(letters[begin - 1])) begin--;
      return { letters: letters.toSpliced(begin, at - begin), at: begin };
    }
    default:
      return line;
  }
}

/** What stands on the screen: the line of the cursor, cut in two there, and those around it. */
export interface ShownLine {
  readonly above: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly below: readonly string[];
}

/** As many lines of the text as there is room for, the cursor always among them. */
export function shownLine({ letters, at }: Line, width: number, room: number): ShownLine {
  const rows: { text: string; columns: number; from: number }[] = [{ text: '', columns: 0, from: 0 }];
  for (const [index, letter] of letters.entries()) {
    const row = rows.at(-1);
    if (row === undefined) break;
    const shown = masked(letter);
    const columns = displayWidth(shown);
    if (letter === '\n') rows.push({ text: '', columns: 0, from: index + 1 });
    else if (row.columns + columns > width) rows.push({ text: shown, columns, from: index });
    else {
      row.text += shown;
      row.columns += columns;
    }
  }
  const cursor = Math.max(
    0,
    rows.findLastIndex(({ from }) => from <= at),
  );
  const first = Math.max(0, Math.min(cursor - Math.floor(room / 2), rows.length - room));
  const texts = rows.map(({ text }) => text);
  const row = rows[cursor] ?? { text: '', from: 0 };
  const before = letters.slice(row.from, at).map(masked).join('');
  return {
    above: texts.slice(first, cursor),
    before,
    after: row.text.slice(before.length),
    below: texts.slice(cursor + 1, first + Math.max(1, room)),
  };
}
