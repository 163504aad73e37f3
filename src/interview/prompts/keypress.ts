import { useEffect, useKeypress } from '@inquirer/core';
import type { Key } from './keys.ts';

/** A key with the character it gives: the library types only its name, which input methods leave empty. */
export function keyOf(event: { readonly name?: string; readonly ctrl?: boolean }): Key {
  const sequence = 'sequence' in event && typeof event.sequence === 'string' ? event.sequence : null;
  const text = sequence ?? (event.name === 'space' ? ' ' : (event.name ?? ''));
  const ctrl = event.ctrl ?? false;
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
