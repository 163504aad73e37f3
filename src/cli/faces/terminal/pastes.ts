/** What a terminal sends, told apart: words, one special key, or what was pasted between its two marks. */
export interface Piece {
  readonly kind: 'words' | 'special' | 'paste';
  readonly text: string;
}

export interface PieceReader {
  /** The pieces of one read, wherever the terminal cut it. */
  readonly read: (text: string) => readonly Piece[];
  /** What waits for its other half: a key begun, or a paste whose end has not come. */
  readonly waiting: () => 'key' | 'paste' | null;
  /** Nothing more came: what waited counts as it stands. */
  readonly giveUp: () => readonly Piece[];
}

const ESCAPE = '\u001b';
const BEGIN = `${ESCAPE}[200~`;
const END = `${ESCAPE}[201~`;
// ECMA-48 5.4 (CSI), and SS3 as terminals send it for F1 to F4; ESC before any other character is Alt and that key.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what is read here
const SEQUENCE = /^\u001b\u001b?(?:\[[0-?]*[ -/]*[@-~]|O[^\u001b]|[^[O\u001b])/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what is read here
const BEGUN = /^\u001b\u001b?(?:\[[0-?]*[ -/]*|O)?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything but controls, with line ends and tabs
const WORDS = /^(?:[^\u0000-\u001f\u007f]|[\r\n\t])+/;

/**
 * Reads `ESC[200~ … ESC[201~` (bracketed paste, https://invisible-island.net/xterm/ctlseqs/ctlseqs.html) out of what a
 * terminal sends. Node's readline knows the marks but types what stands between them, line ends and Ctrl-C included.
 */
export function createPieceReader(): PieceReader {
  let held = '';
  let pasted: string[] | null = null;
  const inPaste = (text: string): readonly [Piece, string] | null => {
    // The mark may be cut in two: its beginning waits in `held`.
    const at = text.indexOf(END);
    if (at === -1) {
      const cut = beginningOf(END, text);
      pasted?.push(text.slice(0, text.length - cut));
      held = text.slice(text.length - cut);
      return null;
    }
    const whole = [...(pasted ?? []), text.slice(0, at)].join('');
    pasted = null;
    return [{ kind: 'paste', text: whole }, text.slice(at + END.length)];
  };
  return {
    read: (text) => {
      let rest = held + text;
      held = '';
      const pieces: Piece[] = [];
      while (rest !== '') {
        if (pasted !== null) {
          const ended = inPaste(rest);
          if (ended === null) break;
          pieces.push(ended[0]);
          rest = ended[1];
        } else if (rest.startsWith(BEGIN)) {
          pasted = [];
          rest = rest.slice(BEGIN.length);
        } else if (BEGUN.test(rest)) {
          held = rest;
          break;
        } else {
          const [words] = WORDS.exec(rest) ?? [];
          const [special = rest.slice(0, 1)] = SEQUENCE.exec(rest) ?? [];
          const piece: Piece =
            words === undefined ? { kind: 'special', text: special } : { kind: 'words', text: words };
          // An end without a beginning is nothing a person has done.
          if (piece.text !== END) pieces.push(piece);
          rest = rest.slice(piece.text.length);
        }
      }
      return pieces;
    },
    waiting: () => (pasted !== null ? 'paste' : held === '' ? null : 'key'),
    giveUp: () => {
      const piece: Piece =
        pasted === null
          ? { kind: 'special', text: held }
          : { kind: 'paste', text: [...pasted, held].join('') };
      held = '';
      pasted = null;
      return piece.text === '' ? [] : [piece];
    },
  };
}

/** How many letters at the end of `text` begin `mark`. */
function beginningOf(mark: string, text: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--)
    if (text.endsWith(mark.slice(0, length))) return length;
  return 0;
}

/**
 * A paste as text: every line end is `\n`, a tab a space. Control codes and the sequences they begin are no text; what
 * is seen of them stays, so that nothing a person can read is lost.
 */
export function textOfPaste(raw: string): string {
  return (
    raw
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replaceAll('\t', ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what is taken away here
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
  );
}

/** Words typed and then Enter, as a slow line delivers them together; anything after a line end is no typing. */
export const isTypedLine = (text: string): boolean => /^[^\r\n]*(?:\r\n?|\n)$/.test(text);
