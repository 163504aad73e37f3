import type { Lang, Text } from '../../model/text.ts';

/** A piece that needs no translation (a number, a section sign) is written once; any other stands in both languages. */
export function either(source: string | Text, lang: Lang): string {
  return typeof source === 'string' ? source : source[lang];
}
