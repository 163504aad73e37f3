import type { Finding } from '../../../model/finding.ts';
import type { PlanWave, Task } from '../../../model/plan.ts';
import type { Lang } from '../../../model/text.ts';
import type { MarkName } from '../../../press/canvas/marks.ts';
import type { Column, Piece, Row } from '../../../press/tables/rows.ts';
import { ganttFigure } from '../figures/gantt.ts';
import { stepsFigure, stepsNotes } from '../figures/steps.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, figure, heading, notice, type Part, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** Titles a task shows of what it closes; the gaps are told one by one on its card. */
const MOST_TITLES = 5;

/** The plan, wave by wave, and beside it what is not in it and why. */
export function planPart(input: ReportInput, sentences: Sentences): Part {
  const { t } = sentences;
  const { plan } = input.assessment;
  const tasks = plan.waves.some((wave) => wave.tasks.length > 0);
  return {
    id: 'plan',
    title: t('pdf.plan.title'),
    lead: t('pdf.plan.lead'),
    freshSheet: false,
    blocks: [
      text(capacityLine(input, sentences)),
      ...warnings(input, sentences, 3),
      ...(tasks ? scheduled(input, sentences) : [notice(t('pdf.plan.empty'))]),
      ...outsideThePlan(input, sentences),
    ],
  };
}

/** From when, with how much room, and where that comes from. */
export function capacityLine({ assessment }: ReportInput, { t, date, effort }: Sentences): string {
  const { start, capacity, capacityFrom } = assessment.plan;
  return t('pdf.plan.capacity', {
    capacity: effort(capacity),
    basis: t(`report.capacity.${capacityFrom}`),
    date: date(start),
  });
}

/** What does not fit, loudly, unless there is so much that nothing else could be seen. */
export function warnings(
  { assessment, lean }: ReportInput,
  sentences: Sentences,
  loud: number,
): readonly Block[] {
  const texts = assessment.diagnostics
    .filter(({ code }) => code === 'legal-does-not-fit')
    .map(sentences.finding);
  return [
    ...(texts.length <= loud
      ? texts.map(notice)
      : lean === true
        ? [notice(sentences.t('pdf.plan.legalLate', { n: texts.length }))]
        : [{ kind: 'list', texts } as const]),
    ...(assessment.plan.overfull ? [notice(sentences.t('pdf.plan.overfull'))] : []),
  ];
}

/** What is not done within the year, in a sentence or two. */
export function beyondSentences({ assessment }: ReportInput, { t }: Sentences): readonly string[] {
  const { beyond } = assessment.plan;
  const large = beyond.filter(({ tooLarge }) => tooLarge).length;
  return [
    ...(beyond.length === 0 ? [] : [t('pdf.beyond.sentence', { n: beyond.length })]),
    ...(large === 0 ? [] : [t('pdf.beyond.tooLarge', { n: large })]),
  ];
}

function scheduled(input: ReportInput, sentences: Sentences): readonly Block[] {
  const waves = input.assessment.plan.waves.filter((wave) => wave.tasks.length > 0);
  return [
    ...figure(stepsFigure(input, sentences)),
    ...stepsNotes(input, sentences).map((note) => text(note, 'fine')),
    heading(sentences.t('pdf.gantt.title'), false),
    ...figure(ganttFigure(input, sentences)),
    ...waves.flatMap((wave) => waveTable(wave, input.words.lang, sentences)),
  ];
}

const TASK_COLUMNS = ['what', 'who', 'due', 'effort', 'cost', 'status'] as const;
/** A date is longest in Japanese; amounts of work and money are in English. */
const TASK_WIDTHS: Readonly<Record<Lang, readonly number[]>> = {
  ja: [177, 80, 86, 46, 61, 43],
  en: [170, 78, 75, 70, 57, 43],
};

function waveTable(wave: PlanWave, lang: Lang, sentences: Sentences): readonly Block[] {
  const { t, date } = sentences;
  const columns: readonly Column[] = TASK_COLUMNS.map((column, i) => ({
    title: t(`pdf.plan.${column}`),
    width: TASK_WIDTHS[lang][i] ?? 0,
  }));
  return [
    heading(t('pdf.plan.wave', { wave: t(`report.wave.${wave.id}`), date: date(wave.due) })),
    { kind: 'table', columns, rows: wave.tasks.map((task) => taskRow(task, sentences)) },
  ];
}

export const STATUS_MARK: Readonly<Record<Task['status'], MarkName>> = {
  todo: 'box',
  doing: 'boxHalf',
  done: 'boxDone',
};

