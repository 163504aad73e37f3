import { paragraph, partTitle } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { cell, row, table } from '../../report/pdf/table.ts';
import { BODY_WIDTH, TYPE } from '../../report/pdf/tokens.ts';
import { changeText } from '../phrases.ts';
import type { PortfolioInput } from './input.ts';

/** What changed for each client since the round before, and what changed it. */
export function changesPart(sheet: Sheet, input: PortfolioInput): void {
  const { t } = input.words;
  partTitle(sheet, t('portfolio.pdf.changes.title'), t('portfolio.pdf.changes.lead'));
  const compared = input.visits.filter(({ client }) => client.sites.some(({ change }) => change !== null));
  if (compared.length === 0) {
    paragraph(sheet, t('portfolio.pdf.changes.none'), TYPE.body);
    return;
  }
  table(
    sheet,
    [
      { title: t('portfolio.pdf.visits.turn'), width: 36, align: 'right' },
      { title: t('portfolio.pdf.client'), width: 160 },
      { title: t('portfolio.pdf.changes.change'), width: BODY_WIDTH - 196 },
    ],
    compared.map(({ turn, client }) =>
      row(
        cell(String(turn), TYPE.tableBold),
        cell(input.name(client), TYPE.tableBold),
        cell(changeText(client, input)),
      ),
    ),
  );
}
