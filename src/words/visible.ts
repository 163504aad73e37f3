import { dried, INK } from './ink.ts';

/*
 * Text of strangers has one way out. A company, a note, a file name or an argument may hold characters that move the
 * cursor, speak to the terminal or turn the text around (https://trojansource.codes/): a line of ours could be written
 * over by one of theirs. Every writer lets its text through here; `test/house/way-out.test.ts` holds them to it.
 *
 * They are shown as `[U+001B]`: every font has these letters, and HTML, Markdown, XML, CSV and shells make nothing of
 * them. A tab is a space to whoever reads it. Newlines stay in `visible` and become spaces in `visibleLine`.
 */
const CONTROLS = '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f]';
/** Marks, overrides and isolates of direction (UAX 9), line and paragraph separators. */
const TURNS = '[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]';

const LIVELY = new RegExp(`${CONTROLS}|${TURNS}`);
// Line ends of Windows, and our own colours, stay as they are.
const EACH = new RegExp(`\\r\\n|${INK}|${CONTROLS}|${TURNS}`, 'g');

/** Text of one or several lines that does nothing but stand there. */
export const visible = (text: string): string => (LIVELY.test(text) ? text.replace(EACH, shown) : text);

/** As {@link visible}, on one line: a name or an id begins no line of its own. */
export const visibleLine = (text: string): string =>
  visible(text).replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));

/**
 * A line of a log that begins with `::` or `##[` is a command to some CI systems, behind spaces too; words of a file give
 * none.
 */
export const unspoken = (text: string): string =>
  text.replace(
    /^([^\S\n]*)(::|##\[)/gm,
    (_, space: string, mark: string) => `${space}${mark[0]} ${mark.slice(1)}`,
  );

/** As {@link visible}, with our own colours let out: for a terminal, or whatever stands in its place. */
export const onScreen = (text: string): string => dried(visible(text));

/** As {@link visible}, with one character for each: where letters are counted, as under a cursor. */
export const masked = (text: string): string => text.replace(EACH, '?');

/** A file of text. */
export const visibleBytes = (text: string): Uint8Array => new TextEncoder().encode(visible(text));

/** JSON in which the same characters are escapes: the value stays what it was. `JSON.stringify` escapes C0 alone. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(ESCAPED, (c) => `\\u${code(c)}`);

const ESCAPED = new RegExp(`[\\u007f-\\u009f]|${TURNS}`, 'g');

const shown = (found: string): string =>
  found === '\t' ? ' ' : found.length > 1 ? found : `[U+${code(found).toUpperCase()}]`;

const code = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0');
