import { createInterface, type Interface } from 'node:readline';
import type { Words } from '../../words/messages.ts';
import type { ChooseReply, ChooseView, Face, Terminal, WriteReply, WriteView } from '../face.ts';
import { commandOf, foldTyped, inOrder, optionByNumber, optionsByWord, toggled } from './keys.ts';
import { proseLines } from './layout.ts';

/**
 * The same interview in plain lines: everything is printed once, every reply is a line. For terminals that cannot
 * move their cursor, and for screen readers, which stumble over redrawn screens.
 */
export function plainFace(terminal: Terminal, words: Words): Face {
  const lines = lineReader(terminal);
  const say = (text: string): void => {
    terminal.output.write(`${proseLines(text, terminal).join('\n')}\n`);
  };
  return {
    say,
    show: async (_title, text) => {
      terminal.output.write(text.endsWith('\n') ? text : `${text}\n`);
      return 'read';
    },
    choose: (view) => choose(view, words, say, lines.next),
    write: (view) => write(view, words, say, lines.next),
    read: async (view) => {
      for (const text of ['', view.title, ...view.body]) say(text);
      return 'read';
    },
    close: lines.close,
  };
}

type NextLine = (prompt: string) => Promise<string | null>;

async function choose(
  view: ChooseView,
  words: Words,
  say: (text: string) => void,
  next: NextLine,
): Promise<ChooseReply> {
  for (const text of ['', view.header, view.heading, view.title, ...view.body]) if (text !== null) say(text);
  for (const [index, option] of view.options.entries()) {
    const mark = view.selected.includes(option.id) ? words.t('interview.plain.now') : '';
    say(`${String(index + 1).padStart(3)} ${option.label}${mark}`);
  }
  say(words.t(view.several === null ? 'interview.plain.choose' : 'interview.plain.several'));
  const commands = view.commands.map((c) => words.t(`interview.keys.${c}`));
  if (commands.length > 0) say(commands.join('  '));
  for (;;) {
    const line = await next(`${words.t('interview.keys.answer')} `);
    if (line === null) return { kind: 'leave' };
    const reply = replyOf(view, foldTyped(line.trim()));
    if (reply !== null) return reply;
    const nothing = line.trim() === '' && view.several !== null;
    const key = nothing ? 'notice.at-least-one' : 'plain.not-known';
    say(words.t(`interview.${key}`, { count: view.options.length }));
  }
}

/** A line as an answer: a command, or one or several numbers or words. An empty line keeps what was chosen before. */
function replyOf(view: ChooseView, line: string): ChooseReply | null {
  const command = commandOf(view, line);
  if (command !== null) return { kind: command };
  if (line === '') return enough(view, view.selected) ? { kind: 'chosen', ids: view.selected } : null;
  let ids: readonly string[] = [];
  for (const part of line.split(/[\s,、]+/)) {
    const options = [optionByNumber(view, part)].flatMap(
      (option) => option ?? optionsByWord(view, part, true),
    );
    const [option] = options;
    if (option === undefined || options.length > 1) return null;
    if (!ids.includes(option.id)) ids = toggled(ids, option.id, view.several?.alone ?? []);
  }
  if (view.several === null && ids.length !== 1) return null;
  return enough(view, ids) ? { kind: 'chosen', ids: inOrder(view, ids) } : null;
}

const enough = (view: ChooseView, ids: readonly string[]): boolean =>
  ids.length >= (view.several?.least ?? 1);

async function write(
  view: WriteView,
  words: Words,
  say: (text: string) => void,
  next: NextLine,
): Promise<WriteReply> {
  for (const text of ['', view.header, view.title, ...view.body]) if (text !== null) say(text);
  if (view.initial !== '') say(words.t('interview.plain.keeps', { text: view.initial }));
  const filled = view.initial !== '';
  if (view.blank !== null)
    say(words.t(`interview.${filled ? 'plain.blank-filled' : 'keys.blank'}`, { when: view.blank }));
  say(words.t(`interview.plain.${view.unbegun === true ? 'write-unbegun' : 'write'}`));
  for (;;) {
    const line = await next('> ');
    if (line === null) return { kind: 'leave' };
    const typed = foldTyped(line.trim());
    if (typed === '/b') return { kind: 'back' };
    if (typed === '/q') return { kind: 'leave' };
    const emptied = typed === '/d' && view.blank !== null;
    const text = emptied ? '' : line.trim() === '' ? view.initial : line.trim();
    const problem = view.wrong(text);
    if (problem === null) return { kind: 'written', text };
    say(problem);
  }
}

/** Lines one at a time; `null` when there are no more. Nothing is read before the first is wanted. */
function lineReader({ input, output, onInterrupt }: Terminal): {
  readonly next: NextLine;
  readonly close: () => void;
} {
  let reader: Interface | null = null;
  let deafen: (() => void) | undefined;
  let ended = false;
  const waiting: ((line: string | null) => void)[] = [];
  const arrived: string[] = [];
  const open = (): Interface => {
    const opened = createInterface({ input, terminal: false });
    deafen = onInterrupt?.(() => {
      output.write('\n');
      opened.close();
    });
    opened.on('line', (line) => {
      const first = waiting.shift();
      if (first === undefined) arrived.push(line);
      else first(line);
    });
    opened.on('close', () => {
      ended = true;
      for (const wait of waiting.splice(0)) wait(null);
    });
    return opened;
  };
  return {
    next: (prompt) => {
      reader ??= open();
      output.write(prompt);
      const line = arrived.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (ended) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    close: () => {
      deafen?.();
      reader?.close();
    },
  };
}
