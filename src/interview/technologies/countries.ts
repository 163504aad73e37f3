import type { Lang } from '../../model/text.ts';
import { nearest } from '../../text/nearest.ts';

export interface CountriesRead {
  /** ISO 3166-1 alpha-2, each once, in the order they were written. */
  readonly codes: readonly string[];
  readonly unknown: readonly { readonly given: string; readonly nearest: string | null }[];
}

// What people call places whose full name differs.
const ALSO: Readonly<Record<string, string>> = {
  アメリカ: 'US',
  米国: 'US',
  usa: 'US',
  中国本土: 'CN',
  中華人民共和国: 'CN',
  香港: 'HK',
  ホンコン: 'HK',
  'hong kong': 'HK',
  マカオ: 'MO',
  英国: 'GB',
  uk: 'GB',
  韓国: 'KR',
  korea: 'KR',
  'south korea': 'KR',
  大韓民国: 'KR',
  チェコ共和国: 'CZ',
  uae: 'AE',
  独: 'DE',
  仏: 'FR',
  台灣: 'TW',
  ヴェトナム: 'VN',
  turkey: 'TR',
};

/** Countries written in words or codes, Japanese or English, separated by commas or spaces between Japanese words. */
export function countriesIn(text: string, known: readonly string[]): CountriesRead {
  const names = namesOf(known);
  const parts = text
    .normalize('NFKC')
    .split(/[、,，;；/・\n]|(?<=[^\x20-\x7e])\s+|と(?=[\p{Script=Katakana}\p{Script=Han}])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((given) => ({ given, code: names.get(fold(given)) }));
  return {
    codes: [...new Set(read.flatMap(({ code }) => code ?? []))],
    unknown: read
      .filter(({ code }) => code === undefined)
      .map(({ given }) => ({ given, nearest: nearest(fold(given), names.keys()) })),
  };
}

/** The name of a country in the language of the screen; its code where no name is known. */
export function countryName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'region', style: 'short' }).of(code) ?? code;
}

function namesOf(known: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(ALSO).map(([name, code]) => [fold(name), code]));
  for (const style of ['long', 'short'] as const) {
    for (const lang of ['ja', 'en']) {
      const display = new Intl.DisplayNames([lang], { type: 'region', style });
      for (const code of known) names.set(fold(display.of(code) ?? code), code);
    }
  }
  for (const code of known) names.set(fold(code), code);
  return names;
}

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/(?:中華人民共和国|共和国)(?:香港|マカオ)?特別行政区$/, '');
