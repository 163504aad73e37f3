import type { FamilyTexts } from '../../model/determination.ts';

/** A family that a description may touch, and the words that say so, as the catalogue writes them. */
export interface FamilyFound {
  readonly family: string;
  readonly words: readonly string[];
}

/**
 * Families a description in plain words may touch, those with most words in common first. A hint to look closer: it
 * finds words, it knows no definition, and finding nothing says nothing.
 *
 * Width, case, kana, long vowels and hyphens make no difference: ﾁｯﾌﾟｺﾝﾃﾞﾝｻ, チップ・コンデンサー and ちっぷこんでんさ are
 * one word. Latin words count only whole, so that "system" is no TEM.
 */
export function findFamilies(
  description: string,
  families: Readonly<Record<string, Pick<FamilyTexts, 'signs'>>>,
): readonly FamilyFound[] {
  const text = folded(description);
  const found = Object.entries(families)
    .map(([family, { signs }]) => ({
      family,
      words: longest(signs.filter((sign) => matches(sign, text)).flatMap((sign) => sign.filter(isWanted))),
    }))
    .filter(({ words }) => words.length > 0);
  return found
    .filter((one) => !found.some((other) => one !== other && isPartOf(one.words, other.words)))
    .sort((a, b) => weight(b.words) - weight(a.words));
}

/** All words of a sign occur, and none that stands behind a minus: [セパレータ, 電池, -燃料電池]. */
const matches = (sign: readonly string[], text: string): boolean =>
  sign.every((word) => (isWanted(word) ? occurs(folded(word), text) : !occurs(folded(word.slice(1)), text)));

const isWanted = (word: string): boolean => !word.startsWith('-');

/** 「フィルムコンデンサ」 names one family: that 「コンデンサ」 occurs in it says nothing of another. */
const isPartOf = (words: readonly string[], others: readonly string[]): boolean =>
  words.every((word) => others.some((other) => other !== word && folded(other).includes(folded(word))));

/** A long word says more than a short one: 「チタン酸バリウム」 more than 「誘電体」 and 「粉」. */
const weight = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ー‐–—−-]/g, '')
    .replace(/[・･、。,/]/g, ' ')
    .replace(/([^a-z0-9])\s+/g, '$1')
    .replace(/\s+([^a-z0-9])/g, '$1')
    .replace(/\s+/g, ' ');
}

/** Latin words stand alone or in the plural; Japanese is written without gaps. */
function occurs(word: string, text: string): boolean {
  if (!/^[a-z0-9]/.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + word.length);
    if (!/[a-z0-9]/.test(before) && (!/[a-z0-9]$/.test(word) || /^(?:e?s)?(?![a-z0-9])/.test(after)))
      return true;
  }
  return false;
}

/** Each once, without those that are only a part of another: 「コンデンサ」 beside 「チップコンデンサ」 says nothing. */
function longest(words: readonly string[]): readonly string[] {
  const distinct = [...new Set(words)];
  return distinct.filter(
    (word) => !distinct.some((other) => other !== word && folded(other).includes(folded(word))),
  );
}
