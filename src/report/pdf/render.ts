import { reportDocument } from '../document/build.ts';
import { createPhrases } from '../document/phrases.ts';
import { openSheet } from './canvas/page.ts';
import { openFonts } from './fonts.ts';
import type { PdfInput, PdfReport } from './input.ts';
import { presidentPage } from './pages/president.ts';
import { drawPart } from './parts.ts';

export type { PdfInput, PdfReport } from './input.ts';

/**
 * The action plan as a PDF (A4; PDF/A-3a, tagged for PDF/UA-1). Every number and choice is the assessment's; the same
 * input gives the same bytes, dated by `assessment.asOf`. Rejects only where a font file cannot be read.
 */
export async function renderPdf(input: PdfInput): Promise<PdfReport> {
  const { assessment, words } = input;
  const document = reportDocument(input);
  const { t, date } = createPhrases(input);
  const description = {
    title: document.title,
    author: document.company,
    creator: `${assessment.tool.name} ${assessment.tool.version}`,
    lang: words.lang,
    asOf: assessment.asOf,
  };
  const sheet = openSheet(description, openFonts(input.fontsDir));
  sheet.tags.within('Sect', () => presidentPage(sheet, document.president, document.company));
  for (const part of document.parts) drawPart(sheet, part);
  const bytes = await sheet.finish({
    subject: document.title,
    secret: t('pdf.secret'),
    date: date(assessment.asOf),
    page: (n, of) => t('pdf.page', { n, of }),
  });
  return { bytes, missing: sheet.pen.missing() };
}
