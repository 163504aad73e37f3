import { createInterface, type Interface } from 'node:readline';
import type { ChooseReply, ChooseView, WriteReply, WriteView } from '../../../interview/face.ts';
import { isTooLong } from '../../../text/longest.ts';
import type { Words } from '../../../words/messages.ts';
import { commandOf, digitOf, foldTyped, inOrder, optionByNumber, optionsByWord, toggled } from '../keys.ts';
import { proseLines } from '../layout.ts';
import { afterReading, type OpenFace, type Terminal } from '../tty.ts';

/**
 * The same interview in plain lines: everything is printed once, every reply is a line. For terminals that cannot
 * move their cursor, and for screen readers, which stumble over redrawn screens.
 */
export function plainFace(terminal: Terminal, words: Words): OpenFace {
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

/** The lines that came at once, one where they were typed; `null` = there are no more. */
type NextLines = (prompt: string) => Promise<readonly string[] | null>;

async function choose(
  view: ChooseView,
  words: Words,
  say: (text: string) => void,
  next: NextLines,
): Promise<ChooseReply> {
  for (const text of ['', view.header, view.heading, view.title, ...view.body]) if (text !== null) say(text);
  for (const option of view.options) {
    const mark = view.selected.includes(option.id) ? words.t('interview.plain.now') : '';
    say(`${digitOf(view, option).padStart(3)} ${option.label}${mark}`);
  }
  say(words.t(view.several === null ? 'interview.plain.choose' : 'interview.plain.several'));
  const commands = view.commands.map((c) => words.t(`interview.keys.${c}`));
  if (commands.length > 0) say(commands.join('  '));
  let pasted = false;
  for (;;) {
    const lines = await next(`${words.t('interview.keys.answer')} `);
    if (lines === null) return { kind: 'leave' };
    const [line = '', ...more] = lines;
    // The last line of a paste waits in the terminal for its Enter: until an empty one, no line is an answer.
    if (more.length > 0 || (pasted && line.trim() !== '')) {
      pasted = true;
      say(words.t('interview.plain.pasted'));
      continue;
    }
    if (pasted) {
      pasted = false;
      continue;
    }
    const reply = replyOf(view, foldTyped(line.trim()));
    if (reply !== null) return reply;
    const nothing = line.trim() === '' && view.several !== null;
    say(words.t(`interview.${nothing ? 'notice.at-least-one' : 'plain.not-known'}`));
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
  next: NextLines,
): Promise<WriteReply> {
  for (const text of ['', view.header, view.title, ...view.body]) if (text !== null) say(text);
  if (view.initial !== '') say(words.t('interview.plain.keeps', { text: view.initial }));
  const filled = view.initial !== '';
  if (view.blank !== null)
    say(words.t(`interview.${filled ? 'plain.blank-filled' : 'keys.blank'}`, { when: view.blank }));
  say(words.t(`interview.plain.${view.unbegun === true ? 'write-unbegun' : 'write'}`));
  let pasted: readonly string[] = [];
  for (;;) {
    const lines = await next('> ');
    const soFar = pasted.join(view.lines === true ? '\n' : ' ').trim();
    if (lines === null)
      return soFar !== '' && view.wrong(soFar) === null
        ? { kind: 'written', text: soFar }
        : { kind: 'leave' };
    const [line = '', ...more] = lines;
    const typed = foldTyped(line.trim());
    // The last line of a paste waits in the terminal for its Enter: an empty one says that all is there.
    if (more.length > 0 || (pasted.length > 0 && line.trim() !== '' && typed !== '/b' && typed !== '/q')) {
      pasted = [...pasted, ...lines];
      if (!isTooLong(pasted.join('\n')))
        say(words.t('interview.plain.pasted-lines', { count: pasted.length }));
      else {
        pasted = [];
        say(words.t('interview.notice.too-long'));
      }
      continue;
    }
    if (typed === '/b') return { kind: 'back' };
    if (typed === '/q') return { kind: 'leave' };
    const emptied = typed === '/d' && view.blank !== null;
    const text = emptied ? '' : line.trim() !== '' ? line.trim() : soFar !== '' ? soFar : view.initial;
    pasted = [];
    const problem = isTooLong(text) ? words.t('interview.notice.too-long') : view.wrong(text);
    if (problem === null) return { kind: 'written', text };
    say(problem);
  }
}

/** Lines that arrive within this time, in milliseconds, were pasted together. */
const AT_ONCE = 100;

/** What is typed, a line at a time. Nothing is read before the first is wanted. */
function lineReader({ input, output, onInterrupt, later = afterReading }: Terminal): {
  readonly next: NextLines;
  readonly close: () => void;
} {
  let reader: Interface | null = null;
  let deafen: (() => void) | undefined;
  let ended = false;
  let cancel = (): void => {};
  let waiting: ((lines: readonly string[] | null) => void) | null = null;
  let arrived: string[] = [];
  const give = (): void => {
    if (waiting === null || (arrived.length === 0 && !ended)) return;
    waiting(arrived.length > 0 ? arrived : null);
    waiting = null;
    arrived = [];
  };
  const open = (): Interface => {
    const opened = createInterface({ input, terminal: false });
    deafen = onInterrupt?.(() => {
      output.write('\n');
      opened.close();
    });
    opened.on('line', (line) => {
      // Nobody was asked: what is typed between two questions answers neither.
      if (waiting === null) return;
      arrived.push(line);
      cancel();
      cancel = later(AT_ONCE, give);
    });
    opened.on('close', () => {
      ended = true;
      cancel();
      give();
    });
    return opened;
  };
  return {
    next: (prompt) => {
      reader ??= open();
      output.write(prompt);
      return new Promise((resolve) => {
        waiting = resolve;
        if (ended) give();
      });
    },
    close: () => {
      cancel();
      deafen?.();
      reader?.close();
    },
  };
}
