import type { Task } from '../../model/plan.ts';
import type { ReportInput } from '../document/input.ts';
import { createSentences, type Sentences } from '../document/sentences.ts';
import { csvTable } from './cell.ts';

const COLUMNS = [
  ...['wave', 'id', 'kind', 'what', 'why', 'role', 'owner', 'due', 'overdue'],
  ...['effort', 'minutes', 'cost', 'status'],
] as const;

/** The plan as a table for a spreadsheet, one row a task; what does not fit into a year stands at the end. */
export function planCsv(input: ReportInput): string {
  const sentences = createSentences(input);
  const { t } = sentences;
  const { plan } = input.assessment;
  const rows = plan.waves.flatMap((wave) =>
    wave.tasks.map((task) => taskRow(t(`report.wave.${wave.id}`), task, sentences)),
  );
  const beyond = plan.beyond.map(({ action, effort, closes }) => [
    ...[t('pdf.beyond.title'), `action:${action}`, t('csv.kind.action')],
    ...[sentences.action(action)?.title ?? action, sentences.titlesByList(closes, closes.length)],
    ...['', '', '', '', String(effort), '', '', ''],
  ]);
  return csvTable([COLUMNS.map((column) => t(`csv.column.${column}`)), ...rows, ...beyond]);
}

function taskRow(wave: string, task: Task, sentences: Sentences): readonly string[] {
  const { t, taskTitle, taskBasis, doer, cost, overdue } = sentences;
  const { id, kind, closes, owner, due, effort, minutes, status } = task;
  return [
    ...[wave, id, t(`csv.kind.${kind}`), taskTitle(task), taskBasis(task, closes.length)],
    ...[doer(task), owner ?? '', due, overdue(task) ? t('csv.yes') : ''],
    ...[String(effort), String(minutes), cost(task), t(`report.status.${status}`)],
  ];
}
