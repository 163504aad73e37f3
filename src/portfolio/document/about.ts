import { type Part, text } from '../../report/document/model.ts';
import { ownLine } from '../../report/own.ts';
import type { PortfolioInput } from './input.ts';

/** What all of this rests on, and what it is not. */
export function aboutPart({ words, catalog, texts, header, date }: PortfolioInput): Part {
  const { t } = words;
  return {
    id: 'about',
    title: t('portfolio.pdf.about.title'),
    lead: t('portfolio.pdf.about.basis'),
    freshSheet: false,
    blocks: [
      ...(catalog.own === undefined ? [] : [text(ownLine(catalog.own, words), 'strong')]),
      ...catalog.checklists.flatMap(({ id, asOf }) => {
        const { title = id, statement = '' } = texts.checklists[id] ?? {};
        const edition = t('pdf.edition', { title, edition: header.editions[id] ?? '', date: date(asOf) });
        return [text(edition, 'strong'), text(statement, 'small')];
      }),
    ],
  };
}
