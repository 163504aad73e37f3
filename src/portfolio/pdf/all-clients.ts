import { heading, paragraph, partTitle } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { countStrip } from '../../report/pdf/charts.ts';
import { cell, row, table } from '../../report/pdf/table.ts';
import { BODY_WIDTH, COLOR, TYPE } from '../../report/pdf/tokens.ts';
import { alone, anonymousTotals, hideFew } from '../anonymous.ts';
import { sizeLabel } from '../phrases.ts';
import { BANDS, commonlyMissed, type Tally, type Totals } from '../totals.ts';
import type { PortfolioInput } from './input.ts';
import { stripLegend } from './legend.ts';

/** What holds for all clients together: how their ranges lie, what most of them miss, who they are. */
export function allClientsPart(sheet: Sheet, input: PortfolioInput): void {
  const { t } = input.words;
  const { clients } = input.standings.totals;
  partTitle(sheet, t('portfolio.pdf.all.title'), t('portfolio.pdf.all.lead', { n: clients }));
  bandFigure(sheet, input);
  missedTable(sheet, input);
  if (!input.anonymous) sectionFigure(sheet, input);
  companyTables(sheet, input);
}

const BAND = { label: 92, counts: 118, row: 19, bar: 11 } as const;

/** A band of points a row: clients that surely lie in it, filled; those that may, hatched behind. */
function bandFigure(sheet: Sheet, input: PortfolioInput): void {
  const { pen, tags, left, width } = sheet;
  const { words, standings } = input;
  const { t } = words;
  const { bands, noNumber, clients } = standings.totals;
  const rows = bandRows(input);
  const height = (rows.length + 1) * BAND.row;
  heading(sheet, t('portfolio.pdf.bands.title'), height + 40);
  paragraph(sheet, t('portfolio.pdf.bands.lead'), TYPE.note);
  sheet.space(4);
  const top = sheet.y();
  const most = Math.max(1, ...bands.map(({ possible }) => possible));
  const room = width - BAND.label - BAND.counts;
  const ink = (): void => {
    rows.forEach(({ label, text, sure, possible }, i) => {
      const y = top + i * BAND.row;
      pen.text(label, left, y, TYPE.table);
      const [wide, full] = [(room * (possible ?? 0)) / most, (room * (sure ?? 0)) / most];
      const x = left + BAND.label;
      pen.fill(x, y + 2, 0.8, BAND.bar, COLOR.rule);
      if (wide > 0) {
        pen.fill(x, y + 2, wide, BAND.bar, COLOR.tint);
        pen.hatch(x, y + 2, wide, BAND.bar, COLOR.middle);
        pen.fill(x, y + 2, full, BAND.bar, COLOR.accent);
      }
      pen.text(text, left + width, y, TYPE.noteInk, 'right');
    });
    const y = top + rows.length * BAND.row;
    pen.text(t('portfolio.pdf.bands.noNumber'), left, y, TYPE.table);
    pen.text(count(noNumber, clients, input), left + width, y, TYPE.noteInk, 'right');
  };
  const alt = rows.map(({ label, text }) => `${label} ${text}`).join(t('pdf.stop'));
  tags.leaf('Figure', ink, { alt, bbox: [left, top, left + width, top + height], placement: 'Block' });
  sheet.moveTo(top + height);
}

function bandRows({ words, standings, anonymous }: PortfolioInput) {
  const { t } = words;
  const { bands } = anonymous ? anonymousTotals(standings.totals) : standings.totals;
  const companies = (n: number | null): string =>
    n === null ? t('portfolio.few') : t('portfolio.pdf.companies', { n });
  return bands.map(({ from, sure, possible }, i) => ({
    ...{ sure, possible },
    label: t('portfolio.pdf.bands.band', { from, to: (BANDS[i + 1] ?? 101) - 1 }),
    text: t('portfolio.pdf.bands.counts', { sure: companies(sure), possible: companies(possible) }),
  }));
}

/** A count of some of the clients. */
function count(n: number, of: number, { words, anonymous }: PortfolioInput): string {
  const shown = anonymous ? alone(n, of) : n;
  return shown === null ? words.t('portfolio.few') : words.t('portfolio.pdf.companies', { n: shown });
}

const MISSED = 15;

