import { heading, paragraph } from '../../report/pdf/blocks.ts';
import type { Sheet } from '../../report/pdf/canvas/page.ts';
import { TYPE } from '../../report/pdf/tokens.ts';
import type { PortfolioInput } from './input.ts';

/** What all of this rests on, and what it is not. */
export function aboutPart(sheet: Sheet, { words, catalog, texts, header, date }: PortfolioInput): void {
  const { t } = words;
  heading(sheet, t('portfolio.pdf.about.title'), 80);
  paragraph(sheet, t('portfolio.pdf.about.basis'), TYPE.noteInk);
  for (const { id, asOf } of catalog.checklists) {
    const { title = id, statement = '' } = texts.checklists[id] ?? {};
    sheet.space(6);
    const edition = t('pdf.edition', { title, edition: header.editions[id] ?? '', date: date(asOf) });
    paragraph(sheet, edition, TYPE.tableBold);
    paragraph(sheet, statement, TYPE.noteInk);
  }
}
