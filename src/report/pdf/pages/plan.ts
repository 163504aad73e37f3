import type { PlanWave, Task } from '../../../model/assessment.ts';
import type { Finding } from '../../../model/finding.ts';
import { bullets, heading, notice, paragraph, partTitle } from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import type { PdfInput } from '../input.ts';
import type { MarkName } from '../marks.ts';
import type { Phrases } from '../phrases.ts';
import { type Column, cell, type Row, row, table } from '../table.ts';
import { TYPE } from '../tokens.ts';
import { waveFigure } from './wave-figure.ts';

/** Titles a task shows of what it closes; the gaps are told one by one in the next part. */
const MOST_TITLES = 5;

/** The plan, wave by wave, and beside it what is not in it and why. */
export function planPages(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t, date } = phrases;
  const { plan } = input.assessment;
  partTitle(sheet, t('pdf.plan.title'), t('pdf.plan.lead'));
  const capacity = t('pdf.plan.capacity', {
    capacity: phrases.effort(plan.capacity),
    basis: t(`report.capacity.${plan.capacityFrom}`),
    date: date(plan.start),
  });
  paragraph(sheet, capacity, TYPE.body);
  for (const warning of legalWarnings(input)) notice(sheet, phrases.finding(warning));
  const tasks = plan.waves.reduce((sum, wave) => sum + wave.tasks.length, 0);
  if (tasks === 0) notice(sheet, t('pdf.plan.empty'));
  else {
    sheet.space(8);
    waveFigure(sheet, input, phrases);
    for (const wave of plan.waves) if (wave.tasks.length > 0) waveTable(sheet, wave, phrases);
  }
  outsideThePlan(sheet, input, phrases);
}
const legalWarnings = ({ assessment }: PdfInput): readonly Finding[] =>
  assessment.diagnostics.filter((finding) => finding.code === 'legal-does-not-fit');

function waveTable(sheet: Sheet, wave: PlanWave, phrases: Phrases): void {
  const { t, date } = phrases;
  heading(sheet, t('pdf.plan.wave', { wave: t(`report.wave.${wave.id}`), date: date(wave.due) }), 90);
  const columns: readonly Column[] = [
    { title: t('pdf.plan.what'), width: 267.28 },
    { title: t('pdf.plan.who'), width: 88 },
    { title: t('pdf.plan.due'), width: 62 },
    { title: t('pdf.plan.work'), width: 76 },
  ];
  table(
    sheet,
    columns,
    wave.tasks.map((task) => taskRow(task, phrases)),
  );
}

const STATUS_MARK: Readonly<Record<Task['status'], MarkName>> = {
  todo: 'box',
  doing: 'boxHalf',
  done: 'boxDone',
};

function taskRow(task: Task, phrases: Phrases): Row {
  const { t, taskTitle, taskBasis, role, shortDate, effort, cost } = phrases;
  const conditional =
    task.conditional && task.kind === 'action' ? [{ text: t('pdf.plan.conditional'), style: TYPE.note }] : [];
  return row(
    {
      mark: STATUS_MARK[task.status],
      pieces: [
        { text: taskTitle(task), style: TYPE.tableBold },
        { text: taskBasis(task, MOST_TITLES), style: TYPE.note },
        ...conditional,
      ],
    },
    {
      pieces: [
        { text: role(task.role), style: TYPE.table },
        { text: task.owner ?? '', style: TYPE.note },
      ],
    },
    cell(shortDate(task.due)),
    {
      pieces: [
        { text: effort(task.effort), style: TYPE.table },
        { text: cost(task), style: TYPE.note },
        { text: task.status === 'todo' ? '' : t(`report.status.${task.status}`), style: TYPE.note },
      ],
    },
  );
}

/** What the plan leaves out, each with its reason: nothing disappears without a word. */
function outsideThePlan(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t, action, effort, titles } = phrases;
  const { beyond, choices, done } = input.assessment.plan;
  if (beyond.length > 0) {
    heading(sheet, t('pdf.beyond.title'), 80);
    paragraph(sheet, t('pdf.beyond.lead'), TYPE.body);
    sheet.space(6);
    const columns = [
      { title: t('pdf.plan.what'), width: 417.28 },
      { title: t('pdf.plan.work'), width: 76 },
    ];
    const rows = beyond.map((entry) =>
      row(
        {
          pieces: [
            { text: action(entry.action)?.title ?? entry.action, style: TYPE.tableBold },
            { text: t('pdf.task.closes', { titles: titles(entry.closes, MOST_TITLES) }), style: TYPE.note },
          ],
        },
        cell(effort(entry.effort)),
      ),
    );
    table(sheet, columns, rows);
  }
  if (choices.length > 0) {
    heading(sheet, t('pdf.choices.title'), 50);
    paragraph(sheet, t('pdf.choices.lead'), TYPE.body);
    sheet.space(4);
    bullets(
      sheet,
      choices.map((entry) => action(entry.action)?.title ?? entry.action),
    );
  }
  if (done.length > 0) {
    heading(sheet, t('pdf.done.title'), 50);
    bullets(
      sheet,
      done.map((id) => action(id)?.title ?? id),
    );
  }
  acceptedGaps(sheet, input, phrases);
  noticed(sheet, input, phrases);
}

function acceptedGaps(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const { t, date, gapSentence } = phrases;
  const { accepted } = input.assessment;
  if (accepted.length === 0) return;
  heading(sheet, t('pdf.accepted.title'), 80);
  paragraph(sheet, t('pdf.accepted.lead'), TYPE.body);
  sheet.space(6);
  const columns = [
    { title: t('pdf.accepted.gap'), width: 190 },
    { title: t('pdf.accepted.reason'), width: 153.28 },
    { title: t('pdf.accepted.until'), width: 90 },
    { title: t('pdf.accepted.by'), width: 60 },
  ];
  const rows = accepted.map((entry) =>
    row(
      cell(gapSentence(entry.item), TYPE.tableBold),
      cell(entry.reason),
      {
        pieces: [
          { text: date(entry.until), style: TYPE.table },
          { text: entry.expired ? t('pdf.accepted.expired') : '', style: TYPE.tableBold },
        ],
      },
      cell(entry.by),
    ),
  );
  table(sheet, columns, rows);
}

/** What does not fit together in the answers; what only concerns the file's form is told in the terminal. */
const TOLD: ReadonlySet<Finding['code']> = new Set([
  'not-applicable-refused',
  'fact-unknown',
  'accepted-expired',
  'done-action-open-item',
  'edition-differs',
]);

function noticed(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const told = input.assessment.diagnostics.filter(
    ({ code, severity }) => TOLD.has(code) && severity !== 'info',
  );
  if (told.length === 0) return;
  heading(sheet, phrases.t('pdf.noticed.title'), 50);
  paragraph(sheet, phrases.t('pdf.noticed.lead'), TYPE.body);
  sheet.space(4);
  bullets(sheet, told.map(phrases.finding));
}
