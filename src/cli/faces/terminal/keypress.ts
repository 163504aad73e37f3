import { useEffect, useKeypress, useState } from '@inquirer/core';
import type { Key } from '../keys.ts';

/** The name of the key that a paste reaches a prompt as. */
export const PASTE = 'paste';

/** A key with the character it gives: the library types only its name, which input methods leave empty. */
export function keyOf(event: { readonly name?: string; readonly ctrl?: boolean }): Key {
  const sequence = 'sequence' in event && typeof event.sequence === 'string' ? event.sequence : null;
  const text = sequence ?? (event.name === 'space' ? ' ' : (event.name ?? ''));
  const ctrl = event.ctrl ?? false;
  if (event.name === PASTE) return { name: PASTE, typed: '', ctrl: false, pasted: text };
  // One code point that is no control character; arrows and the like come as escape sequences.
  const typed = !ctrl && /^[^\p{Cc}]$/u.test(text) ? text : '';
  return { name: event.name, typed, ctrl };
}

/** Keys, without letting readline collect them into a line of its own. */
export function useKeys(onKey: (key: Key) => void): void {
  useKeypress((event, rl) => {
    rl.clearLine(0);
    onKey(keyOf(event));
  });
}

/** Ctrl-D and a vanished terminal close the line reader without a key: without this the prompt would wait for ever. */
export function useClose(onClose: () => void): void {
  useEffect((rl) => {
    rl.on('close', onClose);
  }, []);
}

/** What the input of a prompt says when the program goes on after Ctrl-Z. */
export const AWAKE = 'awake';

const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** Draws anew where the library cannot know what stands on the screen: in a window of another size, and after `fg`. */
export function useRepaint(output: NodeJS.WritableStream): void {
  const [, draw] = useState({});
  useEffect((rl) => {
    const repaint = (): void => {
      output.write(CLEAR_SCREEN);
      draw({});
    };
    // The reader of a prompt and its input end with it; the output stays.
    rl.input.on(AWAKE, repaint);
    output.on('resize', repaint);
    return () => {
      output.removeListener('resize', repaint);
    };
  }, []);
}
