import type { Finding } from '../../model/finding.ts';
import { clip } from '../fullwidth.ts';
import { lineBegin, lineEnd } from '../layout.ts';
import { type LineIndex, locate } from '../positions.ts';

/** Further back nobody looks for the bracket that opens; it also keeps a hostile file from costing time. */
const MOST_LINES = 200;
const MOST_LETTERS = 20_000;

/** A bracket that is open. */
interface Open {
  readonly mark: string;
  readonly at: number;
  /** Where the entry being read in it begins: behind the bracket or a comma. */
  readonly entry: number;
}

/** What stands in brackets up to some place. */
interface Inside {
  /** The outermost first. */
  readonly open: readonly Open[];
  /** Comments, each from its `#` to the end of the line. */
  readonly comments: readonly { readonly at: number; readonly text: string }[];
}

const CLOSING: Readonly<{ [K in string]?: string }> = { '{': '}', '[': ']' };

/** What a person did wrong within `{…}` or `[…]`, or behind it; `null` where it is something else. */
export function bracketProblem(reason: string, text: string, lines: LineIndex, at: number): Finding | null {
  const mark = text[at] ?? '';
  if (reason.startsWith('bad indentation'))
    return isCloser(mark) && /[\]}][ \t]*$/.test(text.slice(lineBegin(text, at), at))
      ? extra(mark, lines, at)
      : null;
  const from = openerBefore(text, lines, at);
  if (from === null) return null;
  const inside = scan(text, from, at);
  if (reason.startsWith('missed comma')) {
    if (!isCloser(mark)) return needsQuotes(text, lines, at, inside);
    return hidden(lines, inside) ?? wrongCloser(mark, lines, at, inside);
  }
  return (
    hidden(lines, inside) ?? (reason === 'deficient indentation' ? leftLine(text, lines, from, at) : null)
  );
}

const isOpener = (mark: string): boolean => mark === '{' || mark === '[';
const isCloser = (mark: string): boolean => mark === '}' || mark === ']';

const extra = (mark: string, lines: LineIndex, at: number): Finding => ({
  severity: 'error',
  code: 'yaml-bracket-extra',
  args: { mark },
  location: locate(lines, at),
});

/** `{a: ]}` has one too many, `{a: [1}` one too few. */
function wrongCloser(mark: string, lines: LineIndex, at: number, { open }: Inside): Finding | null {
  const inner = open.at(-1);
  if (inner === undefined || CLOSING[inner.mark] === mark) return null;
  if (!open.some((outer) => CLOSING[outer.mark] === mark)) return extra(mark, lines, at);
  const location = locate(lines, inner.at);
  return { severity: 'error', code: 'yaml-unclosed', args: { mark: inner.mark }, location };
}

/** `{reason: 議事録 #3 のとおり}`: the closing bracket stands in what YAML takes for a comment. */
function hidden(lines: LineIndex, { open, comments }: Inside): Finding | null {
  const mark = CLOSING[open.at(-1)?.mark ?? ''];
  const hiding = mark === undefined ? undefined : comments.find(({ text }) => text.includes(mark));
  if (mark === undefined || hiding === undefined) return null;
  const args = { mark, text: clip(hiding.text) };
  return { severity: 'error', code: 'yaml-hash-in-brackets', args, location: locate(lines, hiding.at) };
}

/** What is closed is no missing bracket: a line in it stands at the left, or level with the key. */
function leftLine(text: string, lines: LineIndex, from: number, at: number): Finding | null {
  if (scan(text, from, Math.min(text.length, at + MOST_LETTERS)).open.length > 0) return null;
  const mark = text[at] ?? '';
  const location = locate(lines, at);
  if (isCloser(mark)) return { severity: 'error', code: 'yaml-bracket-left', args: { mark }, location };
  return { severity: 'error', code: 'yaml-line-in-brackets', args: { mark: text[from] ?? '' }, location };
}

const KEY = /^\s*(?:(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s:,[\]{}"'#][^:,[\]{}\r\n]*):(?=\s))?\s*/;
/** The next entry, parted by a space or a Japanese comma instead of a comma. */
const NEXT_ENTRY = /^[^[{@`%"'][^"']*?(?:[、，]|[ \t])[a-z][A-Za-z0-9_.-]*:(?:\s|$)/;
const NEXT_AFTER_QUOTES = /^(?:"[^"]*"|'[^']*')[ \t]*[a-z][A-Za-z0-9_.-]*:/;

/** More often than a comma is missing a value cannot stand without quotes: `図面: 本社`, `@総務`, `[重要] 図面`. */
function needsQuotes(text: string, lines: LineIndex, at: number, { open }: Inside): Finding | null {
  const entry = open.at(-1)?.entry;
  if (entry === undefined) return null;
  const until = entryEnd(text, entry, at);
  const start = entry + (KEY.exec(text.slice(entry, until))?.[0].length ?? 0);
  const value = text.slice(start, until).trimEnd();
  // On a line of its own an entry begins, whose forerunner has no comma.
  if (
    /[\r\n]/.test(value) ||
    value === '' ||
    start > at ||
    NEXT_ENTRY.test(value) ||
    NEXT_AFTER_QUOTES.test(value)
  )
    return null;
  const args = { text: clip(value) };
  return { severity: 'error', code: 'yaml-needs-quotes', args, location: locate(lines, start) };
}

/** Where an entry ends that does not read: at the comma or bracket behind it that is none of its own. */
function entryEnd(text: string, entry: number, at: number): number {
  const end = lineEnd(text, at);
  let depth = 0;
  for (let i = entry; i < end; i++) {
    const char = text[i] ?? '';
    if (isOpener(char)) depth++;
    else if (isCloser(char) && --depth < 0) return i;
    else if (char === ',' && depth === 0 && i >= at) return i;
  }
  return end;
}

/** Looks back for the line on which a bracket opens as a value and is still open at `at`: where it opens. */
function openerBefore(text: string, lines: LineIndex, at: number): number | null {
  const { line } = locate(lines, at);
  for (let number = line; number > Math.max(0, line - MOST_LINES); number--) {
    const start = lines[number - 1] ?? 0;
    if (at - start > MOST_LETTERS) return null;
    const head = text.slice(start, Math.min(lineEnd(text, start), at));
    const opener = /^(?:[^#]*?[:-][ \t]+|[ \t]*)(?=[[{])/.exec(head);
    if (opener === null) continue;
    const from = start + opener[0].length;
    if (scan(text, from, at).open.length > 0) return from;
  }
  return null;
}

/** Reads brackets from the one at `from` on, until it is closed or `until` is reached. */
function scan(text: string, from: number, until: number): Inside {
  const open: Open[] = [];
  const comments: { at: number; text: string }[] = [];
  for (let i = from; i < until; i++) {
    const char = text[i] ?? '';
    const before = text[i - 1] ?? '\n';
    if (char === '#' && /\s/.test(before)) {
      const end = Math.min(lineEnd(text, i), until);
      comments.push({ at: i, text: text.slice(i, end) });
      i = end - 1;
    } else if ((char === '"' || char === "'") && /[\s,:[{]/.test(before)) {
      const close = text.indexOf(char, i + 1);
      i = close === -1 || close >= until ? i : close;
    } else if (isOpener(char)) open.push({ mark: char, at: i, entry: i + 1 });
    else if (isCloser(char)) {
      open.pop();
      if (open.length === 0) break;
    } else if (char === ',') {
      const inner = open.pop();
      if (inner !== undefined) open.push({ ...inner, entry: i + 1 });
    }
  }
  return { open, comments };
}
