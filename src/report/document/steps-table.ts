import type { Cell } from '../../press/tables/rows.ts';
import type { Block, StepTable } from './model.ts';

/** The president's table as any other, for a screen and for Markdown; on paper it shrinks until the page holds it. */
export function stepsAsTable({ columns, rows }: StepTable): Extract<Block, { kind: 'table' }> {
  const cell = (text: string, note: string, tone: 'body' | 'strong' = 'body'): Cell => ({
    pieces: [
      { text, tone },
      { text: note, tone: 'note' },
    ],
  });
  return {
    kind: 'table',
    columns: [
      { title: columns.what, width: 165 },
      { title: columns.step, width: 172 },
      { title: columns.who, width: 76 },
      { title: columns.due, width: 80 },
    ],
    rows: rows.map(({ number, what, whatNote, step, stepNote, who, due, dueNote }) => ({
      kind: 'cells',
      cells: [
        cell(number === null ? what : `${number}　${what}`, whatNote, 'strong'),
        cell(step, stepNote),
        cell(who, ''),
        cell(due, dueNote),
      ],
    })),
  };
}
