import { createPrompt, useState } from '@inquirer/core';
import type { ChooseReply, ChooseView } from '../face.ts';
import { useClose, useKeys } from './keypress.ts';
import { press, startState } from './keys.ts';
import { chooseScreen, type Look, type Size } from './layout.ts';

export interface ChooseConfig extends Look {
  readonly view: ChooseView;
  readonly size: () => Size;
}

/**
 * One of a few answers by one key. The ready select prompt does not do: it neither answers at one key nor reads an
 * input method, goes back, or keeps long Japanese lines inside a small window.
 */
export const choosePrompt = createPrompt<ChooseReply, ChooseConfig>((config, done) => {
  const { view, size } = config;
  const [state, setState] = useState(() => startState(view));
  useClose(() => done({ kind: 'leave' }));
  useKeys((key) => {
    const pressed = press(view, state, key);
    if (pressed.kind === 'reply') done(pressed.reply);
    else setState(pressed.state);
  });
  return chooseScreen(view, state, size(), config);
});
