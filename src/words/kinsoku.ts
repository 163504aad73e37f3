/**
 * Japanese line breaking (禁則処理), shared by the terminal and the PDF: they differ only in how wide a character is.
 * The rule set is the common part of JIS X 4051; `linebreak` (UAX 14) agrees with it on every character listed here
 * and is twice as slow on whole reports, so a test holds the two together instead.
 */
const NO_LINE_START = new Set(
  '、。，．・：；？！ヽヾゝゞ々ー〜～…‥」』）］｝〕〉》】〙〗’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜,.!?:;)]}%％℃',
);
const NO_LINE_END = new Set('「『（［｛〔〈《【〘〖‘“([{¥￥＄$£−±');
// A box to tick stays with what it is for.
const BOX = new Set('☐☑☒');
// Parts of one word, number, date or address: never broken inside unless the word is wider than the line. A no-break
// space is made for it; a word joiner holds any two characters together.
const WORD = /[0-9A-Za-z\u00a0À-ɏ.,\-_/:%#@&?=+~'’|…]/;

// A number and its unit read as one: 2026年, 48人, 3件.
const UNIT = new Set('年月日時分秒人件問点円社版条項章頁');

const JOINER = '\u2060';

/** Whether a line may end between these two neighbouring characters. */
export function mayBreakBetween(before: string, after: string): boolean {
  if (NO_LINE_START.has(after) || NO_LINE_END.has(before) || BOX.has(before)) return false;
  if (after === JOINER || before === JOINER) return false;
  if (after === ' ' || (UNIT.has(after) && /\d/.test(before))) return false;
  // An address is longer than a line more often than not: it may end behind a slash, a date may not.
  if (before === '/' && /[a-z]/i.test(after)) return true;
  return !(WORD.test(before) && WORD.test(after));
}

/**
 * Cuts `text` into lines no wider than `max`, in the unit `advance` measures in. Newlines in the text are kept as
 * breaks. A word wider than the whole line is cut where it must be. At least one line comes back.
 */
export function breakLines(text: string, max: number, advance: (char: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) breakParagraph([...paragraph], max, advance, lines);
  return lines;
}

/** {@link mayBreakBetween}, but never behind the `//` an address begins with. */
export function mayBreakAt(chars: readonly string[], i: number): boolean {
  if (chars[i - 1] === '/' && chars[i - 2] === '/') return false;
  // A straight quote looks the same at both ends: what stands before it tells which it is.
  if (chars[i - 1] === '"' && (chars[i - 2] ?? ' ') === ' ') return false;
  if (chars[i] === '"' && chars[i - 1] !== ' ') return false;
  return mayBreakBetween(chars[i - 1] ?? '', chars[i] ?? '');
}

function breakParagraph(
  chars: readonly string[],
  max: number,
  advance: (char: string) => number,
  lines: string[],
): void {
  let start = 0;
  let x = 0;
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    const width = advance(char);
    // A space at the end of a line may hang over: it is not drawn.
    if (x + width > max + 1e-6 && i > start && char !== ' ') {
      const end = lastBreak(chars, start, i);
      lines.push(chars.slice(start, end).join('').trimEnd());
      start = end;
      while (start < i && chars[start] === ' ') start++;
      x = 0;
      for (let k = start; k < i; k++) x += advance(chars[k] ?? '');
    }
    x += width;
  }
  lines.push(chars.slice(start).join('').trimEnd());
}

/** The last place at or before `i` where a line that begins at `start` may end; `i` itself where there is none. */
function lastBreak(chars: readonly string[], start: number, i: number): number {
  for (let k = i; k > start; k--) if (mayBreakAt(chars, k)) return k;
  return i;
}
