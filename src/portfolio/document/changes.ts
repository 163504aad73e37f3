import { type Block, cell, type Part, row, text } from '../../report/document/model.ts';
import { changeText } from '../phrases.ts';
import type { PortfolioInput } from './input.ts';

/** What changed for each client since the round before, and what changed it. */
export function changesPart(input: PortfolioInput): Part {
  const { t } = input.words;
  return {
    ...{ id: 'changes', title: t('portfolio.pdf.changes.title'), lead: t('portfolio.pdf.changes.lead') },
    freshSheet: false,
    blocks: [changedClients(input)],
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
