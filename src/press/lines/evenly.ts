import { breakLines, mayBreakBetween } from '../../words/kinsoku.ts';

type Advance = (char: string) => number;

/**
 * Lines of `text` no wider than `max`, as a careful hand would set them. Two lines part where the sentence does; of
 * more, the last is not left with a few characters or one word where a slightly narrower setting mends it. A date is
 * one word.
 */
export function evenly(text: string, max: number, advance: Advance): readonly string[] {
  const whole = (date: string, held: string): string => (widthOf(date, advance) > max ? date : held);
  const held = text
    .replace(DATE_JA, (date) => whole(date, date.replace(/([年月])(?=\d)/g, `$1${JOINER}`)))
    .replace(DATE_EN, (date) => whole(date, date.replaceAll(' ', HELD_SPACE)));
  const inked: Advance = (char) => (char === JOINER ? 0 : advance(char === HELD_SPACE ? ' ' : char));
  const set = JAPANESE.test(text) ? japanese : latin;
  const lines = set(held, max, inked);
  return held === text ? lines : lines.map((line) => line.replaceAll(JOINER, '').replaceAll(HELD_SPACE, ' '));
}

const DATE_JA = /\d{4}年\d{1,2}月(?:\d{1,2}日)?/g;
const DATE_EN =
  /\b(?:by |on )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b/g;
const [JOINER, HELD_SPACE] = ['\u2060', '\u00a0'];

/** Characters that look lost on a line of their own. */
const FEW = 4;
const JAPANESE = /[ぁ-ヿ一-鿿]/;

function japanese(text: string, max: number, advance: Advance): readonly string[] {
  const lines = breakLines(text, max, advance);
  if (lines.length === 2 && !text.includes('\n')) return byPhrase(text, max, advance) ?? lines;
  const lost = ([...last]: string): boolean => last.length <= FEW;
  return mended(text, lines, [max - 1, max - 2], lost, advance);
}

function latin(text: string, max: number, advance: Advance): readonly string[] {
  const lines = breakLines(text, max, advance);
  // One word below a full line looks forgotten; below another short line it does not.
  const lost = (last: string): boolean => !/[ \n]/.test(last.trim());
  return mended(text, lines, [max * 0.94, max * 0.88, max * 0.8], lost, advance);
}

/** The same number of lines with a longer last one, where one of the narrower settings gives that. */
function mended(
  text: string,
  lines: readonly string[],
  narrower: readonly number[],
  lost: (last: string) => boolean,
  advance: Advance,
): readonly string[] {
  if (lines.length < 2 || !lost(lines.at(-1) ?? '')) return lines;
  for (const width of narrower) {
    const again = breakLines(text, width, advance);
    if (again.length === lines.length && !lost(again.at(-1) ?? '')) return again;
  }
  return lines;
}

/** The break that costs least: best behind a comma, then behind a particle, and with the longer line first. */
function byPhrase(text: string, max: number, advance: Advance): readonly string[] | null {
  const chars = [...text];
  const total = widthOf(text, advance);
  let before = 0;
  let best: { readonly cost: number; readonly at: number } | null = null;
  for (let at = 1; at < chars.length; at++) {
    const [last = '', next = ''] = [chars[at - 1], chars[at]];
    before += advance(last);
    if (before > max + 1e-6) break;
    const after = total - before;
    if (after > max || !mayBreakBetween(last, next)) continue;
    const cost = breakCost(last, next) + (2 * Math.max(0, after - before) + 0.8 * (max - before)) / max;
    if (best === null || cost < best.cost) best = { cost, at };
  }
  return best === null
    ? null
    : [chars.slice(0, best.at).join('').trimEnd(), chars.slice(best.at).join('').trimStart()];
}

function breakCost(last: string, next: string): number {
  if (/[（「『]/.test(next)) return 0.5;
  if (/[、。：；）」』！？ 　]/.test(last)) return 0;
  if (/[0-9０-９]/.test(last)) return 4;
  if (/[お御ご]/.test(last) || /[ぁ-ん]/.test(next)) return 3;
  if (/[をはがにでともへ・]/.test(last)) return 1;
  return /[ぁ-ん年月日]/.test(last) ? 1.4 : 3;
}

function widthOf(text: string, advance: Advance): number {
  let width = 0;
  for (const char of text) width += advance(char);
  return width;
}
