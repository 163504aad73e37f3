import type { Key } from './keys.ts';

/** Nobody reads a question in this time, in milliseconds: an Enter that soon belongs to the one before. */
const TOO_SOON = 400;

export interface StrayEnter {
  /** A question was answered by this key. */
  readonly answered: (key: Pick<Key, 'name'>) => void;
  /** Whether this key, pressed in what came after it, is the end of that answer. Asked of every key. */
  readonly isStray: (key: Pick<Key, 'name'>) => boolean;
}

/**
 * People type a number and Enter where the number alone answers. The Enter then meets the next question: it must not
 * confirm an answer that nobody has read, skip a line to write, or turn a page.
 *
 * @param clock milliseconds from any origin
 */
export function createStrayEnter(clock: () => number): StrayEnter {
  let until = Number.NEGATIVE_INFINITY;
  return {
    answered: (key) => {
      until = isEnter(key) ? Number.NEGATIVE_INFINITY : clock() + TOO_SOON;
    },
    isStray: (key) => {
      const stray = isEnter(key) && clock() < until;
      until = Number.NEGATIVE_INFINITY;
      return stray;
    },
  };
}

const isEnter = ({ name }: Pick<Key, 'name'>): boolean => name === 'return' || name === 'enter';
