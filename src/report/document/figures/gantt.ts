import type { PlanWave, Task, TaskKind } from '../../../model/assessment.ts';
import type { Canvas } from '../canvas.ts';
import type { ReportInput } from '../input.ts';
import { COLOR, TYPE } from '../look.ts';
import type { Figure } from '../model.ts';
import type { Phrases } from '../phrases.ts';
import { type Area, arrowBand } from './charts.ts';

const ROW = 14;
const HEAD = 40;
const LEGEND = 18;
/** Fewer rows than these do not begin a figure at the foot of a page. */
const LEAST = 6;

interface Bar {
  readonly task: Task;
  readonly wave: number;
}

/** Every task as a bar in its wave. */
export function ganttFigure(input: ReportInput, phrases: Phrases): Figure {
  const { waves } = input.assessment.plan;
  const bars = waves.flatMap(({ tasks }, wave) => tasks.map((task): Bar => ({ task, wave })));
  return ganttOf(bars, waves, phrases);
}

function ganttOf(bars: readonly Bar[], waves: readonly PlanWave[], phrases: Phrases): Figure {
  const { t, taskTitle, role, date, shortDate } = phrases;
  const height = (rows: number): number => HEAD + rows * ROW + LEGEND + 6;
  return {
    least: height(Math.min(LEAST, bars.length)),
    split: (room) => {
      const rows = Math.floor((room - height(0)) / ROW);
      if (rows < LEAST || rows >= bars.length) return null;
      return [ganttOf(bars.slice(0, rows), waves, phrases), ganttOf(bars.slice(rows), waves, phrases)];
    },
    alt: bars
      .map(({ task }) =>
        t('pdf.gantt.told', { title: taskTitle(task), role: role(task.role), date: date(task.due) }),
      )
      .join(t('pdf.stop')),
    height: () => height(bars.length),
    draw: (canvas, left, top, width) => {
      const roles = width < 420 ? 0 : 82;
      const labels = width * (width < 420 ? 0.48 : 0.4);
      const area = { x: left + labels + roles, y: top, width: width - labels - roles - 6, height: 0 };
      const column = area.width / waves.length;
      const bottom = top + HEAD + bars.length * ROW;
      arrowBand(
        canvas,
        waves.map(({ id }) => t(`pdf.figure.${id}`)),
        { ...area, height: 20 },
      );
      waves.forEach(({ due }, i) => {
        const end = area.x + column * (i + 1);
        canvas.text(shortDate(due), end, top + 23, TYPE.fine, 'right');
        canvas.line(end, top + HEAD - 4, end, bottom, { width: 0.4, color: COLOR.hairline });
      });
      bars.forEach((bar, i) => {
        const y = top + HEAD + i * ROW;
        const first = bars[i - 1]?.wave !== bar.wave;
        canvas.line(left, y, left + width, y, {
          width: first ? 0.7 : 0.3,
          color: first ? COLOR.rule : COLOR.hairline,
        });
        canvas.text(clipped(canvas, taskTitle(bar.task), labels - 8), left, y + 1, TYPE.noteInk);
        if (roles > 0)
          canvas.text(clipped(canvas, role(bar.task.role), roles - 8), left + labels, y + 1, TYPE.note);
        const box = { x: area.x + column * bar.wave, y: y + 3.5, width: column - 1, height: ROW - 7 };
        drawBar(canvas, bar.task, box);
      });
      canvas.line(left, bottom, left + width, bottom, { width: 0.7, color: COLOR.rule });
      legend(canvas, bars, phrases, left, bottom + 5);
    },
  };
}

const KINDS: readonly TaskKind[] = ['legal', 'first-step', 'find-out', 'action'];

function drawBar(canvas: Canvas, { kind, status }: Pick<Task, 'kind' | 'status'>, area: Area): void {
  const { x, y, width, height } = area;
  if (kind === 'legal') canvas.fill(x, y, width, height, COLOR.ink);
  if (kind === 'action') canvas.fill(x, y, width, height, COLOR.middle);
  if (kind === 'first-step') canvas.fill(x, y, Math.min(width, 10), height, COLOR.accent);
  if (kind === 'find-out') {
    canvas.hatch(x, y, width, height);
    canvas.box(x, y, width, height, { width: 0.6, color: COLOR.accent });
  }
  if (status === 'doing') canvas.fill(x, y, width / 2, height, COLOR.accent);
}

function legend(canvas: Canvas, bars: readonly Bar[], { t }: Phrases, left: number, top: number): void {
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

/** The text on one line, cut with … where it is too long. */
export function clipped(canvas: Canvas, text: string, width: number, style = TYPE.noteInk): string {
  if (canvas.width(text, style) <= width) return text;
  let room = width - canvas.width('…', style);
  let shown = '';
  for (const char of text) {
    room -= canvas.width(char, style);
    if (room < 0) break;
    shown += char;
  }
  return `${shown}…`;
}
