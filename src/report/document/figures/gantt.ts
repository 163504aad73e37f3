import type { PlanWave, Task, TaskKind } from '../../../model/plan.ts';
import type { Canvas, Measure } from '../../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../../press/look.ts';
import type { ReportInput } from '../input.ts';
import { type Figure, inWords } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { type Area, arrowBand } from './charts.ts';
import { drawRowName, rowHeight, rowName } from './labels.ts';

const HEAD = 40;
const LEGEND = 18;
/** Fewer rows than these do not begin a figure at the foot of a page; few names need more lines. */
const LEAST = 6;
const LINES_OF_LEAST = 3;

interface Bar {
  readonly task: Task;
  readonly wave: number;
}

/** Every task as a bar in its wave. */
export function ganttFigure(input: ReportInput, sentences: Sentences): Figure {
  const { waves } = input.assessment.plan;
  const bars = waves.flatMap(({ tasks }, wave) => tasks.map((task): Bar => ({ task, wave })));
  return ganttOf(bars, waves, sentences);
}

function ganttOf(bars: readonly Bar[], waves: readonly PlanWave[], sentences: Sentences): Figure {
  const { t, taskTitle, role, date } = sentences;
  const rows = (measure: Measure, width: number): readonly Row[] => rowsOf(bars, measure, width, sentences);
  return {
    least: heightOf(bars.slice(0, LEAST).map(() => ({ height: rowHeight(LINES_OF_LEAST) }))),
    split: (room, width, measure) => {
      const fitting = fittingIn(rows(measure, width), room);
      if (fitting < LEAST || fitting >= bars.length) return null;
      const [here, rest] = [bars.slice(0, fitting), bars.slice(fitting)];
      return [ganttOf(here, waves, sentences), ganttOf(rest, waves, sentences)];
    },
    ...inWords(
      bars.map(({ task }) =>
        t('pdf.gantt.told', { title: taskTitle(task), role: role(task.role), date: date(task.due) }),
      ),
      t('pdf.stop'),
    ),
    height: (width, measure) => heightOf(rows(measure, width)),
    draw: (canvas, left, top, width) => {
      const drawn = rows(canvas, width);
      const bottom = top + heightOf(drawn) - LEGEND - 6;
      const { titles, roles } = columnsOf(width);
      const x = left + titles + roles;
      const area = { x, y: top, width: width - titles - roles - 6, height: bottom - top };
      drawWaves(canvas, waves, area, sentences);
      drawRows(canvas, drawn, { left, width, area, column: area.width / waves.length });
      canvas.line(left, bottom, left + width, bottom, { width: 0.7, color: COLOR.rule });
      legend(canvas, bars, sentences, left, bottom + 5);
    },
  };
}

interface Row extends Bar {
  readonly title: readonly string[];
  readonly who: readonly string[];
  readonly height: number;
}

/** On a narrow screen roles are left out; the table below the chart has them. */
const columnsOf = (width: number): { readonly titles: number; readonly roles: number } =>
  width < 420 ? { titles: width * 0.48, roles: 0 } : { titles: width * 0.39, roles: 98 };

function rowsOf(
  bars: readonly Bar[],
  measure: Measure,
  width: number,
  { taskTitle, role }: Sentences,
): readonly Row[] {
  const columns = columnsOf(width);
  return bars.map((bar) => {
    const title = rowName(measure, taskTitle(bar.task), columns.titles - 8);
    const who = columns.roles === 0 ? [] : rowName(measure, role(bar.task.role), columns.roles - 8);
    return { ...bar, title, who, height: rowHeight(Math.max(title.length, who.length)) };
  });
}

const heightOf = (rows: readonly { readonly height: number }[]): number =>
  rows.reduce((sum, row) => sum + row.height, HEAD + LEGEND + 6);

/** How many rows stand in so much room. */
function fittingIn(rows: readonly Row[], room: number): number {
  let fitting = 0;
  while (fitting < rows.length && heightOf(rows.slice(0, fitting + 1)) <= room) fitting++;
  return fitting;
}

interface Ground {
  readonly left: number;
  readonly width: number;
  /** Where the bars stand. */
  readonly area: Area;
  /** Width of a wave. */
  readonly column: number;
}

function drawRows(canvas: Canvas, rows: readonly Row[], { left, width, area, column }: Ground): void {
  const { titles } = columnsOf(width);
  let y = area.y + HEAD;
  rows.forEach((row, i) => {
    const first = rows[i - 1]?.wave !== row.wave;
    canvas.line(left, y, left + width, y, {
      width: first ? 0.7 : 0.3,
      color: first ? COLOR.rule : COLOR.hairline,
    });
    drawRowName(canvas, row.title, left, { y, height: row.height });
    drawRowName(canvas, row.who, left + titles, { y, height: row.height, color: COLOR.quiet });
    const middle = y + (row.height - BAR) / 2;
    drawBar(canvas, row.task, {
      x: area.x + column * row.wave,
      y: middle,
      width: column - 1,
      height: BAR,
    });
    y += row.height;
  });
}

/** The waves side by side, and the day each ends. */
function drawWaves(
  canvas: Canvas,
  waves: readonly PlanWave[],
  area: Area,
  { t, shortDate }: Sentences,
): void {
  const { x, y, width, height } = area;
  const column = width / waves.length;
  arrowBand(
    canvas,
    waves.map(({ id }) => t(`pdf.figure.${id}`)),
    { ...area, height: 20 },
  );
  waves.forEach(({ due }, i) => {
    const end = x + column * (i + 1);
    canvas.text(shortDate(due), end, y + 23, TYPE.fine, 'right');
    canvas.line(end, y + HEAD - 4, end, y + height, { width: 0.4, color: COLOR.hairline });
  });
}

/** Height of a bar. */
const BAR = 7;

const KINDS: readonly TaskKind[] = ['legal', 'decide', 'first-step', 'find-out', 'action'];

function drawBar(canvas: Canvas, { kind, status }: Pick<Task, 'kind' | 'status'>, area: Area): void {
  const { x, y, width, height } = area;
  if (kind === 'legal') canvas.fill(x, y, width, height, COLOR.ink);
  if (kind === 'action') canvas.fill(x, y, width, height, COLOR.middle);
  if (kind === 'decide') canvas.box(x, y, Math.min(width, 10), height, { width: 0.8, color: COLOR.accent });
  if (kind === 'first-step') canvas.fill(x, y, Math.min(width, 10), height, COLOR.accent);
  if (kind === 'find-out') {
    canvas.hatch(x, y, width, height);
    canvas.box(x, y, width, height, { width: 0.6, color: COLOR.accent });
  }
  if (status === 'doing') canvas.fill(x, y, width / 2, height, COLOR.accent);
}

function legend(canvas: Canvas, bars: readonly Bar[], { t }: Sentences, left: number, top: number): void {
  let x = left;
  const entry = (label: string, look: Pick<Task, 'kind' | 'status'>): void => {
    drawBar(canvas, look, { x, y: top + 3, width: 14, height: 7 });
    canvas.text(label, x + 19, top, TYPE.fine);
    x += 19 + canvas.width(label, TYPE.fine) + 14;
  };
  for (const kind of KINDS.filter((one) => bars.some(({ task }) => task.kind === one))) {
    entry(t(`pdf.gantt.kind.${kind}`), { kind, status: 'todo' });
  }
  if (bars.some(({ task }) => task.status === 'doing')) {
    entry(t('report.status.doing'), { kind: 'action', status: 'doing' });
  }
}
