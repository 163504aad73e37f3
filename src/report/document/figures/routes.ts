import { factValues } from '../../../core/facts.ts';
import { sureExposures } from '../../../core/score/routes.ts';
import type { RouteResult } from '../../../model/assessment.ts';
import type { Canvas, Measure } from '../../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../../press/look.ts';
import type { ReportInput } from '../input.ts';
import { type Figure, inWords } from '../model.ts';
import type { Sentences } from '../sentences.ts';
import { drawRowName, labelColumn, rowHeight, rowName } from './labels.ts';

const ROW = 16;
const HEAD = 20;
/** The most a route can be exposed, and so the most that can remain. */
const MOST = 3;

/** Ways out for a technology: how exposed the company is to each, and how much of that its answers leave open. */
export function routesFigure(input: ReportInput, sentences: Sentences): Figure | null {
  const routes = input.assessment.routes.filter(({ exposure }) => exposure > 0);
  if (routes.length === 0) return null;
  const title = (id: string): string => input.texts.routes[id] ?? id;
  const sure = sureExposures(input.catalog, factValues(input.catalog, input.answers));
  const { t } = sentences;
  const names = routes.map(({ id }) => title(id));
  const labelsOf = (measure: Measure, width: number): number => labelColumn(measure, names, width);
  const rowsOf = (measure: Measure, width: number): readonly RouteRow[] =>
    routes.map((route) => {
      const name = rowName(measure, title(route.id), labelsOf(measure, width) - 10);
      return { route, name, height: Math.max(ROW, rowHeight(name.length)) };
    });
  return {
    ...inWords(
      routes.map((route) => told(route, sure.get(route.id) ?? 0, title(route.id), sentences)),
      t('pdf.stop'),
    ),
    height: (width, measure) => rowsOf(measure, width).reduce((sum, row) => sum + row.height, HEAD + 4),
    draw: (canvas, left, top, width) => {
      const labels = labelsOf(canvas, width);
      const squares = left + labels;
      const bar = { x: squares + 72, width: width - labels - 72 };
      canvas.text(t('pdf.routes.exposure'), squares, top, TYPE.label);
      canvas.text(t('pdf.routes.residual'), bar.x, top, TYPE.label);
      let y = top + HEAD;
      for (const { route, name, height } of rowsOf(canvas, width)) {
        canvas.line(left, y - 2, left + width, y - 2, { width: 0.3, color: COLOR.hairline });
        drawRowName(canvas, name, left, { y: y - 2, height });
        const middle = y + (height - ROW) / 2 + 0.5;
        drawExposure(canvas, route.exposure, sure.get(route.id) ?? 0, squares, middle);
        drawResidual(canvas, route, sure.get(route.id) ?? 0, { ...bar, y: middle }, sentences);
        y += height;
      }
    },
  };
}

interface RouteRow {
  readonly route: RouteResult;
  readonly name: readonly string[];
  readonly height: number;
}

function told({ exposure, residual }: RouteResult, sure: number, title: string, { t }: Sentences): string {
  const said = t(residual === null ? 'pdf.routes.toldNothing' : 'pdf.routes.told', {
    title,
    exposure,
    low: tenth(surely(residual?.low ?? 0, exposure, sure)),
    high: tenth(residual?.high ?? 0),
  });
  return sure === exposure ? said : said + t('pdf.routes.toldUnsure');
}

/** What surely remains: no more than of the exposure that is known. */
const surely = (low: number, exposure: number, sure: number): number =>
  exposure === 0 ? 0 : (low * sure) / exposure;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Solid = known, hatched = so if the unknown facts turn out badly. */
function drawExposure(canvas: Canvas, exposure: number, sure: number, x: number, y: number): void {
  for (let i = 0; i < MOST; i++) {
    if (i < sure) canvas.fill(x + i * 15, y, 11, 11, COLOR.accent);
    else if (i < exposure) {
      canvas.hatch(x + i * 15, y, 11, 11);
      canvas.box(x + i * 15 + 0.4, y + 0.4, 10.2, 10.2, { width: 0.6, color: COLOR.accent });
    } else canvas.box(x + i * 15 + 0.4, y + 0.4, 10.2, 10.2, { width: 0.6, color: COLOR.rule });
  }
}

/** Solid = remains whatever the unknown answers are; hatched = remains if they turn out badly. */
function drawResidual(
  canvas: Canvas,
  { exposure, residual }: RouteResult,
  sure: number,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  { t }: Sentences,
): void {
  if (residual === null) {
    canvas.box(x, y, width, 11, { width: 0.6, color: COLOR.quiet, dash: 2 });
    canvas.text(t('pdf.routes.nothing'), x + 6, y, TYPE.fine);
    return;
  }
  const at = (value: number): number => (width * value) / MOST;
  canvas.fill(x, y, width, 11, COLOR.wash);
  const known = at(surely(residual.low, exposure, sure));
  canvas.fill(x, y, known, 11, COLOR.accent);
  const open = at(residual.high) - known;
  if (open < 1) return;
  canvas.fill(x + known, y, open, 11, COLOR.paper);
  canvas.hatch(x + known, y, open, 11);
  canvas.box(x + known, y, open, 11, { width: 0.6, color: COLOR.accent });
}
