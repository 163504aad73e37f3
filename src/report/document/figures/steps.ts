import type { PlanWave } from '../../../model/plan.ts';
import type { Canvas } from '../../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../../press/look.ts';
import type { ReportInput } from '../input.ts';
import { type Figure, inWords } from '../model.ts';
import type { PointRange } from '../sentences/standing.ts';
import type { Sentences } from '../sentences.ts';
import { arrowBand, gauge, projectionSteps, type Step } from './charts.ts';

/** One column: today, or the end of a wave. */
interface Moment {
  readonly title: string;
  readonly year: string;
  readonly date: string;
  readonly tasks: string;
  /** Person-days of work and of room from the start up to here; `null` today. */
  readonly work: { readonly used: number; readonly room: number } | null;
  readonly unknown: string;
  readonly range: PointRange | null;
}

const LABELS = 64;
const ROW = {
  titleHeight: 20,
  year: 22,
  date: 33,
  tasks: 49,
  work: 64,
  gauge: 79,
  gaugeHeight: 9,
  unknown: 94,
  chart: 120,
  chartHeight: 76,
  range: 198,
} as const;
const HEIGHT = 216;
/** Without the points. */
const LOW_HEIGHT = ROW.unknown + 16;

/**
 * The whole plan at a glance: work against room, what will be known, and the range, today and after each wave. `points`
 * says whether the range is drawn: what ten questions give is too little to project.
 */
export function stepsFigure(input: ReportInput, sentences: Sentences, points = true): Figure {
  const moments = momentsOf(input, sentences);
  return {
    ...inWords(
      moments.map((moment) => told(moment, sentences, points)),
      sentences.t('pdf.stop'),
    ),
    height: () => (points ? HEIGHT : LOW_HEIGHT),
    draw: (canvas, left, top, width) => {
      const column = (width - LABELS) / moments.length;
      drawLabels(canvas, sentences, left, top, points);
      arrowBand(
        canvas,
        moments.map(({ title }) => title),
        { x: left + LABELS, y: top, width: width - LABELS - 6, height: ROW.titleHeight },
      );
      moments.forEach((moment, i) => {
        drawMoment(canvas, moment, sentences, left + LABELS + column * (i + 0.5), top, column, points);
      });
      if (!points) return;
      projectionSteps(canvas, moments.map(stepOf), {
        x: left + LABELS,
        y: top + ROW.chart,
        width: width - LABELS,
        height: ROW.chartHeight,
      });
    },
  };
}

/** What the figure shows and does not explain itself. */
export function stepsNotes(
  { assessment }: ReportInput,
  { t, rangeNow, range, askedInPart }: Sentences,
): readonly string[] {
  const { unanswered, asked } = assessment.score.coverage;
  const ranges = assessment.plan.waves.map(({ projected }) =>
    range(projected, projected.unknown + unanswered),
  );
  return [
    ...(askedInPart ? [t('pdf.figure.noteInPart', { n: asked })] : []),
    t('pdf.figure.note'),
    ...(unanswered === 0 ? [] : [t('pdf.figure.noteUnanswered', { n: unanswered })]),
    ...([rangeNow, ...ranges].includes(null) ? [t('pdf.figure.noteUnknown')] : []),
  ];
}

const stepOf = ({ title, range }: Moment): Step => ({ label: title, range });

function momentsOf({ assessment }: ReportInput, sentences: Sentences): readonly Moment[] {
  const { t, shortDate, year } = sentences;
  const { coverage } = assessment.score;
  let [lastYear, lastUnknown] = [assessment.asOf.slice(0, 4), coverage.unknown];
  const wave = ({ id, due, tasks, room, used, projected }: PlanWave): Moment => {
    const changed = projected.unknown !== lastUnknown;
    const moment: Moment = {
      title: t(`pdf.figure.${id}`),
      year: due.startsWith(lastYear) ? '' : year(due),
      date: shortDate(due),
      tasks: t('pdf.figure.taskCount', { n: tasks.length }),
      work: { used, room },
      unknown: changed
        ? t('pdf.figure.fromTo', { from: lastUnknown, to: projected.unknown })
        : String(projected.unknown),
      range: sentences.range(projected, projected.unknown + coverage.unanswered),
    };
    lastYear = due.slice(0, 4);
    lastUnknown = projected.unknown;
    return moment;
  };
  const today: Moment = {
    title: t('pdf.figure.today'),
    year: year(assessment.asOf),
    date: shortDate(assessment.asOf),
    tasks: '',
    work: null,
    unknown: String(coverage.unknown),
    range: sentences.rangeNow,
  };
  return [today, ...assessment.plan.waves.map(wave)];
}

function told(moment: Moment, sentences: Sentences, points: boolean): string {
  const { t } = sentences;
  const parts = [
    moment.title,
    moment.year + moment.date,
    moment.tasks,
    moment.work === null ? '' : t('pdf.figure.toldWork', workArgs(moment.work)),
    t('pdf.figure.toldUnknown', { unknown: moment.unknown }),
    points ? rangeText(moment.range, sentences) : '',
  ];
  return parts.filter((part) => part !== '').join(t('pdf.join'));
}

const tenth = (days: number): number => Math.round(days * 10) / 10;
const workArgs = ({ used, room }: { readonly used: number; readonly room: number }) => ({
  used: tenth(used),
  room: tenth(room),
});

/** Nobody is promised full points of a check of which not half was asked. */
function rangeText(range: PointRange | null, { t, askedInPart }: Sentences): string {
  if (range === null) return t('pdf.figure.noRange');
  if (askedInPart && range.high === 100)
    return t(range.low === 100 ? 'pdf.figure.allAsked' : 'pdf.figure.from', { low: range.low });
  return range.low === range.high
    ? t('pdf.figure.point', { low: range.low })
    : t('pdf.figure.range', { ...range });
}

function drawLabels(canvas: Canvas, { t }: Sentences, left: number, top: number, points: boolean): void {
  for (const key of ['date', 'tasks', 'work', 'unknown'] as const) {
    canvas.text(t(`pdf.figure.label.${key}`), left, top + ROW[key], TYPE.label);
  }
  if (!points) return;
  canvas.text(t('pdf.figure.label.range'), left, top + ROW.chart - 5, TYPE.label);
  for (const tick of [0, 50, 100]) {
    const y = top + ROW.chart + ROW.chartHeight * (1 - tick / 100) - 5.5;
    canvas.text(String(tick), left + LABELS - 4, y, TYPE.fine, 'right');
  }
}

function drawMoment(
  canvas: Canvas,
  moment: Moment,
  sentences: Sentences,
  x: number,
  top: number,
  column: number,
  points: boolean,
): void {
  const style = column < 55 ? { ...TYPE.fine, color: COLOR.ink, leading: 13 } : TYPE.noteInk;
  const line = (text: string, y: number): void => canvas.text(text, x, top + y, style, 'center');
  canvas.text(moment.year, x, top + ROW.year, TYPE.fine, 'center');
  line(moment.date, ROW.date);
  line(moment.tasks, ROW.tasks);
  line(moment.unknown, ROW.unknown);
  if (points) canvas.text(rangeText(moment.range, sentences), x, top + ROW.range, TYPE.tableBold, 'center');
  if (moment.work === null) return;
  line(sentences.t('pdf.figure.work', workArgs(moment.work)), ROW.work);
  const width = Math.min(56, column - 8);
  gauge(canvas, moment.work.used, moment.work.room, {
    x: x - width / 2,
    y: top + ROW.gauge,
    width,
    height: ROW.gaugeHeight,
  });
}
