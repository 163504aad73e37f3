import { LONGEST, plainly, type ReadAs } from './reading.ts';

/** `rounded`: a spreadsheet has made 7.00001E+12 of it, so that its last digits are lost. */
export type CorporateNumberRead = ReadAs<string, 'no-number' | 'rounded'>;

/**
 * 法人番号: the first of 13 digits checks the other twelve: 9 − (Σ Pn·Qn mod 9), Pn the n-th digit from the right,
 * Qn 1 for odd n and 2 for even n. Example: 7000012050002 (国税庁): body 000012050002 → Σ = 11 → 9 − 2 = 7.
 */
export function isCorporateNumber(digits: string): boolean {
  return /^\d{13}$/.test(digits) && digits[0] === checkDigit(digits.slice(1));
}

function checkDigit(body: string): string {
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(body[12 - n]) * (n % 2 === 0 ? 2 : 1);
  return String(9 - (sum % 9));
}

/**
 * 法人番号 as its 13 digits. Hyphens, spaces, full-width digits and the T of the invoice system (T7000012050002) are how
 * people write it; `="7000012050002"`, an apostrophe and `.0` are how tables keep it. The twelve digits of a company's
 * register (会社法人等番号) are the 13 without their check digit: that is offered, never assumed.
 */
export function readCorporateNumber(text: string): CorporateNumberRead {
  if (text.length > LONGEST) return { ok: false, why: 'no-number', could: [] };
  const given = plainly(text);
  if (/^\d(?:[.,]\d+)?e\+?\d{1,3}$/.test(given)) return { ok: false, why: 'rounded', could: [] };
  const [, cell = given] = /^="(.*)"$/.exec(given) ?? [];
  const digits = cell
    .replace(/^'/, '')
    .replace(/\.0+$/, '')
    .replace(/^t/, '')
    .replace(/[\s\-‐−ー]/g, '');
  if (isCorporateNumber(digits)) return { ok: true, value: digits };
  const could = /^\d{12}$/.test(digits) ? [`${checkDigit(digits)}${digits}`] : [];
  return { ok: false, why: 'no-number', could };
}
