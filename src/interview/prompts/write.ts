import { createPrompt, useEffect, useKeypress, useState } from '@inquirer/core';
import type { WriteReply, WriteView } from '../face.ts';
import { keyOf, useClose, useRepaint } from './keypress.ts';
import type { Look, Size } from './layout.ts';
import type { StrayEnter } from './stray-enter.ts';
import { writeScreen } from './write-screen.ts';

export interface WriteConfig extends Look {
  readonly view: WriteView;
  readonly size: () => Size;
  readonly stray: StrayEnter;
  readonly output: NodeJS.WritableStream;
}

/** One line of free words. The ready input prompt does not do: it cannot go back and its messages are English. */
export const writePrompt = createPrompt<WriteReply, WriteConfig>((config, done) => {
  const { view, size, stray } = config;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  useClose(() => done({ kind: 'leave' }));
  useEffect((rl) => {
    if (view.initial === '') return;
    rl.write(view.initial);
    setText(view.initial);
  }, []);
  useRepaint(config.output);
  useKeypress((key, rl) => {
    if (stray.isStray(keyOf(key))) {
      // The key has changed the line, and Enter has emptied it: put the words back.
      rl.clearLine(0);
      rl.write(text);
      return;
    }
    if (key.name === 'escape') {
      done({ kind: 'back' });
      return;
    }
    if (key.name !== 'return' && key.name !== 'enter') {
      setText(rl.line);
      setWrong(null);
      return;
    }
    const problem = view.wrong(text);
    if (problem === null) {
      done({ kind: 'written', text: text.trim() });
      return;
    }
    // Enter has emptied the line: put the words back, so that they can be mended.
    rl.write(text);
    setWrong(problem);
  });
  return writeScreen(view, text, wrong, size(), config);
});