function taskRow(task: Task, sentences: Sentences): Row {
  const { t, taskTitle, taskBasis, doer, date, much, cost, overdue } = sentences;
  const note = (content: string): readonly Piece[] =>
    content === '' ? [] : [{ text: content, tone: 'note' }];
  return row(
    {
      mark: STATUS_MARK[task.status],
      pieces: [
        { text: taskTitle(task), tone: 'strong' },
        ...note(taskBasis(task, MOST_TITLES)),
        ...note(task.conditional && task.kind === 'action' ? t('pdf.plan.conditional') : ''),
        ...note(task.tooLarge ? t('pdf.plan.tooLarge') : ''),
      ],
    },
    { pieces: [{ text: doer(task), tone: 'body' }, ...note(task.owner ?? '')] },
    {
      pieces: [
        { text: date(task.due), tone: 'body' },
        ...(overdue(task) ? [{ text: t('pdf.plan.overdue'), tone: 'strong' as const }] : []),
      ],
    },
    cell(much(task), 'small'),
    cell(cost(task), 'small'),
    cell(t(`report.status.${task.status}`), 'small'),
  );
}

/** What the plan leaves out, each with its reason: nothing disappears without a word. */
function outsideThePlan(input: ReportInput, sentences: Sentences): readonly Block[] {
  const { t, action } = sentences;
  const { choices, done } = input.assessment.plan;
  const titles = (ids: readonly string[]): readonly string[] => ids.map((id) => action(id)?.title ?? id);
  return [
    ...noticed(input, sentences),
    ...acceptedGaps(input, sentences),
    ...beyondTheYear(input, sentences),
    ...listOf(t('pdf.choices.title'), t('pdf.choices.lead'), titles(choices.map((entry) => entry.action))),
    ...listOf(t('pdf.done.title'), null, titles(done)),
  ];
}

function beyondTheYear(input: ReportInput, sentences: Sentences): readonly Block[] {
  const { assessment, pages } = input;
  const { t, action, effort, titlesByList } = sentences;
  const { beyond } = assessment.plan;
  if (beyond.length === 0) return [];
  if (pages !== 'full') return beyondSentences(input, sentences).map((sentence) => text(sentence));
  const columns = [
    { title: t('pdf.plan.what'), width: 403 },
    { title: t('pdf.plan.effort'), width: 90 },
  ];
  const rows = beyond.map((entry) =>
    row(
      {
        pieces: [
          { text: action(entry.action)?.title ?? entry.action, tone: 'body' },
          { text: t('pdf.task.closes', { titles: titlesByList(entry.closes, MOST_TITLES) }), tone: 'note' },
          ...(entry.tooLarge ? [{ text: t('pdf.plan.tooLarge'), tone: 'note' as const }] : []),
        ],
      },
      cell(effort(entry.effort)),
    ),
  );
  return [heading(t('pdf.beyond.title')), text(t('pdf.beyond.lead')), { kind: 'table', columns, rows }];
}

function listOf(title: string, lead: string | null, texts: readonly string[]): readonly Block[] {
  if (texts.length === 0) return [];
  return [heading(title), ...(lead === null ? [] : [text(lead)]), { kind: 'list', texts }];
}

/** In short; the reasons stand in the part on what was left out. */
function acceptedGaps({ assessment }: ReportInput, { t, date, itemTitle }: Sentences): readonly Block[] {
  const texts = assessment.accepted.map(({ item, until, expired }) =>
    t(expired ? 'pdf.accepted.lineExpired' : 'pdf.accepted.line', {
      title: itemTitle(item),
      date: date(until),
    }),
  );
  return listOf(t('pdf.accepted.title'), t('pdf.accepted.where'), texts);
}

/** What does not fit together in the answers; what only concerns the file's form is told in the terminal. */
const TOLD: ReadonlySet<Finding['code']> = new Set([
  'keep-until-passed',
  'not-applicable-refused',
  'fact-unknown',
  'accepted-expired',
  'done-action-open-item',
  'edition-differs',
]);

export function contradictions({ assessment }: ReportInput, { finding }: Sentences): readonly string[] {
  return assessment.diagnostics
    .filter(({ code, severity }) => TOLD.has(code) && severity !== 'info')
    .map(finding);
}

const noticed = (input: ReportInput, sentences: Sentences): readonly Block[] =>
  listOf(sentences.t('pdf.noticed.title'), sentences.t('pdf.noticed.lead'), contradictions(input, sentences));
