import type { PlanWave, Task } from '../../../model/assessment.ts';
import { stepsFigure, stepsNotes } from '../figures/steps.ts';
import type { ReportInput } from '../input.ts';
import {
  type Block,
  type Column,
  cell,
  figure,
  group,
  notice,
  type Part,
  type Piece,
  type Row,
  row,
  text,
} from '../model.ts';
import type { Phrases } from '../phrases.ts';
import { beyondSentences, capacityLine, contradictions, STATUS_MARK, warnings } from './plan.ts';

/** A table of more rows than these is not read: of the later waves it then has the titles alone. */
const MOST_ROWS = 30;
/** What does not fit together, told one by one up to here. */
const MOST_CONTRADICTIONS = 2;

/** The plan on a page or two: one chart, one table, and what is not in it in a sentence each. */
export function shortPlan(input: ReportInput, phrases: Phrases): Part {
  const { t } = phrases;
  const waves = input.assessment.plan.waves.filter(({ tasks }) => tasks.length > 0);
  return {
    ...{ id: 'plan', title: t('pdf.plan.title'), lead: t('pdf.plan.lead'), freshSheet: false, close: true },
    blocks: [
      text(capacityLine(input, phrases)),
      ...warnings(input, phrases, 1),
      ...(waves.length === 0
        ? [notice(t('pdf.plan.empty'))]
        : [
            ...figure(stepsFigure(input, phrases)),
            ...stepsNotes(input, phrases).map((note) => text(note, 'fine')),
            taskTable(waves, phrases),
          ]),
      ...outside(input, phrases),
    ],
  };
}

function taskTable(waves: readonly PlanWave[], phrases: Phrases): Block {
  const { t, date } = phrases;
  const columns: readonly Column[] = [
    { title: t('pdf.plan.what'), width: 255 },
    { title: t('pdf.plan.who'), width: 112 },
    { title: t('pdf.plan.effort'), width: 58 },
    { title: t('pdf.plan.cost'), width: 68 },
  ];
  let room = MOST_ROWS;
  const rows = waves.flatMap((wave, i): readonly Row[] => {
    room -= wave.tasks.length;
    const title = t('pdf.plan.wave', { wave: t(`report.wave.${wave.id}`), date: date(wave.due) });
    const whole = i === 0 || room >= waves.length - 1 - i;
    return [
      group(title),
      ...(whole ? wave.tasks.map((task) => taskRow(task, wave, phrases)) : [titlesRow(wave, phrases)]),
    ];
  });
  return { kind: 'table', columns, rows };
}

function taskRow(task: Task, wave: PlanWave, phrases: Phrases): Row {
  const { t, taskTitle, doer, date, much, cost, overdue } = phrases;
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

function titlesRow({ tasks }: PlanWave, phrases: Phrases): Row {
  const { t, taskTitle, join } = phrases;
  const titles = join(tasks.map(taskTitle));
  return row(
    { pieces: [{ text: titles, tone: 'small' }] },
    cell(t('pdf.plan.inFull', { n: tasks.length }), 'small'),
    cell(''),
    cell(''),
  );
}

/** What the plan leaves out, a sentence for each kind: nothing disappears without a word. */
function outside(input: ReportInput, phrases: Phrases): readonly Block[] {
  const { t } = phrases;
  const { plan, accepted } = input.assessment;
  const told = contradictions(input, phrases);
  const expired = accepted.filter((entry) => entry.expired).length;
  const said = (n: number, key: string, args: Readonly<Record<string, unknown>> = {}): readonly string[] =>
    n === 0 ? [] : [t(key, { n, ...args })];
  const sentences = [
    ...beyondSentences(input, phrases),
    ...said(plan.choices.length, 'pdf.choices.sentence'),
    ...said(accepted.length, expired === 0 ? 'pdf.accepted.sentence' : 'pdf.accepted.sentenceExpired', {
      expired,
    }),
    ...said(plan.done.length, 'pdf.done.sentence'),
    ...told.slice(0, MOST_CONTRADICTIONS),
    ...said(Math.max(0, told.length - MOST_CONTRADICTIONS), 'pdf.noticed.more'),
  ];
  return sentences.length === 0 ? [] : [{ kind: 'list', texts: sentences }];
}
