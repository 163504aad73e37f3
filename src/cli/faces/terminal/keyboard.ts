import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { afterReading, type Terminal } from '../tty.ts';
import { AWAKE, PASTE } from './keypress.ts';
import { createPieceReader, isTypedLine, type Piece, textOfPaste } from './pastes.ts';
import { holdTerminal } from './terminal-mode.ts';

/** What words mean where a prompt stands: a line takes any, keys only those the prompt knows. */
export type Takes = 'line' | ((words: string) => boolean);

/** The keys of a terminal, for one prompt after the other. */
export interface Keyboard {
  /** Keys for one prompt. What came before it was asked is for nobody, except Ctrl-C. */
  readonly open: (takes: Takes) => Promise<OpenKeys>;
  readonly close: () => void;
}

export interface OpenKeys {
  readonly input: NodeJS.ReadableStream;
  readonly release: () => void;
}

/** Longest gap between two pieces of one paste, in milliseconds: an Enter this soon after other keys is looked at twice. */
const PIECES_APART = 200;
/** Nobody types two keys in this time, in milliseconds. */
const KEYS_APART = 40;
/** So long after a paste without marks, in milliseconds, more of it may come. */
const STILL_PASTED = 300;
/** A key is whole, or it is Esc. */
const KEY_CUT = 300;
/** A paste that stops in the middle is over: keys must not be swallowed for ever. */
const PASTE_CUT = 2000;

/** Longer words are put in at once. */
const MOST_AT_ONCE = 32;

const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';

/**
 * Stands between the terminal and its prompts, so that pasted text never answers. Where the terminal marks a paste, the
 * marks count. Elsewhere (old Windows consoles) speed does: nobody types past an Enter within a fifth of a second, or
 * two keys at once. A paste reaches the prompt as one key of its own.
 */
export function createKeyboard(terminal: Terminal): Keyboard {
  const decoder = new StringDecoder('utf8');
  const reader = createPieceReader();
  const later = terminal.later ?? afterReading;
  let prompt: { readonly keys: Readable; readonly takes: Takes } | null = null;
  let leaving = false;
  let pending = '';
  let fresh = false;
  let last = Number.NEGATIVE_INFINITY;
  let pastedUntil = Number.NEGATIVE_INFINITY;
  let cancel = (): void => {};
  let cancelCut = (): void => {};

  const now = terminal.clock;
  const type = (text: string): void => {
    prompt?.keys.emit('data', Buffer.from(text));
  };
  const paste = (raw: string): void => {
    prompt?.keys.emit('keypress', undefined, { name: PASTE, sequence: textOfPaste(raw) });
  };
  /** Nothing more came: says what the words that waited were. */
  const settle = (): void => {
    cancel();
    const text = pending;
    pending = '';
    if (prompt === null || text === '') return;
    const { takes } = prompt;
    // An Enter alone is never the rest of a paste.
    const more = now() < pastedUntil && (takes !== 'line' || /[^\r\n]/.test(text));
    const typed = takes === 'line' ? isTypedLine(text) || /^[\r\n]+$/.test(text) : takesAsKeys(takes, text);
    if (typed && !more) {
      pastedUntil = Number.NEGATIVE_INFINITY;
      // An Enter held down is one Enter.
      type(text.replace(/[\r\n]+$/, '\r'));
      return;
    }
    pastedUntil = now() + STILL_PASTED;
    if (!more && [...text].length === 1) type(text);
    else paste(text);
  };
  const words = (text: string, soon: boolean): void => {
    const takes = prompt?.takes;
    const plain = pending === '' && !/[\r\n]/.test(text) && now() >= pastedUntil;
    if (takes === 'line' && plain) {
      // Typed key by key, a long text would be drawn a thousand times.
      if ([...text].length > MOST_AT_ONCE) paste(text);
      else type(text);
      return;
    }
    pending += text;
    fresh = true;
    cancel();
    const alone = /^[\r\n]$/.test(pending) && !soon;
    cancel = later(takes === 'line' && !alone ? PIECES_APART : KEYS_APART, settle);
  };
  const special = (text: string): void => {
    if (text === CTRL_C && prompt === null) leaving = true;
    // Control codes in the middle of what came at once are not typed.
    if (pending !== '' && fresh) return;
    settle();
    if (text === CTRL_Z) mode.suspend();
    else if (text === '\u001b') prompt?.keys.emit('keypress', undefined, { name: 'escape', sequence: text });
    else type(text);
  };
  const marked = (raw: string): void => {
    cancel();
    const before = pending;
    pending = '';
    paste(before + raw);
  };
  const take = (pieces: readonly Piece[], soon: boolean): void => {
    fresh = false;
    let afterPaste = false;
    for (const { kind, text } of pieces) {
      if (kind === 'paste') marked(text);
      // What stands behind the end of a paste in the same read is a paste with an end of its own in it.
      else if (afterPaste) paste(kind === 'words' ? text : '');
      else if (kind === 'words') words(text, soon);
      else special(text);
      afterPaste ||= kind === 'paste';
    }
  };
  const onData = (chunk: Buffer | string): void => {
    cancelCut();
    const soon = now() - last < PIECES_APART;
    last = now();
    take(reader.read(typeof chunk === 'string' ? chunk : decoder.write(chunk)), soon);
    const waiting = reader.waiting();
    if (waiting === null) return;
    cancelCut = later(waiting === 'key' ? KEY_CUT : PASTE_CUT, () => take(reader.giveUp(), false));
  };
  const onEnd = (): void => {
    ended = true;
    settle();
    prompt?.keys.emit('end');
  };
  let ended = false;
  const mode = holdTerminal(terminal, { onEnd, onAwake: () => prompt?.keys.emit(AWAKE) });
  terminal.input.on('data', onData);
  terminal.input.on('end', onEnd);
  terminal.input.on('error', onEnd);
  terminal.input.resume();

  return {
    open: async (takes) => {
      // Keys pressed while something was saved or drawn wait in the terminal: two turns of the loop read them.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
      pending = '';
      const keys = new Readable({ read: () => {} });
      prompt = { keys, takes };
      if (leaving || ended) setImmediate(() => (ended ? keys.emit('end') : type(CTRL_C)));
      leaving = false;
      return {
        input: keys,
        release: () => {
          prompt = null;
          pending = '';
          cancel();
        },
      };
    },
    close: () => {
      prompt = null;
      cancel();
      cancelCut();
      terminal.input.removeListener('data', onData);
      terminal.input.removeListener('end', onEnd);
      terminal.input.removeListener('error', onEnd);
      terminal.input.pause();
      mode.release();
    },
  };
}

/** One key, or what the prompt knows as a whole; with the Enter people type behind it. */
function takesAsKeys(takes: (words: string) => boolean, text: string): boolean {
  const words = text.replace(/(?:\r\n?|\n)$/, '');
  return words === '' || takes(words);
}