function missedTable(sheet: Sheet, input: PortfolioInput): void {
  const { words, texts, standings, anonymous } = input;
  const { t } = words;
  const missed = commonlyMissed(standings.totals, MISSED);
  if (missed.length === 0) return;
  heading(sheet, t('portfolio.pdf.missed.title'), 120);
  paragraph(sheet, t('portfolio.pdf.missed.lead'), TYPE.note);
  sheet.space(4);
  const numbers = ['no', 'partial', 'unknown', 'asked'] as const;
  table(
    sheet,
    [
      { title: t('portfolio.pdf.missed.item'), width: BODY_WIDTH - 4 * 58 },
      ...numbers.map((key) => ({
        title: t(`portfolio.pdf.missed.${key}`),
        width: 58,
        align: 'right' as const,
      })),
    ],
    missed.map(({ item, tally }) =>
      row(
        cell(texts.items[item]?.title ?? item),
        ...missedCounts(tally, anonymous).map((n) => cell(n === null ? t('portfolio.few') : String(n))),
      ),
    ),
  );
}

/** No, partial, not known, asked. Yes is hidden with the others, though it is not printed: it is what is left. */
function missedCounts(tally: Tally, anonymous: boolean): readonly (number | null)[] {
  const unknown = tally.unknown + tally.unanswered;
  const counts = [tally.no, tally.partial, unknown, tally.yes];
  const asked = counts.reduce((sum, n) => sum + n, 0);
  const [no = null, partial = null, dim = null] = anonymous ? hideFew(counts) : counts;
  return [no, partial, dim, anonymous ? alone(asked, asked) : asked];
}

const STRIP = { label: 178, row: 18 } as const;

/** All answers of all clients, field by field. */
function sectionFigure(sheet: Sheet, input: PortfolioInput): void {
  const { pen, tags, left, width } = sheet;
  const { words, texts, standings } = input;
  const { t } = words;
  const sections = standings.totals.sections
    .map(({ checklist, section, tally }) => ({
      title: texts.checklists[checklist]?.sections[section] ?? section,
      coverage: { ...tally, asked: 0, notApplicable: 0, notAsked: 0, outOfScope: 0 },
    }))
    .filter(({ coverage: c }) => c.yes + c.partial + c.no + c.unknown + c.unanswered > 0);
  heading(sheet, t('portfolio.pdf.sections.title'), 20 + sections.length * STRIP.row);
  stripLegend(sheet, t);
  const top = sheet.y();
  const height = sections.length * STRIP.row;
  const ink = (): void => {
    sections.forEach(({ title, coverage }, i) => {
      const y = top + i * STRIP.row;
      pen.text(pen.lines(title, STRIP.label - 10, TYPE.table)[0] ?? '', left, y, TYPE.table);
      const area = { x: left + STRIP.label, y: y + 1, width: width - STRIP.label, height: 12 };
      countStrip(pen, coverage, area, true);
    });
  };
  const alt = sections
    .map(
      ({ title, coverage }) =>
        `${title} ${coverage.yes}/${coverage.partial}/${coverage.no}/${coverage.unknown}`,
    )
    .join(t('pdf.stop'));
  tags.leaf('Figure', ink, { alt, bbox: [left, top, left + width, top + height], placement: 'Block' });
  sheet.moveTo(top + height);
}

const INDUSTRIES = 12;

/** Who the clients are, by industry and by number of people. */
function companyTables(sheet: Sheet, input: PortfolioInput): void {
  const { words, standings, anonymous } = input;
  const { t } = words;
  const few = t('portfolio.few');
  const { industries, sizes, sizeUnknown } = anonymous
    ? anonymousTotals(standings.totals)
    : namedIndustries(standings.totals);
  const people = sizes.map(({ upTo, n }, i) => [sizeLabel(upTo, sizes[i - 1]?.upTo ?? 0, words), n] as const);
  const groups = [
    {
      title: t('portfolio.pdf.industry'),
      rows: industries.map(({ industry, n }) => [industry ?? t('portfolio.pdf.others'), n] as const),
    },
    {
      title: t('portfolio.pdf.size'),
      rows: sizeUnknown === 0 ? people : [...people, [t('portfolio.pdf.sizeUnknown'), sizeUnknown] as const],
    },
  ];
  for (const { title, rows } of groups) {
    heading(sheet, title, 80);
    table(
      sheet,
      [
        { title, width: BODY_WIDTH - 100 },
        { title: t('portfolio.pdf.missed.companies'), width: 100, align: 'right' },
      ],
      rows.map(([label, n]) => row(cell(label), cell(n === null ? few : String(n)))),
    );
  }
}

/** The most frequent industries by their names, all others together. */
function namedIndustries(totals: Totals): Pick<Totals, 'industries' | 'sizes' | 'sizeUnknown'> {
  const named = totals.industries.filter(({ industry }) => industry !== null).slice(0, INDUSTRIES);
  const others = totals.clients - named.reduce((sum, { n }) => sum + n, 0);
  return { ...totals, industries: [...named, ...(others > 0 ? [{ industry: null, n: others }] : [])] };
}
