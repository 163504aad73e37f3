// Signs a spreadsheet takes for the start of a formula, half and full width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Text a spreadsheet would take for something else on opening and write back changed: 13 digits become 7.00001E+12, 3-4
 * the third of April, 007 a 7. Whole days stay days and plain numbers numbers: those it keeps.
 */
function isMistaken(text: string): boolean {
  const shown = text.normalize('NFKC').trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(shown) || /^(?:0|[1-9]\d{0,10})(?:\.\d*[1-9])?$/.test(shown)) return false;
  return MISTAKEN.some((kind) => kind.test(shown));
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const MISTAKEN: readonly RegExp[] = [
  // Numbers: long, with zeros before or behind, with thousands apart, powers of ten, shares, money.
  /^[¥$]?\d[\d,]*(?:\.\d*)?(?:e[+-]?\d+)?%?$/i,
  // Days, months, fractions and times of day: 3-4, 3/4, 2026.11, 4月3日, R8.4.1, 10:30.
  /^(?:[mtshr]\.?)?\d{1,4}(?:[-/.:]\d{1,4}){1,2}(?: ?[ap]m)?$/i,
  /^(?:\d{1,4}年)?\d{1,2}月(?:\d{1,2}日)?$/,
  new RegExp(`^(?:\\d{1,4}[- /]?${MONTH}|${MONTH}[- /]?\\d{1,4})(?:[- /]\\d{1,4})?$`, 'i'),
  /^(?:true|false)$/i,
];

/**
 * One cell, quoted where it has to be; a leading formula sign is disarmed with an apostrophe. What a spreadsheet would
 * mistake is written as a formula that gives this very text (`="3-4"`): the only form Excel keeps on saving.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : isMistaken(text) ? `="${text}"` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table for Japanese Excel: UTF-8 with BOM, CRLF. */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
