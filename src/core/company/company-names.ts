/** How names of companies and sites are told apart and held to be alike. */

// NFKC has made （株） and ㈱ into (株) before these are looked for; all lower case, without spaces.
const FORMS: readonly (readonly [kind: string, written: readonly string[]])[] = [
  ['stock', ['株式会社', '(株)', 'co.,ltd.', 'co.,ltd', 'k.k.']],
  ['limited', ['有限会社', '(有)']],
  ['llc', ['合同会社', '(同)', '(合)']],
  ['limited-partnership', ['合資会社', '(資)']],
  ['partnership', ['合名会社', '(名)']],
];

/** Width, case and spaces are how people type, not what they mean. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '');

/** A name without its legal form, spaces, width and case. Example: 「（株）サンプル 精機」 → 「サンプル精機」. */
export function nameKey(name: string): string {
  const whole = folded(name);
  const bare = FORMS.flatMap(([, written]) => written).reduce(
    (rest, form) => rest.replaceAll(form, ''),
    whole,
  );
  // A company that is called nothing else keeps its form.
  return bare === '' ? whole : bare;
}

/** The kind of company a name states, or `null`. */
export function formOf(name: string): string | null {
  const whole = folded(name);
  return FORMS.find(([, written]) => written.some((form) => whole.includes(form)))?.[0] ?? null;
}

/** 「本社 工場」, 「本社工場」 and a half-width 「本社工場」 are one site; none is one of its own. */
export const siteKey = (site: string | null): string => (site === null ? '' : folded(site));

/** 日本標準産業分類: the letter before the words, where somebody wrote one. Example: 「E24 金属製品製造業」 → E. */
export function industryLetter(industry: string | null): string | null {
  return /^([A-T])(?:\d{2,4})?(?![A-Za-z])/.exec(industry?.normalize('NFKC').trim() ?? '')?.[1] ?? null;
}
