import { textOf } from '../bytes.ts';
import { type Budget, type Dictionary, NULL, Unreadable, type Value } from './values.ts';

/**
 * The written form of values (ISO 32000-1, 7.2 and 7.3), read strictly: a key given twice, an odd number, a name that is
 * not finished is an error and never a guess, because each reader guesses otherwise.
 */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  /** The first byte that is not to be read. */
  readonly end: number;
  readonly budget: Pick<Budget, 'values'>;
}

/** A report nests twelve deep. */
const DEEPEST = 64;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)));
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;
/** A comment that a program looking for the end of the file, or repairing one, might take for more than a comment. */
const TELLING = /\bobj\b|xref|trailer|endstream|endobj|%PDF-/;

export const cursor = (
  bytes: Uint8Array,
  at: number,
  budget: Cursor['budget'],
  end = bytes.length,
): Cursor => ({
  bytes,
  at,
  end,
  budget,
});

const peek = (c: Cursor, ahead = 0): number => (c.at + ahead < c.end ? (c.bytes[c.at + ahead] ?? -1) : -1);

/** Space and comments. */
export function skipSpace(c: Cursor): void {
  for (;;) {
    while (SPACE.has(peek(c))) c.at++;
    if (peek(c) !== 0x25) return;
    const from = c.at;
    while (c.at < c.end && peek(c) !== 10 && peek(c) !== 13) c.at++;
    if (TELLING.test(textOf(c.bytes, from, c.at))) throw new Unreadable(from, 'a comment like code');
  }
}

/** Regular characters up to a space or a delimiter. */
export function token(c: Cursor): string {
  const from = c.at;
  while (c.at < c.end && !SPACE.has(peek(c)) && !DELIMITER.has(peek(c))) c.at++;
  return textOf(c.bytes, from, c.at);
}

export function expectToken(c: Cursor, word: string): void {
  const from = c.at;
  if (token(c) !== word) throw new Unreadable(from, `no ${word}`);
}

export function wholeNumber(c: Cursor): number {
  const from = c.at;
  const said = token(c);
  if (!/^\d{1,10}$/.test(said)) throw new Unreadable(from, 'no whole number');
  return Number(said);
}

export function readValue(c: Cursor, depth = 0): Value {
  if (depth > DEEPEST) throw new Unreadable(c.at, 'nested too deep');
  if (--c.budget.values < 0) throw new Unreadable(c.at, 'more values than a plan has');
  switch (peek(c)) {
    case 0x2f:
      return { kind: 'name', value: name(c) };
    case 0x28:
      return { kind: 'string', value: literal(c) };
    case 0x5b:
      return array(c, depth);
    case 0x3c:
      return peek(c, 1) === 0x3c ? dictionary(c, depth) : { kind: 'string', value: hexadecimal(c) };
    default:
      return word(c);
  }
}

function word(c: Cursor): Value {
  const from = c.at;
  const said = token(c);
  if (said === 'true' || said === 'false') return { kind: 'boolean', value: said === 'true' };
  if (said === 'null') return NULL;
  if (!NUMBER.test(said)) throw new Unreadable(from, 'no value');
  const whole = /^[+-]?\d+$/.test(said);
  return (
    (/^\d{1,10}$/.test(said) && reference(c, Number(said))) || { kind: 'number', value: Number(said), whole }
  );
}

/** `12 0 R`, of which the number was read; nothing is consumed where it is a number alone. */
function reference(c: Cursor, id: number): Value | null {
  const from = c.at;
  if (!SPACE.has(peek(c))) return null;
  while (SPACE.has(peek(c))) c.at++;
  const generation = token(c);
  if (/^\d{1,5}$/.test(generation) && SPACE.has(peek(c))) {
    while (SPACE.has(peek(c))) c.at++;
    if (token(c) === 'R') {
      if (generation !== '0') throw new Unreadable(from, 'a later generation');
      return { kind: 'ref', id };
    }
  }
  c.at = from;
  return null;
}

function name(c: Cursor): string {
  const from = c.at++;
  const said = token(c);
  return said.replaceAll(/#(..)?/gs, (_, hex: string | undefined) => {
    if (hex === undefined || !/^[0-9a-fA-F]{2}$/.test(hex) || hex === '00')
      throw new Unreadable(from, 'an unfinished name');
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}

function array(c: Cursor, depth: number): Value {
  const from = c.at++;
  const items: Value[] = [];
  for (skipSpace(c); peek(c) !== 0x5d; skipSpace(c)) {
    if (c.at >= c.end) throw new Unreadable(from, 'an array without an end');
    items.push(readValue(c, depth + 1));
  }
  c.at++;
  return { kind: 'array', items };
}

export function dictionary(c: Cursor, depth = 0): Dictionary {
  const from = c.at;
  if (peek(c) !== 0x3c || peek(c, 1) !== 0x3c) throw new Unreadable(from, 'no dictionary');
  c.at += 2;
  const seen = new Set<string>();
  const entries = new Map<string, Value>();
  for (skipSpace(c); peek(c) !== 0x3e; skipSpace(c)) {
    if (peek(c) !== 0x2f) throw new Unreadable(c.at, 'no key');
    const key = name(c);
    if (seen.has(key)) throw new Unreadable(c.at, 'a key given twice');
    seen.add(key);
    skipSpace(c);
    const value = readValue(c, depth + 1);
    if (value.kind !== 'null') entries.set(key, value);
  }
  if (peek(c, 1) !== 0x3e) throw new Unreadable(from, 'a dictionary without an end');
  c.at += 2;
  return { kind: 'dictionary', entries };
}

function hexadecimal(c: Cursor): string {
  const from = c.at;
  const to = c.bytes.indexOf(0x3e, from);
  const digits =
    to === -1 || to >= c.end ? null : textOf(c.bytes, from + 1, to).replaceAll(/[\0\t\n\f\r ]/g, '');
  if (digits === null || !/^[0-9a-fA-F]*$/.test(digits)) throw new Unreadable(from, 'an unfinished string');
  c.at = to + 1;
  return (digits.length % 2 === 0 ? digits : `${digits}0`).replaceAll(/../g, (pair) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
}

const ESCAPED: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '(': '(', ')': ')', '\\': '\\' }),
);

function literal(c: Cursor): string {
  const from = c.at++;
  const start = c.at;
  for (let open = 1; open > 0; c.at++) {
    const byte = peek(c);
    if (byte === -1) throw new Unreadable(from, 'an unfinished string');
    if (byte === 0x5c) c.at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29) open--;
  }
  return textOf(c.bytes, start, c.at - 1).replaceAll(
    /\r\n?|\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g,
    (_, octal: string | undefined, escaped: string | undefined) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (escaped === undefined) return '\n';
      // A line end behind a backslash is no part of the string; a backslash before any other sign means nothing.
      return /^[\r\n]/.test(escaped) ? '' : (ESCAPED.get(escaped) ?? escaped);
    },
  );
}
