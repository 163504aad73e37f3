import type { WriteView } from '../../../interview/face.ts';
import { headerLines, type Look, proseWidth, type Size, wholeTexts, wrapped } from '../layout.ts';
import { type Line, type ShownLine, shownLine } from './line.ts';

const MARK = '> ';
/** Lines the writing may take before the explanation above it gives way. */
const WRITING = 3;

/** What of the words is shown: all, or what is around the cursor where the window is too small for them. */
export function lineRoom(
  view: WriteView,
  line: Line,
  notice: string | null,
  size: Size,
  look: Look,
): ShownLine {
  const { head, title, blank, help, error } = partsOf(view, notice, size, look);
  const taken = head.length + title.length + blank.length + help.length + error.length;
  return shownLine(line, proseWidth(size) - MARK.length, Math.max(1, size.rows - 3 - taken));
}

/** Words to write, with the reason for them above; the writing itself comes last, where the cursor is. */
export function writeScreen(
  view: WriteView,
  { above, before, after, below }: ShownLine,
  notice: string | null,
  size: Size,
  look: Look,
): [string, string] {
  const { head, title, blank, help, error } = partsOf(view, notice, size, look);
  const taken = head.length + title.length + blank.length + help.length + error.length;
  const writing = Math.max(WRITING, above.length + 1 + below.length);
  const body = wholeTexts(view.body, size, size.rows - 2 - taken - writing);
  const top = body.length < size.rows - 2 - taken - writing ? [''] : [];
  const lines = [...above, before + after].map((text, i) => (i === 0 ? MARK : '  ') + text);
  return [
    [...top, ...head, ...title, ...body, ...blank, '', ...help, ...error, ...lines].join('\n'),
    below.map((text) => `  ${text}`).join('\n'),
  ];
}

function partsOf(view: WriteView, notice: string | null, size: Size, look: Look) {
  const { words, theme } = look;
  const key = `interview.keys.${view.unbegun === true ? 'write-unbegun' : 'write'}` as const;
  return {
    head: view.header === null ? [] : [...headerLines(view.header, size).map(theme.soft), ''],
    title: wrapped(view.title, size).map(theme.strong),
    help: wrapped(words.t(key), size).map(theme.soft),
    blank: blankLines(view, size, look),
    error: notice === null ? [] : wrapped(notice, size).map(theme.warn),
  };
}

/** How to leave the line empty: an Enter takes what stands there, so that has to go first. */
function blankLines({ blank, initial }: WriteView, size: Size, { words }: Look): readonly string[] {
  if (blank === null) return [];
  const key = initial === '' ? 'blank' : 'blank-filled';
  return wrapped(words.t(`interview.keys.${key}`, { when: blank }), size, '  ');
}
