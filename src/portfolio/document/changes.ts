import { type Block, cell, heading, type Part, row, text } from '../../report/document/model.ts';
import { anonymousTotals } from '../tables/anonymous.ts';
import { changeText, clientName } from '../tables/client-sentences.ts';
import { FILES } from '../written/output.ts';
import type { PortfolioInput } from './input.ts';

/** What changed for each client since the round before, and what changed it. */
export function changesPart(input: PortfolioInput): Part {
  const { t } = input.words;
  const gone = goneClients(input);
  return {
    id: 'changes',
    title: t('portfolio.pdf.changes.title'),
    lead: t('portfolio.pdf.changes.lead'),
    freshSheet: false,
    // Whoever is missing comes first: behind pages of changes nobody would look for them.
    blocks: [
      ...gone,
      ...(gone.length === 0 ? [] : [heading(t('portfolio.pdf.changes.change'))]),
      changedClients(input),
    ],
  };
}

const MOST_CLOSED = 12;

/** The same without a client's name: how many moved which way, and what many of them closed. */
export function anonymousChanges({ words, texts, standings }: PortfolioInput): Part {
  const { t } = words;
  const { courses = [], closed = [] } = anonymousTotals(standings.totals).change ?? {};
  const counted = (title: string, lines: readonly (readonly [string, number | null])[]): Block => ({
    kind: 'table',
    columns: [
      { title, width: 393 },
      { title: t('portfolio.pdf.missed.companies'), width: 100, align: 'right' },
    ],
    rows: lines.map(([label, n]) => row(cell(label), cell(n === null ? t('portfolio.few') : String(n)))),
  });
  const items = closed
    .slice(0, MOST_CLOSED)
    .map(({ item, n }) => [texts.items[item]?.title ?? item, n] as const);
  return {
    id: 'changes',
    title: t('portfolio.pdf.changes.title'),
    lead: t('portfolio.pdf.changes.counts'),
    freshSheet: false,
    blocks: [
      counted(
        t('portfolio.pdf.changes.course'),
        courses.map(({ course, n }) => [t(`portfolio.course.${course}`), n]),
      ),
      ...(items.length === 0
        ? []
        : [heading(t('portfolio.pdf.changes.closed')), counted(t('portfolio.pdf.missed.item'), items)]),
    ],
  };
}

function changedClients(input: PortfolioInput): Block {
  const { t } = input.words;
  const compared = input.visits.filter(({ client }) => client.sites.some(({ change }) => change !== null));
  if (compared.length === 0) return text(t('portfolio.pdf.changes.none'));
  return {
    kind: 'table',
    columns: [
      { title: t('portfolio.pdf.visits.turn'), width: 36, align: 'right' },
      { title: t('portfolio.pdf.client'), width: 160 },
      { title: t('portfolio.pdf.changes.change'), width: 297 },
    ],
    rows: compared.map(({ turn, client }) =>
      row(cell(String(turn), 'strong'), cell(input.name(client), 'strong'), cell(changeText(client, input))),
    ),
  };
}

const MOST_GONE = 40;

/** Whom the round before knew and this one does not: left, or forgotten. */
function goneClients({ words, standings }: PortfolioInput): readonly Block[] {
  const { t } = words;
  const { gone } = standings;
  if (gone.length === 0) return [];
  const rest = gone.length - MOST_GONE;
  return [
    heading(t('portfolio.pdf.gone.title')),
    text(t('portfolio.pdf.gone.lead'), 'note'),
    {
      kind: 'table',
      columns: [
        { title: t('portfolio.pdf.client'), width: 230 },
        { title: t('portfolio.pdf.gone.file'), width: 263 },
      ],
      rows: gone
        .slice(0, MOST_GONE)
        .map((one) => row(cell(clientName({ ...one, sites: [one] }, words), 'strong'), cell(one.path))),
    },
    ...(rest > 0 ? [text(t('portfolio.pdf.gone.more', { n: rest, file: FILES.json }), 'note')] : []),
  ];
}
