/** Checks of single values, shared by the reader and the published schema so that both say the same. */

/** The date as `YYYY-MM-DD`, or `null` where it is no day of the calendar. Full-width digits are read. */
export function calendarDate(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(folded);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that does not exist rolls over into the next month; years below 100 would become 19xx.
  return date.toISOString().slice(0, 10) === folded ? folded : null;
}

/**
 * 法人番号: the first of 13 digits checks the other twelve: 9 − (Σ Pn·Qn mod 9), Pn the n-th digit from the right,
 * Qn 1 for odd n and 2 for even n. Example: 7000012050002 (国税庁): body 000012050002 → Σ = 11 → 9 − 2 = 7.
 */
export function isCorporateNumber(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(digits[13 - n]) * (n % 2 === 0 ? 2 : 1);
  return Number(digits[0]) === 9 - (sum % 9);
}

/**
 * 法人番号 as its 13 digits; hyphens, spaces and full-width digits are how people write it, and `="7000012050002"` is
 * how a cell of our own tables keeps them.
 */
export function corporateNumber(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  const [, cell = folded] = /^="(.*)"$/.exec(folded) ?? [];
  const digits = cell.replace(/[\s\-‐−ー]/g, '');
  return isCorporateNumber(digits) ? digits : null;
}

/** Whether a spreadsheet has rounded a long number, as in `7.00001E+12`: its last digits are lost. */
export const isRounded = (text: string): boolean =>
  /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text.normalize('NFKC').trim());

/** A whole number ≥ 0: one of YAML, or text in any width, with 名 or 人 behind it or not. */
export function wholeNumber(value: string | number): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value < 1e9 ? value : null;
  const match = /^(\d{1,9})[人名]?$/.exec(value.normalize('NFKC').trim());
  return match ? Number(match[1]) : null;
}

/** A number ≥ 0, with a fraction or not. */
export function positiveNumber(value: string | number): number | null {
  if (typeof value === 'number') return value >= 0 && value < 1e9 ? value : null;
  const folded = value.normalize('NFKC').trim();
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(folded) ? Number(folded) : null;
}
