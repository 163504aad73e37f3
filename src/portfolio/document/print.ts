import { pressTools } from '../../files/shipped/press-tools.ts';
import type { PdfReport } from '../../report/pdf/input.ts';
import { printPdf } from '../../report/pdf/render.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import { portfolioDocument } from './build.ts';
import { portfolioInput } from './input.ts';

/** The portfolio as a PDF: tagged, searchable, the same bytes for the same rows and day. */
export async function renderPortfolio(
  results: ResultsInput,
  standings: Standings,
  fontsDir: string,
): Promise<PdfReport> {
  const { words, header, anonymous } = results;
  return printPdf({
    document: portfolioDocument(portfolioInput(results, standings)),
    words,
    ...pressTools(fontsDir),
    asOf: header.asOf,
    version: header.tool,
    ...(anonymous ? { seal: words.t('portfolio.pdf.shared') } : {}),
  });
}
