import type { Words } from '../../words/messages.ts';
import { csvTable } from '../csv/cell.ts';
import type { AskSheet } from './sheets.ts';

/** The ask list for a spreadsheet. */
export function askCsv(sheets: readonly AskSheet[], words: Words): string {
  const head = (['role', 'id', 'question', 'yesMeans', 'answer'] as const).map((column) =>
    words.t(`ask.column.${column}`),
  );
  const rows = sheets.flatMap(({ role, self, questions }) =>
    questions.map(({ id, question, yesMeans }) => [
      self ? words.t('ask.self', { role }) : role,
      id,
      question,
      yesMeans ?? '',
      '',
    ]),
  );
  return csvTable([head, ...rows]);
}
