import type { Face } from '../../interview/face.ts';
import type { Words } from '../../words/messages.ts';
import { plainFace } from './plain/plain-face.ts';
import { promptFace } from './terminal/terminal-face.ts';
import type { Terminal } from './tty.ts';

/** Talks to whoever sits at a terminal, by the face it can show, and gives it back however that ends. */
export async function faceToFace<T>(
  terminal: Terminal,
  words: Words,
  talk: (face: Face) => Promise<T>,
): Promise<T> {
  const face = terminal.plain ? plainFace(terminal, words) : promptFace(terminal, words);
  try {
    return await talk(face);
  } finally {
    face.close();
  }
}
