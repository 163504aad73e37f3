import { openSheet } from './canvas/page.ts';
import { openFonts } from './fonts.ts';
import type { PdfInput, PdfReport } from './input.ts';
import { appendixPages } from './pages/appendix.ts';
import { gapPages } from './pages/gaps.ts';
import { legalPages } from './pages/legal.ts';
import { planPages } from './pages/plan.ts';
import { presidentPage } from './pages/president.ts';
import { readinessPages } from './pages/readiness.ts';
import { createPhrases } from './phrases.ts';

export type { PdfInput, PdfPages, PdfReport } from './input.ts';

/**
 * The action plan as a PDF (A4; PDF/A-3a, tagged for PDF/UA-1). Every number and choice is the assessment's; the same
 * input gives the same bytes, dated by `assessment.asOf`. Rejects only where a font file cannot be read.
 */
export async function renderPdf(input: PdfInput): Promise<PdfReport> {
  const { assessment, words, pages } = input;
  const phrases = createPhrases(input);
  const { t, company, date } = phrases;
  const title = t('pdf.documentTitle', { company });
  const description = {
    title,
    author: company,
    creator: `${assessment.tool.name} ${assessment.tool.version}`,
    lang: words.lang,
    asOf: assessment.asOf,
  };
  const sheet = openSheet(description, openFonts(input.fontsDir));
  sheet.tags.within('Sect', () => presidentPage(sheet, input, phrases));
  if (pages !== 'president' && assessment.verdicts.length > 0)
    sheet.tags.within('Sect', () => legalPages(sheet, input, phrases));
  if (pages !== 'president') sheet.tags.within('Sect', () => planPages(sheet, input, phrases));
  if (pages === 'all') {
    sheet.tags.within('Sect', () => gapPages(sheet, input, phrases));
    readinessPages(sheet, input, phrases);
    sheet.tags.within('Sect', () => appendixPages(sheet, input, phrases));
  }
  const bytes = await sheet.finish({
    subject: title,
    secret: t('pdf.secret'),
    date: date(assessment.asOf),
    page: (n, of) => t('pdf.page', { n, of }),
  });
  return { bytes, missing: sheet.pen.missing() };
}
