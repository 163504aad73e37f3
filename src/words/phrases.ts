import { mayBreakAt } from './kinsoku.ts';

/*
 * Japanese has no spaces, so a line may end inside a word: 「ファイ|ル」, 「勘ど|ころ」. On a narrow screen that is what
 * people stumble over. No dictionary is needed to avoid most of it: words begin where the writing changes from hiragana
 * to something else, and behind punctuation.
 */

// Hiragana a word or its particle ends in. Those that join verbs (取り扱い, 立ち上げ, 見せ合う) are left out on purpose.
const WORD_END = new Set('をにはがとでものへやかなるたてばずらくいうぐすだねよ');
const CLOSER = new Set('）」』】〕〉》');
const OPENER = new Set('（「『【〔〈《');
const PAUSE = new Set('、。・：；！？');
const HONORIFIC = new Set('おご');
const HIRAGANA = /[ぁ-ゖ]/;
// Written out: a pattern by Unicode property takes V8 as long to compile as a page of help to print.
const KANJI = /[々〆〇\u2e80-\u2fd5\u3400-\u9fff\uf900-\ufad9\u{20000}-\u{323af}]/u;
const WORD_START = /[々〇\u2e80-\u2fd5\u3400-\u9fff\uf900-\ufad9\u{20000}-\u{323af}ァ-ヺA-Za-z0-9]/u;

/** Whether a phrase ends before `chars[i]`, as far as the writing shows. */
function phraseEndsAt(chars: readonly string[], i: number): boolean {
  const before = chars[i - 1] ?? '';
  const after = chars[i] ?? '';
  if (before === ' ' || PAUSE.has(before) || OPENER.has(after)) return true;
  // 27か国, 3か所: a counter, no particle.
  if (before === 'か' && /[0-9０-９]/.test(chars[i - 2] ?? '')) return false;
  if (CLOSER.has(before)) return !HIRAGANA.test(after);
  const starts = HONORIFIC.has(after) ? KANJI.test(chars[i + 1] ?? '') : WORD_START.test(after);
  return starts && WORD_END.has(before);
}

/** What a line costs that ends inside a word; an empty quarter of a line costs a quarter of it. */
const INSIDE_WORD = 1;
/** Between hiragana nothing shows where a word ends; behind these particles it mostly does. */
const PERHAPS_INSIDE = 0.6;
const PARTICLE = new Set('をにがて');
const EMPTY = 4;
/** A last line of one or two characters, and what is too short for a last line, in columns. */
const ORPHAN = 2;
const SHORT = 6;

interface Way {
  readonly cost: number;
  /** Where its last line begins. */
  readonly from: number;
}

/**
 * Sets a paragraph in exactly `count` lines of at most `columns`, each ending between two phrases where it can.
 * `null` = it does not fit.
 *
 * @param widths of the characters, in columns
 */
export function phraseLines(
  chars: readonly string[],
  widths: readonly number[],
  columns: number,
  count: number,
): readonly string[] | null {
  const ways: (readonly (Way | undefined)[])[] = [[{ cost: 0, from: 0 }]];
  const left = widthsLeft(chars, widths);
  for (let line = 1; line <= count; line++) {
    // Where more is left than the lines behind this one hold, it is no way.
    const room = (count - line) * columns;
    const before = ways[line - 1] ?? [];
    ways.push(nextLine(chars, widths, columns, before, (end) => (left[end] ?? 0) <= room));
  }
  const lines: string[] = [];
  for (let line = count, end = chars.length; line > 0; line--) {
    const way = ways[line]?.[end];
    if (way === undefined) return null;
    lines.unshift(chars.slice(way.from, end).join('').trim());
    end = way.from;
  }
  return lines;
}

/** The least width of all behind each place: a space may fall on the end of a line, where it is not drawn. */
function widthsLeft(chars: readonly string[], widths: readonly number[]): readonly number[] {
  const left = new Array<number>(chars.length + 1).fill(0);
  for (let i = chars.length - 1; i >= 0; i--)
    left[i] = (left[i + 1] ?? 0) + (chars[i] === ' ' ? 0 : (widths[i] ?? 0));
  return left;
}

/** The cheapest way to each place where a further line may end. */
function nextLine(
  chars: readonly string[],
  widths: readonly number[],
  columns: number,
  before: readonly (Way | undefined)[],
  fits: (end: number) => boolean,
): readonly (Way | undefined)[] {
  const ways: (Way | undefined)[] = [];
  for (const [from, begun] of before.entries()) {
    if (begun === undefined) continue;
    let width = 0;
    for (let end = from + 1; end <= chars.length; end++) {
      const char = chars[end - 1] ?? '';
      // Spaces at either end of a line are not drawn.
      if (char !== ' ' || width > 0) width += widths[end - 1] ?? 0;
      if ((char === ' ' ? width - 1 : width) > columns) break;
      // A line more than half empty costs more than one that ends inside a word.
      if (end < chars.length && (2 * width < columns || !fits(end) || !mayBreakAt(chars, end))) continue;
      const cost = begun.cost + lineCost(chars, end, width, columns);
      if (cost < (ways[end]?.cost ?? Number.POSITIVE_INFINITY)) ways[end] = { cost, from };
    }
  }
  return ways;
}

function lineCost(chars: readonly string[], end: number, width: number, columns: number): number {
  if (end === chars.length) return width < SHORT ? ORPHAN : 0;
  const empty = Math.max(0, columns - width) / columns;
  return EMPTY * empty * empty + breakCost(chars, end);
}

function breakCost(chars: readonly string[], end: number): number {
  if (phraseEndsAt(chars, end)) return 0;
  const perhaps = PARTICLE.has(chars[end - 1] ?? '') && HIRAGANA.test(chars[end] ?? '');
  return perhaps ? PERHAPS_INSIDE : INSIDE_WORD;
}
