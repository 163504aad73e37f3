import type { Coverage } from '../../../model/assessment.ts';
import type { Canvas } from '../canvas.ts';
import type { ReportInput } from '../input.ts';
import { TYPE } from '../look.ts';
import type { Figure } from '../model.ts';
import type { Phrases } from '../phrases.ts';
import { COUNTED_STATES, countStrip, fillState } from './charts.ts';
import { clipped } from './gantt.ts';

interface Field {
  readonly title: string;
  readonly coverage: Coverage;
}

const ROW = 15;

/** One strip of answers for each field of each list; `null` where nothing was asked. */
export function stripsFigure(input: ReportInput, phrases: Phrases): Figure | null {
  const fields = fieldsOf(input);
  if (fields.length === 0) return null;
  const states = COUNTED_STATES.filter((state) => fields.some(({ coverage }) => coverage[state] > 0));
  const legendRows = (width: number): number => (width < 420 && states.length > 5 ? 2 : 1);
  const head = (width: number): number => legendRows(width) * 15 + 6;
  const rowHeight = (width: number): number => (width < 420 ? 32 : ROW);
  return {
    alt: fields.map((field) => told(field, phrases)).join(phrases.t('pdf.stop')),
    height: (width) => head(width) + fields.length * rowHeight(width),
    draw: (canvas, left, top, width) => {
      drawLegend(canvas, states, phrases, left, top, width);
      const labels = width < 420 ? 0 : width * 0.36;
      fields.forEach(({ title, coverage }, i) => {
        const y = top + head(width) + i * rowHeight(width);
        const strip = labels === 0 ? y + 14 : y + 1;
        canvas.text(
          clipped(canvas, title, (labels === 0 ? width : labels) - 10, TYPE.table),
          left,
          y,
          TYPE.table,
        );
        const area = { x: left + labels, y: strip, width: width - labels, height: 11 };
        countStrip(canvas, coverage, area, true, COUNTED_STATES);
      });
    },
  };
}

function fieldsOf({ assessment, texts }: ReportInput): readonly Field[] {
  return assessment.checklists.flatMap((list) =>
    list.sections
      .filter(({ score: { coverage } }) => coverage.asked + coverage.notAsked > 0)
      .map(({ id, score }) => ({
        title: texts.checklists[list.id]?.sections[id] ?? id,
        coverage: score.coverage,
      })),
  );
}

function told({ title, coverage }: Field, { t }: Phrases): string {
  const counts = COUNTED_STATES.filter((state) => coverage[state] > 0).map(
    (state) => `${t(`report.state.${state}`)} ${coverage[state]}`,
  );
  return [title, ...counts].join(' ');
}

function drawLegend(
  canvas: Canvas,
  states: readonly (typeof COUNTED_STATES)[number][],
  { t }: Phrases,
  left: number,
  top: number,
  width: number,
): void {
  let [x, y] = [left, top];
  for (const state of states) {
    const label = t(`report.state.${state}`);
    const needed = 14 + canvas.width(label, TYPE.noteInk);
    if (x + needed > left + width) [x, y] = [left, y + 15];
    fillState(canvas, state, { x, y: y + 3, width: 10, height: 7 });
    canvas.text(label, x + 14, y, TYPE.noteInk);
    x += needed + 12;
  }
}
