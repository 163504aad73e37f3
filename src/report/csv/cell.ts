// Signs a spreadsheet takes for the start of a formula, half and full width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One cell, quoted where it has to be; a leading formula sign is disarmed with an apostrophe. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table for Japanese Excel: UTF-8 with BOM, CRLF. */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
