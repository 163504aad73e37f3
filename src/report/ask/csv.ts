import type { Words } from '../../words/messages.ts';
import type { AskSheet } from './sheets.ts';

/** The ask list for Japanese Excel: UTF-8 with BOM, CRLF, no cell that a spreadsheet would run as a formula. */
export function askCsv(sheets: readonly AskSheet[], words: Words): string {
  const head = ['role', 'id', 'question', 'yesMeans', 'answer'].map((column) =>
    words.t(`ask.column.${column}`),
  );
  const rows = sheets.flatMap(({ role, questions }) =>
    questions.map(({ id, question, yesMeans }) => [role, id, question, yesMeans ?? '', '']),
  );
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

// Signs a spreadsheet takes for the start of a formula, half and full width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One cell, quoted where it has to be; a leading formula sign is disarmed with an apostrophe. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
