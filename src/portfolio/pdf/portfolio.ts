import { openSheet } from '../../report/pdf/canvas/page.ts';
import { openFonts } from '../../report/pdf/fonts.ts';
import { aboutPart } from './about.ts';
import { allClientsPart } from './all-clients.ts';
import { changesPart } from './changes.ts';
import type { PortfolioInput } from './input.ts';
import { stripsPart } from './strips.ts';
import { unreadPart } from './unread.ts';
import { titleBlock, visitsPart } from './visits.ts';

/**
 * The portfolio as a PDF, made like the reports of single clients: tagged, searchable, the same bytes for the same rows
 * and day. Whom to visit next and why comes first, then what holds for all, then one strip a client.
 */
export async function renderPortfolio(input: PortfolioInput): Promise<Uint8Array> {
  const { words, header } = input;
  const { t } = words;
  const title = t('portfolio.pdf.title');
  const sheet = openSheet(
    {
      title,
      author: 'wazamori',
      creator: `wazamori ${header.tool}`,
      lang: words.lang,
      asOf: header.asOf,
    },
    openFonts(input.fontsDir),
  );
  sheet.tags.within('Sect', () => {
    titleBlock(sheet, input);
    if (!input.anonymous) visitsPart(sheet, input);
  });
  sheet.tags.within('Sect', () => allClientsPart(sheet, input));
  if (header.since && !input.anonymous) sheet.tags.within('Sect', () => changesPart(sheet, input));
  if (!input.anonymous) {
    sheet.tags.within('Sect', () => stripsPart(sheet, input));
    if (input.standings.files.failed > 0) sheet.tags.within('Sect', () => unreadPart(sheet, input));
  }
  sheet.tags.within('Sect', () => aboutPart(sheet, input));
  return sheet.finish({
    subject: title,
    secret: t(input.anonymous ? 'portfolio.pdf.shared' : 'pdf.secret'),
    date: input.date(header.asOf),
    page: (n, of) => t('pdf.page', { n, of }),
  });
}
