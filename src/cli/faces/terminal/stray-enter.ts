import { after, foldTyped, type Key } from '../keys.ts';

/** Nobody reads a question in this time, in milliseconds: a key that soon belongs to the one before. */
const TOO_SOON = 400;

export interface StrayEnter {
  /** A question was answered by this key; `rest` = how the word it began may go on. */
  readonly answered: (key: Pick<Key, 'name'>, rest?: readonly string[]) => void;
  /** Whether this key, pressed in what came after it, is the end of that answer. Asked of every key. */
  readonly isStray: (key: Pick<Key, 'name' | 'typed'>) => boolean;
}

/**
 * People type a number and Enter, or a word to its end, where the number or its first letter alone answers. The rest
 * then meets the next question: it must not confirm an answer that nobody has read, skip a line to write, or turn a page.
 *
 * @param clock milliseconds from any origin
 */
export function createStrayEnter(clock: () => number): StrayEnter {
  let until = Number.NEGATIVE_INFINITY;
  let rest: readonly string[] = [];
  return {
    answered: (key, words = []) => {
      until = isEnter(key) ? Number.NEGATIVE_INFINITY : clock() + TOO_SOON;
      rest = words;
    },
    isStray: (key) => {
      const soon = clock() < until;
      rest = soon && key.typed !== '' ? after(rest, foldTyped(key.typed)) : [];
      const letter = rest.length > 0;
      // Each letter gives the next as much time; Enter ends the answer.
      until = letter ? clock() + TOO_SOON : Number.NEGATIVE_INFINITY;
      return letter || (soon && isEnter(key));
    },
  };
}

const isEnter = ({ name }: Pick<Key, 'name'>): boolean => name === 'return' || name === 'enter';
