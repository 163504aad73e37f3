import { createPrompt, useState } from '@inquirer/core';
import type { ChooseReply, ChooseView } from '../../../interview/face.ts';
import { press, startState } from '../keys.ts';
import type { Look, Size } from '../layout.ts';
import { chooseScreen } from './choose-screen.ts';
import { useClose, useKeys, useRepaint } from './keypress.ts';
import type { StrayEnter } from './stray-enter.ts';

export interface ChooseConfig extends Look {
  readonly view: ChooseView;
  readonly size: () => Size;
  readonly stray: StrayEnter;
  readonly output: NodeJS.WritableStream;
}

/**
 * One of a few answers by one key. The ready select prompt does not do: it neither answers at one key nor reads an
 * input method, goes back, or keeps long Japanese lines inside a small window.
 */
export const choosePrompt = createPrompt<ChooseReply, ChooseConfig>((config, done) => {
  const { view, size, stray } = config;
  const [state, setState] = useState(() => startState(view));
  useClose(() => done({ kind: 'leave' }));
  useRepaint(config.output);
  useKeys((key) => {
    if (stray.isStray(key)) return;
    const pressed = press(view, state, key);
    if (pressed.kind === 'state') {
      setState(pressed.state);
      return;
    }
    if (pressed.reply.kind === 'chosen') stray.answered(key, pressed.rest);
    done(pressed.reply);
  });
  return chooseScreen(view, state, size(), config);
});
