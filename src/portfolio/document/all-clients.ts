import { fieldStrips } from '../../report/document/figures/strips.ts';
import { type Block, cell, figure, heading, type Part, row, text } from '../../report/document/model.ts';
import { alone, anonymousTotals, hideFew } from '../tables/anonymous.ts';
import { sizeLabel } from '../tables/client-sentences.ts';
import { commonlyMissed, sumOf, type Tally, type Totals } from '../tables/totals.ts';
import { bandsFigure } from './bands.ts';
import type { PortfolioInput } from './input.ts';

/** What holds for all clients together: how their ranges lie, what most of them miss, who they are. */
export function allClientsPart(input: PortfolioInput): Part {
  const { t } = input.words;
  const { clients } = input.standings.totals;
  return {
    id: 'all',
    title: t('portfolio.pdf.all.title'),
    freshSheet: false,
    lead: t('portfolio.pdf.all.lead', { n: clients }),
    blocks: [
      heading(t('portfolio.pdf.bands.title')),
      text(t('portfolio.pdf.bands.lead'), 'note'),
      ...figure(bandsFigure(input)),
      ...missedTable(input),
      ...(input.anonymous ? [] : sectionStrips(input)),
      ...companyTables(input),
    ],
  };
}

const MISSED = 15;
/** Columns of counts, as wide as their titles need to be. */
const NUMBERS = [
  ['no', 42],
  ['partial', 47],
  ['unknown', 78],
  ['asked', 74],
] as const;

function missedTable(input: PortfolioInput): readonly Block[] {
  const { words, texts, standings, anonymous } = input;
  const { t } = words;
  const missed = commonlyMissed(standings.totals, MISSED);
  if (missed.length === 0) return [];
  return [
    heading(t('portfolio.pdf.missed.title')),
    text(t('portfolio.pdf.missed.lead'), 'note'),
    {
      kind: 'table',
      columns: [
        { title: t('portfolio.pdf.missed.item'), width: 252 },
        ...NUMBERS.map(([key, width]) => ({
          title: t(`portfolio.pdf.missed.${key}`),
          width,
          align: 'right' as const,
        })),
      ],
      rows: missed.map(({ item, tally }) =>
        row(
          cell(texts.items[item]?.title ?? item),
          ...missedCounts(tally, anonymous).map((n) => cell(n === null ? t('portfolio.few') : String(n))),
        ),
      ),
    },
  ];
}

/** No, partial, not known, asked. Yes is hidden with the others, though it is not printed: it is what is left. */
function missedCounts(tally: Tally, anonymous: boolean): readonly (number | null)[] {
  const asked = sumOf(tally);
  const counts = [tally.no, tally.partial, tally.unknown + tally.unanswered, tally.yes];
  const [no = null, partial = null, dim = null] = anonymous ? hideFew(counts) : counts;
  return [no, partial, dim, anonymous ? alone(asked, asked) : asked];
}

/** All answers of all clients, field by field. */
function sectionStrips({ words, texts, standings }: PortfolioInput): readonly Block[] {
  const fields = standings.totals.sections
    .filter(({ tally }) => sumOf(tally) > 0)
    .map(({ checklist, section, tally }) => ({
      title: texts.checklists[checklist]?.sections[section] ?? section,
      coverage: { ...tally, notApplicable: 0, notAsked: 0 },
    }));
  if (fields.length === 0) return [];
  return [heading(words.t('portfolio.pdf.sections.title')), ...figure(fieldStrips(fields, words.t))];
}

const INDUSTRIES = 12;

/** Who the clients are, by industry and by number of people. */
function companyTables({ words, standings, anonymous }: PortfolioInput): readonly Block[] {
  const { t } = words;
  const { industries, sizes, sizeUnknown } = anonymous
    ? anonymousTotals(standings.totals)
    : namedIndustries(standings.totals);
  const people = sizes.map(({ upTo, n }, i) => [sizeLabel(upTo, sizes[i - 1]?.upTo ?? 0, words), n] as const);
  const trades = industries.map(({ industry, n }) => [industry ?? t('portfolio.pdf.others'), n] as const);
  const unknown = sizeUnknown === 0 ? [] : [[t('portfolio.pdf.sizeUnknown'), sizeUnknown] as const];
  const counted = (title: string, rows: readonly (readonly [string, number | null])[]): readonly Block[] => [
    heading(title),
    {
      kind: 'table',
      columns: [
        { title, width: 393 },
        { title: t('portfolio.pdf.missed.companies'), width: 100, align: 'right' },
      ],
      rows: rows.map(([label, n]) => row(cell(label), cell(n === null ? t('portfolio.few') : String(n)))),
    },
  ];
  return [
    ...counted(t('portfolio.pdf.industry'), trades),
    ...counted(t('portfolio.pdf.size'), [...people, ...unknown]),
  ];
}

/** The most frequent industries by their names, all others together. */
function namedIndustries(totals: Totals): Pick<Totals, 'industries' | 'sizes' | 'sizeUnknown'> {
  const named = totals.industries.filter(({ industry }) => industry !== null).slice(0, INDUSTRIES);
  const others = totals.clients - named.reduce((sum, { n }) => sum + n, 0);
  return { ...totals, industries: [...named, ...(others > 0 ? [{ industry: null, n: others }] : [])] };
}
