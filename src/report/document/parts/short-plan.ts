import type { PlanWave, Task } from '../../../model/plan.ts';
import type { Lang } from '../../../model/text.ts';
import type { Column, Piece, Row } from '../../../press/tables/rows.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { stepsFigure, stepsNotes } from '../figures/steps.ts';
import type { ReportInput } from '../input.ts';
import { type Block, cell, figure, group, notice, type Part, row, text } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { beyondSentences, capacityLine, contradictions, STATUS_MARK, warnings } from './plan.ts';

/** A table of more rows than these is not read: of the later waves it then has the titles alone. */
const MOST_ROWS = { quick: 10, full: 30, evidence: 30 } as const;
/** What does not fit together, told one by one up to here. */
const MOST_CONTRADICTIONS = 2;

/** The plan on a page or two: one chart, one table, and what is not in it in a sentence each. */
export function shortPlan(input: ReportInput, sentences: Sentences): Part {
  const { t } = sentences;
  const waves = input.assessment.plan.waves.filter(({ tasks }) => tasks.length > 0);
  return {
    id: 'plan',
    title: t('pdf.plan.title'),
    lead: '',
    freshSheet: false,
    close: true,
    blocks: [
      text(capacityLine(input, sentences)),
      ...warnings(input, sentences, 1),
      ...(waves.length === 0
        ? [notice(t('pdf.plan.empty'))]
        : [
            ...figure(stepsFigure(input, sentences, input.assessment.depth !== 'quick')),
            ...chartNotes(input, sentences).map((note) => text(note, 'fine')),
            ...tasksOf(waves, input, sentences),
          ]),
      ...outside(input, sentences),
    ],
  };
}

/** After ten questions the chart shows no points, and needs no words about them. */
function chartNotes(input: ReportInput, sentences: Sentences): readonly string[] {
  return input.assessment.depth === 'quick'
    ? [sentences.t('pdf.figure.noteWork')]
    : stepsNotes(input, sentences);
}

/** English amounts of work and money are the longer ones. */
const WIDTHS: Readonly<Record<Lang, readonly [number, number, number, number]>> = {
  ja: [255, 112, 58, 68],
  en: [226, 103, 83, 81],
};

/** The waves row by row, as many as are read; below them what the others hold. */
function tasksOf(
  waves: readonly PlanWave[],
  { assessment, words, lean }: ReportInput,
  sentences: Sentences,
): readonly Block[] {
  const { t } = sentences;
  const columns: readonly Column[] = (['what', 'who', 'effort', 'cost'] as const).map((column, i) => ({
    title: t(`pdf.plan.${column}`),
    width: WIDTHS[words.lang][i] ?? 0,
  }));
  const most = lean === true ? MOST_ROWS.quick : MOST_ROWS[assessment.depth];
  // A first wave that alone is far too long is told by its titles as well.
  const shown = lean === true && (waves[0]?.tasks.length ?? 0) > 2 * most ? 0 : wavesShown(waves, most);
  const rows = waves
    .slice(0, shown)
    .flatMap((wave) => [
      group(waveTitle(wave, sentences)),
      ...wave.tasks.map((task) => taskRow(task, wave, sentences)),
    ]);
  return [
    ...(rows.length === 0 ? [] : [{ kind: 'table', columns, rows } as const]),
    ...waves.slice(shown).map((wave) => text(titlesLine(wave, sentences), 'small')),
  ];
}

/** The first waves that fit, and at least the first. */
function wavesShown(waves: readonly PlanWave[], most: number): number {
  let rows = 0;
  const fitting = waves.findIndex(({ tasks }) => {
    rows += tasks.length;
    return rows > most;
  });
  return fitting === -1 ? waves.length : Math.max(1, fitting);
}

const waveTitle = ({ id, due }: PlanWave, { t, date }: Sentences): string =>
  t('pdf.plan.wave', { wave: t(`report.wave.${id}`), date: date(due) });

const titlesLine = (wave: PlanWave, sentences: Sentences): string =>
  sentences.t('pdf.plan.titles', {
    wave: waveTitle(wave, sentences),
    n: wave.tasks.length,
    titles: sentences.join(wave.tasks.map(sentences.taskTitle)),
  });

function taskRow(task: Task, wave: PlanWave, sentences: Sentences): Row {
  const { t, taskTitle, doer, date, much, cost, overdue } = sentences;
  const note = (content: string): readonly Piece[] =>
    content === '' ? [] : [{ text: content, tone: 'note' }];
  const dated = overdue(task) ? 'pdf.plan.lateSince' : 'pdf.plan.until';
  return row(
    {
      mark: STATUS_MARK[task.status],
      pieces: [
        { text: taskTitle(task), tone: 'body' },
        // What has a day of its own says so; all else is due with its wave.
        ...(task.due === wave.due && !overdue(task)
          ? []
          : [
              {
                text: t(dated, { date: date(task.due) }),
                tone: overdue(task) ? ('strong' as const) : ('note' as const),
              },
            ]),
        ...note(task.tooLarge ? t('pdf.plan.tooLarge') : ''),
      ],
    },
    { pieces: [{ text: doer(task), tone: 'body' }, ...note(task.owner ?? '')] },
    cell(much(task), 'small'),
    cell(cost(task), 'small'),
  );
}

/** What the plan leaves out, a sentence for each kind: nothing disappears without a word. */
function outside(input: ReportInput, sentences: Sentences): readonly Block[] {
  const { t } = sentences;
  const { plan, accepted } = input.assessment;
  const told = contradictions(input, sentences);
  const expired = accepted.filter((entry) => entry.expired).length;
  const said = (
    n: number,
    key: MessageKey,
    args: Readonly<Record<string, unknown>> = {},
  ): readonly string[] => (n === 0 ? [] : [t(key, { n, ...args })]);
  const all = [
    ...beyondSentences(input, sentences),
    ...said(plan.choices.length, 'pdf.choices.sentence'),
    ...said(accepted.length, expired === 0 ? 'pdf.accepted.sentence' : 'pdf.accepted.sentenceExpired', {
      expired,
    }),
    ...said(plan.done.length, 'pdf.done.sentence'),
    ...told.slice(0, MOST_CONTRADICTIONS),
    ...said(Math.max(0, told.length - MOST_CONTRADICTIONS), 'pdf.noticed.more'),
  ];
  return all.length === 0 ? [] : [{ kind: 'list', texts: all }];
}
