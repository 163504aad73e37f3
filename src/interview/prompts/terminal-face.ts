import type { Words } from '../../words/messages.ts';
import type { Face, Terminal } from '../face.ts';
import { createTheme } from '../theme.ts';
import { choosePrompt } from './choose.ts';
import { type Look, proseLines } from './layout.ts';
import { plainFace } from './plain-face.ts';
import { readPrompt } from './read.ts';
import { createStrayEnter } from './stray-enter.ts';
import { writePrompt } from './write.ts';

/** The face a terminal can show. */
export function createFace(terminal: Terminal, words: Words): Face {
  return terminal.plain ? plainFace(terminal, words) : promptFace(terminal, words);
}

function promptFace(terminal: Terminal, words: Words): Face {
  const look: Look = { words, theme: createTheme(terminal.colour) };
  const { output } = terminal;
  const config = { ...look, size: () => terminal, stray: createStrayEnter(terminal.clock), output };
  // The prompt leaves no trace: what should stay is said in one line afterwards.
  const context = { input: terminal.input, output: terminal.output, clearPromptOnDone: true };
  return {
    say: (text) => {
      terminal.output.write(`${proseLines(text, terminal).join('\n')}\n`);
    },
    show: (title, text) => {
      const view = { title, body: text.trimEnd().split('\n'), laidOut: true };
      return orLeave(readPrompt({ view, ...config }, context), 'leave');
    },
    choose: (view) => orLeave(choosePrompt({ view, ...config }, context), { kind: 'leave' }),
    write: (view) => orLeave(writePrompt({ view, ...config }, context), { kind: 'leave' }),
    read: (view) => orLeave(readPrompt({ view, ...config }, context), 'leave'),
    close: () => {},
  };
}

/** Ctrl-C is a way to leave, not a failure: every answer given so far is saved already. */
async function orLeave<T>(prompt: Promise<T>, left: T): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return left;
    throw error;
  }
}
