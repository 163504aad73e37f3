import type { ChooseReply, ReadReply, ReadView, WriteReply } from '../../../interview/face.ts';
import type { Words } from '../../../words/messages.ts';
import { isAnswer } from '../keys.ts';
import { type Look, proseLines } from '../layout.ts';
import { createTheme } from '../theme.ts';
import type { OpenFace, Terminal } from '../tty.ts';
import { choosePrompt } from './choose.ts';
import { createKeyboard, type Takes } from './keyboard.ts';
import { readPrompt } from './read.ts';
import { createStrayEnter } from './stray-enter.ts';
import { writePrompt } from './write.ts';

/** Prompts that are drawn again at each key and leave no trace when they are answered. */
export function promptFace(terminal: Terminal, words: Words): OpenFace {
  const look: Look = { words, theme: createTheme(terminal.colour) };
  const { output } = terminal;
  const config = { ...look, size: () => terminal, stray: createStrayEnter(terminal.clock), output };
  const keyboard = createKeyboard(terminal);
  let leaving = false;
  const asked = async <T>(
    takes: Takes,
    left: () => T,
    prompt: (context: Context) => Promise<T>,
  ): Promise<T> => {
    if (leaving) return left();
    const keys = await keyboard.open(takes);
    try {
      // The prompt leaves no trace: what should stay is said in one line afterwards.
      return await orLeave(prompt({ input: keys.input, output, clearPromptOnDone: true }), left);
    } finally {
      keys.release();
    }
  };
  const read = (view: ReadView): Promise<ReadReply> =>
    asked(
      isOneKey,
      () => 'leave',
      (context) => readPrompt({ view, ...config }, context),
    );
  return {
    say: (text) => {
      output.write(`${proseLines(text, terminal).join('\n')}\n`);
    },
    show: (title, text) => read({ title, body: text.trimEnd().split('\n'), laidOut: true }),
    choose: (view) =>
      asked<ChooseReply>(
        (typed) => isAnswer(view, typed),
        () => ({ kind: 'leave' }),
        (context) => choosePrompt({ view, ...config }, context),
      ),
    write: async (view) => {
      let text = view.initial;
      const draft = (now: string): void => {
        text = now;
      };
      const reply = await asked<WriteReply>(
        'line',
        () => ({ kind: 'leave' }),
        (context) => writePrompt({ view, ...config, draft }, context),
      );
      if (reply.kind !== 'leave' || view.unbegun === true) return reply;
      if (text === view.initial || view.wrong(text) !== null) return reply;
      leaving = true;
      return { kind: 'written', text };
    },
    read,
    close: keyboard.close,
  };
}

interface Context {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly clearPromptOnDone: true;
}

/** Something to read takes any key, and words never come as one. */
const isOneKey = (typed: string): boolean => [...typed].length === 1;

/** Ctrl-C is a way to leave, not a failure: every answer given so far is saved already. */
async function orLeave<T>(prompt: Promise<T>, left: () => T): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return left();
    throw error;
  }
}
