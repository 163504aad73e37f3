import type { PlanWave } from '../../../model/assessment.ts';
import { paragraph } from '../blocks.ts';
import type { Sheet } from '../canvas/page.ts';
import { arrowBand, projectionSteps, type Step } from '../charts.ts';
import type { PdfInput } from '../input.ts';
import type { Phrases, PointRange } from '../phrases.ts';
import { COLOR, TYPE } from '../tokens.ts';

/** One column: today, or the end of a wave. */
interface Moment {
  readonly title: string;
  readonly date: string;
  readonly tasks: string;
  readonly room: string;
  readonly unknown: string;
  readonly range: PointRange | null;
}

const LABELS = 66;
const ROW = {
  title: 0,
  titleHeight: 20,
  date: 25,
  tasks: 41,
  room: 57,
  unknown: 73,
  chart: 100,
  chartHeight: 76,
  range: 178,
} as const;
const HEIGHT = 196;

/** The whole plan at a glance: work, what will be known, and the range, today and at the end of each wave. */
export function waveFigure(sheet: Sheet, input: PdfInput, phrases: Phrases): void {
  const moments = momentsOf(input, phrases);
  sheet.keep(HEIGHT + 12);
  const top = sheet.y();
  const { t } = phrases;
  const { pen, tags, left, width } = sheet;
  const column = (width - LABELS) / moments.length;
  const center = (i: number): number => left + LABELS + column * (i + 0.5);
  const ink = (): void => {
    drawLabels(sheet, phrases, top);
    const band = { x: left + LABELS, y: top, width: width - LABELS - 6, height: ROW.titleHeight };
    arrowBand(
      pen,
      moments.map(({ title }) => title),
      band,
    );
    moments.forEach((moment, i) => {
      drawMoment(sheet, moment, rangeText(moment.range, phrases), center(i), top, column);
    });
    projectionSteps(pen, moments.map(stepOf), {
      x: left + LABELS,
      y: top + ROW.chart,
      width: width - LABELS,
      height: ROW.chartHeight,
    });
  };
  tags.artifact(() => {
    pen.line(left, top + HEIGHT, left + width, top + HEIGHT, { width: 0.4, color: COLOR.rule });
  });
  tags.leaf('Figure', ink, {
    alt: moments
      .map((m) => [m.title, m.date, m.tasks, m.unknown, rangeText(m.range, phrases)].join(' '))
      .join(phrases.t('pdf.stop')),
    bbox: [left, top, left + width, top + HEIGHT],
    placement: 'Block',
  });
  sheet.moveTo(top + HEIGHT + 3);
  const dotted = moments.some(({ range }) => range === null);
  const note = dotted ? [t('pdf.figure.note'), t('pdf.figure.noteUnknown')] : [t('pdf.figure.note')];
  for (const sentence of note) paragraph(sheet, sentence, TYPE.fine);
}

const stepOf = ({ title, range }: Moment): Step => ({ label: title, range });

function momentsOf({ assessment }: PdfInput, phrases: Phrases): readonly Moment[] {
  const { t } = phrases;
  const { coverage } = assessment.score;
  const wave = ({ id, due, tasks, room, projected }: PlanWave): Moment => ({
    title: t(`pdf.figure.${id}`),
    date: phrases.shortDate(due),
    tasks: t('pdf.figure.taskCount', { n: tasks.length }),
    room: phrases.effort(room),
    unknown: String(projected.unknown),
    range: phrases.range(projected, projected.unknown + coverage.unanswered),
  });
  const today: Moment = {
    title: t('pdf.figure.today'),
    date: phrases.shortDate(assessment.asOf),
    tasks: '',
    room: '',
    unknown: String(coverage.unknown),
    range: phrases.rangeNow,
  };
  return [today, ...assessment.plan.waves.map(wave)];
}

function rangeText(range: PointRange | null, { t }: Phrases): string {
  if (range === null) return t('pdf.figure.noRange');
  return range.low === range.high
    ? t('pdf.figure.point', { low: range.low })
    : t('pdf.figure.range', { ...range });
}

function drawLabels({ pen, left }: Sheet, { t }: Phrases, top: number): void {
  pen.text(t('pdf.figure.until'), left, top + ROW.date, TYPE.label);
  pen.text(t('pdf.figure.tasks'), left, top + ROW.tasks, TYPE.label);
  pen.text(t('pdf.figure.room'), left, top + ROW.room, TYPE.label);
  pen.text(t('pdf.figure.unknown'), left, top + ROW.unknown, TYPE.label);
  pen.text(t('pdf.figure.points'), left, top + ROW.chart - 3, TYPE.label);
  for (const tick of [0, 50, 100]) {
    const y = top + ROW.chart + ROW.chartHeight * (1 - tick / 100) - 5.5;
    pen.text(String(tick), left + LABELS - 4, y, TYPE.fine, 'right');
  }
}

function drawMoment(
  { pen }: Sheet,
  moment: Moment,
  range: string,
  x: number,
  top: number,
  column: number,
): void {
  const fits = pen.width(moment.room, TYPE.noteInk) < column - 6;
  pen.text(moment.date, x, top + ROW.date, TYPE.noteInk, 'center');
  pen.text(moment.tasks, x, top + ROW.tasks, TYPE.noteInk, 'center');
  pen.text(moment.room, x, top + ROW.room, fits ? TYPE.noteInk : TYPE.fine, 'center');
  pen.text(moment.unknown, x, top + ROW.unknown, TYPE.noteInk, 'center');
  pen.text(range, x, top + ROW.range, TYPE.tableBold, 'center');
}
