import type { ChooseReply, ChooseView, Command, Option } from '../../interview/face.ts';

/** One key as a terminal reports it; an input method sends whole words, character by character. */
export interface Key {
  readonly name: string | undefined;
  readonly typed: string;
  readonly ctrl: boolean;
  /** What was pasted, where that is what the key stands for. */
  readonly pasted?: string;
}

export interface ChooseState {
  /** Option under the cursor, -1 before the first arrow: a stray Enter must never answer. */
  readonly active: number;
  /** Of several: those chosen so far. */
  readonly chosen: readonly string[];
  /** Letters of a word begun but not yet clear. */
  readonly typed: string;
  /** How the word just taken may go on: letters that an input method still sends. */
  readonly rest: readonly string[];
  readonly notice: 'not-known' | 'at-least-one' | 'two-digits' | 'pasted' | null;
}

export type Pressed =
  | { readonly kind: 'state'; readonly state: ChooseState }
  | { readonly kind: 'reply'; readonly reply: ChooseReply; readonly rest: readonly string[] };

const COMMAND_KEYS: Readonly<Record<string, Command>> = {
  '?': 'details',
  b: 'back',
  n: 'note',
  e: 'evidence',
  m: 'menu',
  q: 'leave',
};

export function startState(view: ChooseView): ChooseState {
  const active = view.options.findIndex((option) => view.selected.includes(option.id));
  return {
    active: view.several === null ? active : Math.max(0, active),
    chosen: view.several === null ? [] : view.selected,
    typed: '',
    rest: [],
    notice: null,
  };
}

/** Full-width letters, katakana and capitals count as what the same key gives without the input method. */
export function foldTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** What a key does. Every key means one thing: a digit or a word chooses, a letter commands, arrows move. */
export function press(view: ChooseView, state: ChooseState, key: Key): Pressed {
  const quiet = { ...state, rest: [], notice: null };
  if (key.pasted !== undefined) return notice(state, 'pasted');
  switch (key.name) {
    case 'up':
    case 'down':
      return moved(view, state, key.name === 'up' ? -1 : 1);
    case 'return':
    case 'enter':
      return entered(view, state);
    case 'left':
    case 'escape':
      return command(view, quiet, 'back');
    case 'right':
      return command(view, quiet, 'details');
    case 'backspace':
      return { kind: 'state', state: { ...quiet, typed: [...state.typed].slice(0, -1).join('') } };
  }
  if (key.ctrl || key.typed === '') return { kind: 'state', state: quiet };
  return typed(view, state, foldTyped(key.typed));
}

function command(view: ChooseView, state: ChooseState, kind: Command): Pressed {
  return view.commands.includes(kind)
    ? { kind: 'reply', reply: { kind }, rest: [] }
    : { kind: 'state', state };
}

function moved(view: ChooseView, state: ChooseState, by: 1 | -1): Pressed {
  const count = view.options.length;
  const active = state.active === -1 && by === -1 ? count - 1 : (state.active + by + count) % count;
  return { kind: 'state', state: { ...state, active, typed: '', rest: [], notice: null } };
}

function entered(view: ChooseView, state: ChooseState): Pressed {
  const numbered = optionByNumber(view, state.typed);
  if (numbered !== null) return chosen(view, state, numbered);
  if (view.several !== null) {
    if (state.chosen.length < view.several.least) return notice(state, 'at-least-one');
    return { kind: 'reply', reply: { kind: 'chosen', ids: inOrder(view, state.chosen) }, rest: [] };
  }
  const option = view.options[state.active];
  // People type a number and Enter: the Enter then meets the next question, and is no mistake of theirs.
  return option === undefined ? notice(state, null) : chosen(view, state, option);
}

