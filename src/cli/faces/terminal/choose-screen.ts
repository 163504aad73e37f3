import type { ChooseView, Command } from '../../../interview/face.ts';
import type { Words } from '../../../words/messages.ts';
import { wrapPhrases } from '../../../words/width.ts';
import { type ChooseState, digitOf } from '../keys.ts';
import {
  headerLines,
  type Look,
  proseWidth,
  type Size,
  wholeOnLines,
  wholeTexts,
  wrapped,
} from '../layout.ts';

const COMMANDS: readonly Command[] = ['details', 'back', 'note', 'evidence', 'menu', 'leave'];

/**
 * One question on one screen, never taller than the terminal: a prompt that scrolls cannot redraw itself. What does
 * not fit gives way in this order: blank lines, the end of the explanation, options far from the cursor.
 */
export function chooseScreen(view: ChooseView, state: ChooseState, size: Size, look: Look): string {
  const { words, theme } = look;
  const heading = view.heading === null ? [] : wrapped(view.heading, size).map(theme.accent);
  const title = wrapped(view.title, size).map(theme.strong);
  const body = view.body.flatMap((text) => wrapped(text, size, '  '));
  const ask = [...noticeLines(view, state, size, look), askLine(view, state, words)];
  const all = optionLines(view, state, size, look, Number.POSITIVE_INFINITY).length;
  const around = (header: readonly string[], help: readonly string[]) => {
    const taken = header.length + heading.length + title.length + help.length + ask.length;
    return {
      head: [...header.map(theme.soft), ...heading],
      help: help.map(theme.soft),
      room: size.rows - 1 - taken,
    };
  };
  const header = headerLines(view.header, size);
  const commands = commandLines(view, words, size);
  const whole = around(header, [...howLines(view, words, size), ...commands]);
  // In a very small window an answer matters more than how to give it, and how long the rest takes.
  const { head, help, room } =
    all > whole.room && size.rows < SMALL ? around(header.slice(0, 1), commands) : whole;
  // A list that has to scroll all the same leaves the first words of the explanation their place.
  const scrolls = all > room;
  const options = optionLines(
    view,
    state,
    size,
    look,
    Math.max(3, room - (scrolls && size.rows >= SMALL ? KEPT : 0)),
  );
  const left = room - options.length;
  const shown = view.commands.includes('details')
    ? fitted(body, left, words)
    : wholeTexts(view.body, size, left);
  const blanks = Math.max(0, left - shown.length);
  const gap = (least: number): readonly string[] => (blanks >= least ? [''] : []);
  return [
    ...gap(4),
    ...head,
    ...(head.length > 0 ? gap(1) : []),
    ...title,
    ...shown,
    ...gap(2),
    ...options,
    ...gap(3),
    ...help,
    ...ask,
  ].join('\n');
}

const KEPT = 2;
const SMALL = 16;

/** The explanation, or its beginning and where the rest is. */
function fitted(body: readonly string[], room: number, words: Words): readonly string[] {
  if (body.length <= room) return body;
  if (room < 1) return [];
  return [...body.slice(0, room - 1), `  ${words.t('interview.keys.more')}`];
}

const howLines = (view: ChooseView, words: Words, size: Size): readonly string[] =>
  wrapped(words.t(view.several === null ? 'interview.keys.choose' : 'interview.keys.several'), size);

/** The commands, each of them whole on its line. */
function commandLines(view: ChooseView, words: Words, size: Size): readonly string[] {
  const commands = COMMANDS.filter((command) => view.commands.includes(command));
  return wholeOnLines(
    commands.map((command) => words.t(`interview.keys.${command}`)),
    size,
  );
}

function noticeLines(
  view: ChooseView,
  state: ChooseState,
  size: Size,
  { words, theme }: Look,
): readonly string[] {
  if (state.notice === null) return [];
  const args = { count: view.options.length, typed: state.typed };
  const paint = state.notice === 'two-digits' ? theme.soft : theme.warn;
  return wrapped(words.t(`interview.notice.${state.notice}`, args), size).map(paint);
}

const askLine = (view: ChooseView, state: ChooseState, words: Words): string =>
  `${words.t(view.several === null ? 'interview.keys.answer' : 'interview.keys.confirm')} ${state.typed}`;

function optionLines(
  view: ChooseView,
  state: ChooseState,
  size: Size,
  { theme, words }: Look,
  room: number,
): readonly string[] {
  const blocks = view.options.map((option, index) => {
    const box = view.several === null ? '' : state.chosen.includes(option.id) ? '[x] ' : '[ ] ';
    const mark = `${index === state.active ? '>' : ' '} ${digitOf(view, option).padStart(2)} ${box}`;
    const lines = wrapPhrases(option.label, proseWidth(size) - mark.length).map((line, i) =>
      i === 0 ? mark + line : ' '.repeat(mark.length) + line,
    );
    return index === state.active ? lines.map(theme.accent) : lines;
  });
  if (blocks.flat().length <= room) return blocks.flat();
  const shown = around(blocks, Math.max(0, state.active), room - 1);
  const hidden = words.t('interview.keys.hidden', { count: blocks.length - shown.length });
  return [...shown.flat(), theme.soft(`     ${hidden}`)];
}

/** The blocks next to the active one that fit into `room` lines. */
function around(
  blocks: readonly (readonly string[])[],
  active: number,
  room: number,
): readonly (readonly string[])[] {
  let from = active;
  let to = active + 1;
  const height = (a: number, b: number): number =>
    blocks.slice(a, b).reduce((sum, lines) => sum + lines.length, 0);
  while (from > 0 || to < blocks.length) {
    if (to < blocks.length && height(from, to + 1) <= room) to++;
    else if (from > 0 && height(from - 1, to) <= room) from--;
    else break;
  }
  return blocks.slice(from, to);
}
