import type { Words } from '../../words/messages.ts';
import { displayWidth, wrapColumns } from '../../words/width.ts';
import type { ChooseView, Command, WriteView } from '../face.ts';
import type { Theme } from '../theme.ts';
import type { ChooseState } from './keys.ts';

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
  return wrapColumns(text, proseWidth(size) - indent.length).map((line) => indent + line);
}

/** Prose whose own indent holds for all its lines. */
export function proseLines(text: string, size: Size): readonly string[] {
  const [indent = ''] = /^ */.exec(text) ?? [];
  return wrapped(text.slice(indent.length), size, indent);
}

const COMMANDS: readonly Command[] = ['details', 'back', 'note', 'evidence', 'menu', 'leave'];

/**
 * One question on one screen, never taller than the terminal: a prompt that scrolls cannot redraw itself. What does
 * not fit gives way in this order: blank lines, the end of the explanation, options far from the cursor.
 */
export function chooseScreen(view: ChooseView, state: ChooseState, size: Size, look: Look): string {
  const { words, theme } = look;
  const head = [
    ...headerLines(view.header, size).map(theme.soft),
    ...(view.heading === null ? [] : wrapped(view.heading, size).map(theme.accent)),
  ];
  const title = wrapped(view.title, size).map(theme.strong);
  const body = view.body.flatMap((text) => wrapped(text, size, '  '));
  const help = chooseHelp(view, words, size).map(theme.soft);
  const ask = [...noticeLines(view, state, size, look), askLine(view, state, words)];
  const taken = head.length + title.length + help.length + ask.length;
  const room = size.rows - 1 - taken;
  // A list that has to scroll all the same leaves the first words of the explanation their place.
  const scrolls = optionLines(view, state, size, look, Number.POSITIVE_INFINITY).length > room;
  const options = optionLines(view, state, size, look, Math.max(3, room - (scrolls ? KEPT : 0)));
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

/** The explanation, or its beginning and where the rest is. */
function fitted(body: readonly string[], room: number, words: Words): readonly string[] {
  if (body.length <= room) return body;
  if (room < 1) return [];
  return [...body.slice(0, room - 1), `  ${words.t('interview.keys.more')}`];
}

/** How to answer, and the commands, each of them whole on its line. */
function chooseHelp(view: ChooseView, words: Words, size: Size): readonly string[] {
  const how = wrapped(
    words.t(view.several === null ? 'interview.keys.choose' : 'interview.keys.several'),
    size,
  );
  const commands = COMMANDS.filter((command) => view.commands.includes(command));
  return [
    ...how,
    ...wholeOnLines(
      commands.map((command) => words.t(`interview.keys.${command}`)),
      size,
    ),
  ];
}

/** What is two spaces apart in a header stays whole on its line, unless it is wider than a line. */
const headerLines = (header: string | null, size: Size): readonly string[] =>
  header === null ? [] : wholeOnLines(header.split('  '), size).flatMap((line) => wrapped(line, size));

/** Short pieces, as many on a line as fit, two spaces apart. */
function wholeOnLines(pieces: readonly string[], size: Size): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(`${line}  ${piece}`) <= proseWidth(size))
      lines[lines.length - 1] = `${line}  ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

function noticeLines(
  view: ChooseView,
  state: ChooseState,
  size: Size,
  { words, theme }: Look,
): readonly string[] {
  if (state.notice === null) return [];
  return wrapped(words.t(`interview.notice.${state.notice}`, { count: view.options.length }), size).map(
    theme.warn,
  );
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
    const mark = `${index === state.active ? '>' : ' '} ${String(index + 1).padStart(2)} ${box}`;
    const lines = wrapColumns(option.label, proseWidth(size) - mark.length).map((line, i) =>
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

/** A line to write, with the reason for it above; the writing itself comes last, where the cursor is. */
export function writeScreen(
  view: WriteView,
  text: string,
  wrong: string | null,
  size: Size,
  look: Look,
): string {
  const { words, theme } = look;
  const head = view.header === null ? [] : [...headerLines(view.header, size).map(theme.soft), ''];
  const title = wrapped(view.title, size).map(theme.strong);
  const help = wrapped(
    words.t(`interview.keys.${view.unbegun === true ? 'write-unbegun' : 'write'}`),
    size,
  ).map(theme.soft);
  const error = wrong === null ? [] : wrapped(wrong, size).map(theme.warn);
  // The writing may grow to three lines before it pushes the rest off the screen.
  const room = size.rows - 5 - head.length - title.length - help.length - error.length;
  const body = wholeTexts(view.body, size, room);
  const top = body.length < room ? [''] : [];
  return [...top, ...head, ...title, ...body, '', ...help, ...error, `> ${text}`].join('\n');
}

/** As many whole texts as fit: the last ones are examples, and half an example helps nobody. */
function wholeTexts(texts: readonly string[], size: Size, room: number): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const more = wrapped(text, size, '  ');
    if (lines.length + more.length > room) break;
    lines.push(...more);
  }
  return lines;
}

/** Pages of something to read, each short enough for the terminal. */
export function pagesOf(body: readonly string[], size: Size): readonly (readonly string[])[] {
  const lines = body.flatMap((text) => proseLines(text, size));
  const perPage = Math.max(3, size.rows - 5);
  const pages: (readonly string[])[] = [];
  for (let i = 0; i < lines.length; i += perPage) pages.push(lines.slice(i, i + perPage));
  return pages.length === 0 ? [[]] : pages;
}

/** Pages of something laid out: what stands between two blank lines stays together where a page can hold it. */
export function pagesOfBlocks(lines: readonly string[], size: Size): readonly (readonly string[])[] {
  const perPage = Math.max(3, size.rows - 5);
  const pages: string[][] = [];
  for (const block of blocksOf(lines)) {
    const page = pages.at(-1);
    if (page !== undefined && page.length + 1 + block.length <= perPage) page.push('', ...block);
    else {
      // What no page can hold begins where it stands, or a heading alone would fill a page.
      const here = block.length > perPage && page !== undefined ? Math.max(0, perPage - page.length - 1) : 0;
      const begun = here >= LEAST_BEGUN ? here : 0;
      if (begun > 0) page?.push('', ...block.slice(0, begun));
      for (let i = begun; i < block.length; i += perPage) pages.push(block.slice(i, i + perPage));
    }
  }
  return pages.length === 0 ? [[]] : pages;
}

/** Fewer lines of a block than this are not worth beginning it at the foot of a page. */
const LEAST_BEGUN = 4;

function blocksOf(lines: readonly string[]): readonly string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

export function pageScreen(
  title: string,
  pages: readonly (readonly string[])[],
  page: number,
  size: Size,
  { words, theme }: Look,
): string {
  const number = pages.length > 1 ? `  ${page + 1}/${pages.length}` : '';
  const help = words.t(page + 1 < pages.length ? 'interview.keys.next-page' : 'interview.keys.close-page');
  return [
    '',
    ...wrapped(title + number, size).map(theme.strong),
    ...(pages[page] ?? []),
    '',
    `${help} `,
  ].join('\n');
}