function typed(view: ChooseView, state: ChooseState, text: string): Pressed {
  const rest = after(state.rest, text);
  if (rest.length > 0) return { kind: 'state', state: { ...state, rest, notice: null } };
  if (state.typed === '') {
    const known = Object.hasOwn(COMMAND_KEYS, text) ? COMMAND_KEYS[text] : undefined;
    if (known !== undefined && view.commands.includes(known))
      return { kind: 'reply', reply: { kind: known }, rest: [] };
    if (text === ' ') {
      const option = view.options[state.active];
      return option === undefined || view.several === null
        ? notice(state, null)
        : chosen(view, state, option);
    }
  }
  const begun = state.typed + text;
  const numbered = optionByNumber(view, begun);
  if (numbered !== null) {
    // Of ten or more, 「1」 may be the beginning of 「12」: it waits for a second digit or Enter.
    const longer = optionByNumber(view, `${begun}0`) !== null;
    return longer
      ? { kind: 'state', state: { ...state, typed: begun, rest: [], notice: 'two-digits' } }
      : chosen(view, state, numbered);
  }
  // A single letter of the keyboard must not choose by a label: it may be meant for a key that is not there.
  const meant = optionsByWord(view, begun, !/^[ -~]/.test(begun));
  const [only] = meant;
  if (only !== undefined && meant.length === 1)
    return chosen(view, state, only, after(wordsOf(only, true), begun));
  if (meant.length > 1) return { kind: 'state', state: { ...state, typed: begun, rest: [], notice: null } };
  return notice(state, 'not-known');
}

/** The number each option is chosen by: its own, or its place in the list. */
export const digitOf = (view: Pick<ChooseView, 'options'>, option: Option): string =>
  option.digit ?? String(view.options.indexOf(option) + 1);

export function optionByNumber(view: Pick<ChooseView, 'options'>, text: string): Option | null {
  return view.options.find((option) => digitOf(view, option) === text) ?? null;
}

/** Whether words that came at once may be typed here: an answer as an input method sends it, not prose. */
export function isAnswer(view: ChooseView, text: string): boolean {
  const folded = foldTyped(text.trim());
  if ([...folded].length <= 1 || optionByNumber(view, folded) !== null) return true;
  // Of several, numbers follow each other as fast as somebody can type.
  if (view.several !== null && /^[0-9 ]+$/.test(folded)) return true;
  return optionsByWord(view, folded, true).length > 0;
}

/** Options that have a word beginning with `begun`; one without words of its own has its label, where `labels` count. */
export function optionsByWord(
  view: Pick<ChooseView, 'options'>,
  begun: string,
  labels: boolean,
): readonly Option[] {
  return view.options.filter((option) => wordsOf(option, labels).some((word) => word.startsWith(begun)));
}

const wordsOf = ({ typed: own, label }: Option, labels: boolean): readonly string[] =>
  (own.length === 0 && labels ? [label] : own).map(foldTyped);

/** What is left of each of `words` behind `begun`; an empty rest counts, for then the word is whole. */
export const after = (words: readonly string[], begun: string): readonly string[] =>
  words.filter((word) => word !== '' && word.startsWith(begun)).map((word) => word.slice(begun.length));

/** The command a whole typed line names, for the plain face. */
export function commandOf(view: ChooseView, text: string): Command | null {
  const known = Object.hasOwn(COMMAND_KEYS, text) ? COMMAND_KEYS[text] : undefined;
  return known !== undefined && view.commands.includes(known) ? known : null;
}

function chosen(view: ChooseView, state: ChooseState, option: Option, rest: readonly string[] = []): Pressed {
  if (view.several === null) return { kind: 'reply', reply: { kind: 'chosen', ids: [option.id] }, rest };
  const next = toggled(state.chosen, option.id, view.several.alone);
  const active = view.options.indexOf(option);
  return { kind: 'state', state: { active, chosen: next, typed: '', rest, notice: null } };
}

/** 「わからない」 and the like cannot stand beside other values. */
export function toggled(chosen: readonly string[], id: string, alone: readonly string[]): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  return alone.includes(id) ? [id] : [...chosen.filter((other) => !alone.includes(other)), id];
}

export const inOrder = (view: Pick<ChooseView, 'options'>, ids: readonly string[]): readonly string[] =>
  view.options.map((option) => option.id).filter((id) => ids.includes(id));

const notice = (state: ChooseState, kind: ChooseState['notice']): Pressed => ({
  kind: 'state',
  state: { ...state, typed: '', rest: [], notice: kind },
});
