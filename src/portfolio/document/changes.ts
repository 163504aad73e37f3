import { type Block, cell, heading, type Part, row, text } from '../../report/document/model.ts';
import { FILES } from '../output.ts';
import { changeText, clientName } from '../phrases.ts';
import type { PortfolioInput } from './input.ts';

/** What changed for each client since the round before, and what changed it. */
export function changesPart(input: PortfolioInput): Part {
  const { t } = input.words;
  const gone = goneClients(input);
  return {
    ...{ id: 'changes', title: t('portfolio.pdf.changes.title'), lead: t('portfolio.pdf.changes.lead') },
    freshSheet: false,
    // Whoever is missing comes first: behind pages of changes nobody would look for them.
    blocks: [
      ...gone,
      ...(gone.length === 0 ? [] : [heading(t('portfolio.pdf.changes.change'))]),
      changedClients(input),
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
