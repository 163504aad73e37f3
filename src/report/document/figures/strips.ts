import type { Coverage } from '../../../model/assessment.ts';
import type { Canvas } from '../../../press/canvas/canvas.ts';
import { TYPE } from '../../../press/look.ts';
import type { Words } from '../../../words/messages.ts';
import type { ReportInput } from '../input.ts';
import { type Figure, inWords } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { COUNTED_STATES, countStrip, fillState, type ShownState } from './charts.ts';
import { clipped, labelColumn } from './labels.ts';

export interface Field {
  readonly title: string;
  readonly coverage: Pick<Coverage, ShownState>;
}

const ROW = 15;

/** One strip of answers for each field of each list; `null` where nothing was asked. */
export function stripsFigure(input: ReportInput, { t }: Sentences): Figure | null {
  const fields = fieldsOf(input);
  return fields.length === 0 ? null : fieldStrips(fields, t);
}

/** A strip a field, under a legend of the states that occur. */
export function fieldStrips(fields: readonly Field[], t: Words['t']): Figure {
  const states = COUNTED_STATES.filter((state) => fields.some(({ coverage }) => coverage[state] > 0));
  const legendRows = (width: number): number => (width < 420 && states.length > 5 ? 2 : 1);
  const head = (width: number): number => legendRows(width) * 15 + 6;
  const rowHeight = (width: number): number => (width < 420 ? 32 : ROW);
  return {
    ...inWords(
      fields.map((field) => told(field, t)),
      t('pdf.stop'),
    ),
    height: (width) => head(width) + fields.length * rowHeight(width),
    draw: (canvas, left, top, width) => {
      drawLegend(canvas, states, t, left, top, width);
      const names = fields.map(({ title }) => title);
      const labels = width < 420 ? 0 : labelColumn(canvas, names, width);
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

/** A field and its counts in words. */
export function told({ title, coverage }: Field, t: Words['t']): string {
  const counts = COUNTED_STATES.filter((state) => coverage[state] > 0).map(
    (state) => `${t(`report.state.${state}`)} ${coverage[state]}`,
  );
  return [title, ...counts].join(' ');
}

/** How each state is drawn in a strip. */
export function drawLegend(
  canvas: Canvas,
  states: readonly ShownState[],
  t: Words['t'],
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
