import type { WriteView } from '../face.ts';
import { headerLines, type Look, type Size, wholeTexts, wrapped } from './layout.ts';

/** A line to write, with the reason for it above; the writing itself comes last, where the cursor is. */
export function writeScreen(
  view: WriteView,
  text: string,
  wrong: string | null,
  size: Size,
  look: Look,
): string {
  const { words, theme } = look;
  const head = view.header === null ? [] : [...headerLines(view.header, size).map(theme.soft), ''];
  const title = wrapped(view.title, size).map(theme.strong);
  const help = wrapped(
    words.t(`interview.keys.${view.unbegun === true ? 'write-unbegun' : 'write'}`),
    size,
  ).map(theme.soft);
  const blank = blankLines(view, size, look);
  const error = wrong === null ? [] : wrapped(wrong, size).map(theme.warn);
  // The writing may grow to three lines before it pushes the rest off the screen.
  const room = size.rows - 5 - head.length - title.length - blank.length - help.length - error.length;
  const body = wholeTexts(view.body, size, room);
  const top = body.length < room ? [''] : [];
  return [...top, ...head, ...title, ...body, ...blank, '', ...help, ...error, `> ${text}`].join('\n');
}

/** How to leave the line empty: an Enter takes what stands there, so that has to go first. */
function blankLines({ blank, initial }: WriteView, size: Size, { words }: Look): readonly string[] {
  if (blank === null) return [];
  const key = initial === '' ? 'blank' : 'blank-filled';
  return wrapped(words.t(`interview.keys.${key}`, { when: blank }), size, '  ');
}
