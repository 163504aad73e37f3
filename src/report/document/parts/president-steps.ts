import { technologyOf } from '../../../core/verdict/tasks.ts';
import type { DangerPair, Verdict } from '../../../model/assessment.ts';
import type { Task } from '../../../model/plan.ts';
import { outcomeNow } from '../../legal.ts';
import type { ReportInput } from '../input.ts';
import type { StepRow, StepTable } from '../model.ts';
import type { Sentences } from '../sentences.ts';

/** So many technologies have a row of their own; the others share one. */
const MOST_TECHNOLOGIES = 3;

/** What is so, beside what begins to mend it: the law first, then each danger, then what else comes next. */
export function stepsTable(input: ReportInput, sentences: Sentences): StepTable {
  const { t } = sentences;
  const { pairs, legal, moves } = input.assessment.headline;
  const shown = new Set([...legal, ...pairs.map(({ move }) => move)]);
  const tasks = new Map(
    input.assessment.plan.waves.flatMap((wave) => wave.tasks).map((task) => [task.id, task]),
  );
  const others = moves.filter((id) => !shown.has(id)).flatMap((id) => tasks.get(id) ?? []);
  return {
    title: t(pairs.length === 0 ? 'pdf.president.noDangersTitle' : 'pdf.president.stepsTitle', {
      n: pairs.length,
    }),
    columns: {
      what: t('pdf.president.dangers'),
      step: t('pdf.president.step'),
      who: t('pdf.president.who'),
      due: t('pdf.president.due'),
    },
    rows: [
      ...legalRows(input, sentences, tasks),
      ...pairs.flatMap((pair, i) => dangerRow(pair, i + 1, tasks.get(pair.move), sentences)),
      ...others.map((task, i) => otherRow(task, pairs.length + i + 1, sentences)),
    ],
    none: t('pdf.president.noMoves'),
  };
}

/** A row for each technology the law asks something for, in that order, then one for all the others. */
function legalRows(
  { assessment }: ReportInput,
  sentences: Sentences,
  tasks: ReadonlyMap<string, Task>,
): readonly StepRow[] {
  const asked = new Set(assessment.headline.legal.map(technologyOf));
  const byTechnology = new Map(assessment.verdicts.map((verdict) => [verdict.technology, verdict]));
  const urgent = [...asked].flatMap((id) => byTechnology.get(id) ?? []);
  const own = urgent.slice(0, MOST_TECHNOLOGIES);
  const rest = assessment.verdicts.filter((verdict) => !own.includes(verdict));
  const said = (verdict: Verdict): string => saidOf(verdict, assessment.asOf, sentences);
  return [
    ...own.map((verdict): StepRow => {
      const ids = assessment.headline.legal.filter((id) => technologyOf(id) === verdict.technology);
      const task = tasks.get(ids[0] ?? '');
      return rowOf(
        task ?? null,
        null,
        said(verdict),
        sentences,
        task === undefined ? '' : sentences.taskTitle(task),
      );
    }),
    ...(rest.length === 0
      ? []
      : [
          rowOf(
            null,
            null,
            sentences.join(rest.map(said)),
            sentences,
            sentences.t('pdf.president.readLegal'),
          ),
        ]),
  ];
}

const saidOf = (verdict: Verdict, asOf: Verdict['asOf'], { t, technologyName }: Sentences): string =>
  t('pdf.president.verdict', {
    name: technologyName(verdict.technology),
    outcome: t(`report.legal.outcome.${outcomeNow(verdict, asOf)}`),
  });

function dangerRow(
  { danger, beside }: DangerPair,
  n: number,
  task: Task | undefined,
  sentences: Sentences,
): readonly StepRow[] {
  if (task === undefined) return [];
  const { t, gapSentence, answerOf, taskTitle, titles } = sentences;
  const row = rowOf(task, String(n), gapSentence(danger), sentences, taskTitle(task));
  const notes = [
    t('pdf.president.answer', { answer: answerOf(danger) }),
    ...(beside.length === 0 ? [] : [t('pdf.president.beside', { titles: titles(beside, 2) })]),
  ];
  return [{ ...row, whatNote: notes.join(t('pdf.stop')), stepNote: stepNote(task, sentences) }];
}

/** What the step takes. */
const stepNote = (task: Task, { much, cost, t }: Sentences): string =>
  [much(task), cost(task)].join(t('pdf.dot'));

/** What comes next where there are fewer than three dangers: a round of questions, an action. */
function otherRow(task: Task, n: number, sentences: Sentences): StepRow {
  const { t, taskTitle, taskBasis } = sentences;
  const what = task.kind === 'find-out' ? t('pdf.president.notKnown') : t('pdf.president.comesNext');
  return {
    ...rowOf(task, String(n), what, sentences, taskTitle(task)),
    whatNote: taskBasis(task, 3),
    stepNote: stepNote(task, sentences),
  };
}

function rowOf(
  task: Task | null,
  number: string | null,
  what: string,
  { t, date, doer, overdue }: Sentences,
  step: string,
): StepRow {
  const blank = { whatNote: '', stepNote: '', dueNote: '' };
  if (task === null) return { ...blank, number, what, step, who: '', due: '' };
  return {
    ...blank,
    number,
    what,
    step,
    who: doer(task),
    due: date(task.due),
    ...(overdue(task) ? { dueNote: t('pdf.plan.overdue') } : {}),
  };
}
