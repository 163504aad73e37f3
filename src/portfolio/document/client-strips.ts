import type { Coverage } from '../../model/assessment.ts';
import type { Canvas } from '../../press/canvas/canvas.ts';
import { COLOR, TYPE } from '../../press/look.ts';
import { countStrip, STATES } from '../../report/document/figures/charts.ts';
import { clipped } from '../../report/document/figures/labels.ts';
import { drawLegend, told } from '../../report/document/figures/strips.ts';
import {
  type Block,
  type Figure,
  type FigureRow,
  figure,
  heading,
  inWords,
  type Part,
} from '../../report/document/model.ts';
import { type SectionPlace, sectionCoverage, sectionsOf } from '../rows/states.ts';
import type { PortfolioInput, Visit } from './input.ts';

/** Each client as a row of strips, one a field: where the gaps lie, seen at one glance over a page. */
export function stripsPart(input: PortfolioInput): readonly Part[] {
  const { t } = input.words;
  if (input.visits.length === 0) return [];
  const { checklists } = input.catalog;
  return [
    {
      id: 'strips',
      title: t('portfolio.pdf.strips.title'),
      lead: t('portfolio.pdf.strips.lead'),
      freshSheet: false,
      blocks: checklists.flatMap(({ id }) => listStrips(id, input)),
    },
  ];
}

interface StripRow {
  readonly turn: number;
  readonly name: string;
  /** A strip a field; a field that nobody asked of this client has none. */
  readonly strips: readonly (Coverage | null)[];
  readonly alt: string;
}

function listStrips(list: string, input: PortfolioInput): readonly Block[] {
  const { catalog, texts, words } = input;
  const { t } = words;
  const places = sectionsOf(catalog).filter(({ checklist }) => checklist === list);
  const titles = places.map(({ section }) => texts.checklists[list]?.sections[section] ?? section);
  const rows = input.visits.flatMap((visit) => stripRow(visit, places, titles, input));
  if (rows.length === 0) return [];
  const fields = titles.map((title, i) => t('portfolio.pdf.strips.field', { n: i + 1, title }));
  return [
    heading(texts.checklists[list]?.title ?? list),
    ...figure(fieldsFigure(fields, words)),
    ...figure(clientsFigure(rows, places.length, t)),
  ];
}

function stripRow(
  { turn, client }: Visit,
  places: readonly SectionPlace[],
  titles: readonly string[],
  { words, name }: PortfolioInput,
): readonly StripRow[] {
  const strips = places.map((place) => {
    const own = sectionCoverage(client.states, place);
    return own.asked > 0 ? own : null;
  });
  if (strips.every((own) => own === null)) return [];
  const fields = strips.flatMap((coverage, i) =>
    coverage === null ? [] : told({ title: titles[i] ?? '', coverage }, words.t),
  );
  return [{ turn, name: name(client), strips, alt: [name(client), ...fields].join(' ') }];
}

/** The names of the fields, numbered as their columns are; down one column, then the next. */
function fieldsFigure(names: readonly string[], { t, lang }: PortfolioInput['words']): Figure {
  const { leading } = TYPE.noteInk;
  const most = lang === 'ja' ? 3 : 2;
  const columns = (width: number): number => (width < 420 ? 1 : most);
  const rows = (width: number): number => Math.ceil(names.length / columns(width));
  return {
    ...inWords(names, t('pdf.stop')),
    height: (width) => rows(width) * leading + 2,
    draw: (canvas, left, top, width) => {
      const column = width / columns(width);
      names.forEach((name, i) => {
        const x = left + column * Math.floor(i / rows(width));
        const y = top + (i % rows(width)) * leading;
        canvas.text(clipped(canvas, name, column - 8, TYPE.noteInk), x, y, TYPE.noteInk);
      });
    },
  };
}

const LEGEND = 18;
const NUMBERS = 16;
const HEAD = LEGEND + NUMBERS;
const ROW = 15;
/** Fewer clients than these do not stand alone at the foot or the top of a page. */
const LEAST = 4;

/** The clients of a list, divided between as many pages as they need; each begins with the legend and the numbers. */
function clientsFigure(rows: readonly StripRow[], fields: number, t: PortfolioInput['words']['t']): Figure {
  const height = (count: number): number => HEAD + count * ROW;
  const pieces: readonly FigureRow[] = [
    // Each client's words name the field and the state: numbers and legend say nothing new to who hears them.
    { alt: null, height: HEAD, draw: (...place) => drawHead(...place, fields, t) },
    ...rows.map((row) => ({
      alt: row.alt,
      height: ROW,
      draw: (canvas: Canvas, left: number, top: number, width: number) =>
        drawRow(canvas, row, left, top, columnsOf(width, fields)),
    })),
  ];
  return {
    ...inWords(
      rows.map(({ alt }) => alt),
      t('pdf.stop'),
    ),
    rows: pieces,
    height: () => height(rows.length),
    least: height(Math.min(LEAST, rows.length)),
    split: (room) => {
      const fitting = Math.floor((room - HEAD) / ROW);
      // Neither end of the figure is but a row or two.
      const count = Math.min(fitting, Math.max(LEAST, rows.length - LEAST));
      if (fitting < LEAST || count >= rows.length) return null;
      const half = (some: readonly StripRow[]): Figure => clientsFigure(some, fields, t);
      return [half(rows.slice(0, count)), half(rows.slice(count))];
    },
    draw: (canvas, left, top, width) => {
      let y = top;
      for (const piece of pieces) {
        piece.draw(canvas, left, y, width);
        y += piece.height;
      }
    },
  };
}

/** Width of the names, and of each field beside them. */
interface StripColumns {
  readonly labels: number;
  readonly column: number;
}

function columnsOf(width: number, fields: number): StripColumns {
  const labels = width * 0.36;
  return { labels, column: (width - labels) / fields };
}

function drawHead(
  canvas: Canvas,
  left: number,
  top: number,
  width: number,
  fields: number,
  t: PortfolioInput['words']['t'],
): void {
  const { labels, column } = columnsOf(width, fields);
  drawLegend(canvas, STATES, t, left, top, width);
  canvas.fill(left, top + LEGEND, width, NUMBERS - 2, COLOR.wash);
  for (let i = 0; i < fields; i++) {
    const middle = left + labels + (i + 0.5) * column - 1;
    canvas.text(String(i + 1), middle, top + LEGEND, TYPE.label, 'center');
  }
}

function drawRow(
  canvas: Canvas,
  { turn, name, strips }: StripRow,
  left: number,
  top: number,
  { labels, column }: StripColumns,
): void {
  canvas.text(String(turn), left + 22, top + 1, TYPE.fine, 'right');
  canvas.text(clipped(canvas, name, labels - 35, TYPE.noteInk), left + 27, top, TYPE.noteInk);
  strips.forEach((coverage, i) => {
    const area = { x: left + labels + i * column + 1, y: top + 3, width: column - 4, height: 8 };
    if (coverage !== null) countStrip(canvas, coverage, area, false);
    else canvas.line(area.x, top + 7, area.x + area.width, top + 7, { width: 0.4, color: COLOR.hairline });
  });
}
