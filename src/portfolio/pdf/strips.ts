import { heading, partTitle } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { countStrip, STATES } from '../../report/pdf/charts.ts';
import { BODY_WIDTH, COLOR, TYPE } from '../../report/pdf/tokens.ts';
import { type SectionPlace, sectionCoverage, sectionsOf } from '../states.ts';
import type { PortfolioInput, Visit } from './input.ts';
import { stripLegend } from './legend.ts';

const LABEL = 150;
const ROW = 15;
const HEAD = 16;

/** Each client as a row of strips, one a field: where the gaps lie, seen at one glance over a page. */
export function stripsPart(sheet: Sheet, input: PortfolioInput): void {
  const { words, catalog, texts } = input;
  const { t } = words;
  if (input.visits.length === 0) return;
  partTitle(sheet, t('portfolio.pdf.strips.title'), t('portfolio.pdf.strips.lead'));
  stripLegend(sheet, t);
  for (const list of catalog.checklists) {
    const places = sectionsOf(catalog).filter(({ checklist }) => checklist === list.id);
    const rows = input.visits.filter(({ client }) =>
      places.some((place) => sectionCoverage(client.states, place).asked > 0),
    );
    if (rows.length === 0) continue;
    heading(sheet, texts.checklists[list.id]?.title ?? list.id, 160);
    const names = places.map(({ section }, i) =>
      t('portfolio.pdf.strips.field', {
        n: i + 1,
        title: texts.checklists[list.id]?.sections[section] ?? section,
      }),
    );
    fieldList(sheet, names);
    drawRows(sheet, input, places, rows);
  }
}

const FIELD_COLUMNS = 3;

/** The names of the fields, numbered as their columns are. */
function fieldList(sheet: Sheet, names: readonly string[]): void {
  const { pen, tags, left } = sheet;
  const { leading } = TYPE.noteInk;
  const rows = Math.ceil(names.length / FIELD_COLUMNS);
  const top = sheet.y();
  tags.within('L', () => {
    names.forEach((name, i) => {
      const x = left + (BODY_WIDTH / FIELD_COLUMNS) * Math.floor(i / rows);
      tags.within('LI', () => {
        tags.leaf('LBody', () => pen.text(name, x, top + (i % rows) * leading, TYPE.noteInk));
      });
    });
  });
  sheet.moveTo(top + rows * leading + 6);
}

function drawRows(
  sheet: Sheet,
  input: PortfolioInput,
  places: readonly SectionPlace[],
  rows: readonly Visit[],
): void {
  let fresh = true;
  for (const visit of rows) {
    if (fresh || sheet.room() < ROW) {
      if (sheet.room() < HEAD + 4 * ROW || !fresh) sheet.newPage();
      drawHead(sheet, places.length);
      fresh = false;
    }
    drawRow(sheet, input, places, visit);
  }
}

const columnWidth = (count: number): number => (BODY_WIDTH - LABEL) / count;

/** The numbers of the fields over their columns; the names stand above, once. */
function drawHead(sheet: Sheet, count: number): void {
  const { pen, left } = sheet;
  const top = sheet.y();
  sheet.tags.artifact(() => {
    pen.fill(left, top, BODY_WIDTH, HEAD - 2, COLOR.wash);
    for (let i = 0; i < count; i++) {
      const middle = left + LABEL + (i + 0.5) * columnWidth(count);
      pen.text(String(i + 1), middle, top, TYPE.label, 'center');
    }
  });
  sheet.moveTo(top + HEAD);
}

function drawRow(
  sheet: Sheet,
  { words, texts, name }: PortfolioInput,
  places: readonly SectionPlace[],
  { turn, client }: Visit,
): void {
  const { pen, tags, left } = sheet;
  const top = sheet.y();
  const wide = columnWidth(places.length);
  const cells = places.map((place) => ({ place, own: sectionCoverage(client.states, place) }));
  const ink = (): void => {
    pen.text(String(turn), left + 22, top, TYPE.fine, 'right');
    pen.text(clipped(sheet, name(client), LABEL - 34), left + 27, top - 1, TYPE.noteInk);
    cells.forEach(({ own }, i) => {
      const area = { x: left + LABEL + i * wide + 1, y: top + 2, width: wide - 4, height: 8 };
      if (own.asked > 0) countStrip(pen, own, area, false);
      else pen.line(area.x, top + 6, area.x + area.width, top + 6, { width: 0.4, color: COLOR.hairline });
    });
  };
  const alt = cells
    .filter(({ own }) => own.asked > 0)
    .map(({ place, own }) => {
      const title = texts.checklists[place.checklist]?.sections[place.section] ?? place.section;
      const counts = STATES.filter((state) => own[state] > 0).map(
        (state) => `${words.t(`report.state.${state}`)}${own[state]}`,
      );
      return [title, ...counts].join(' ');
    });
  tags.leaf('Figure', ink, {
    alt: [name(client), ...alt].join(words.t('pdf.stop')),
    bbox: [left, top, left + BODY_WIDTH, top + ROW],
    placement: 'Block',
  });
  sheet.moveTo(top + ROW);
}

/** A name on one line: what does not fit ends in … */
function clipped(sheet: Sheet, text: string, width: number): string {
  if (sheet.pen.width(text, TYPE.noteInk) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && sheet.pen.width(`${chars.join('')}…`, TYPE.noteInk) > width) chars.pop();
  return `${chars.join('')}…`;
}
