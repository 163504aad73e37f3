import { showDate } from '../../words/dates.ts';
import { reportDocument } from '../document/build.ts';
import type { ReportDocument } from '../document/model.ts';
import { openSheet } from './canvas/page.ts';
import { openFonts } from './fonts.ts';
import type { PdfInput, PdfReport, PrintInput } from './input.ts';
import { presidentPage } from './pages/president.ts';
import { drawPart } from './parts.ts';

export type { Attachment, PdfInput, PdfReport, PrintInput } from './input.ts';

/**
 * The action plan as a PDF (A4; PDF/A-3a, tagged for PDF/UA-1). Every number and choice is the assessment's; the same
 * input gives the same bytes, dated by `assessment.asOf`. Rejects only where a font file cannot be read.
 */
export function renderPdf(input: PdfInput): Promise<PdfReport> {
  const { asOf, tool } = input.assessment;
  return printPdf({ ...input, document: reportDocument(input), asOf, version: tool.version });
}

/** Any document as a PDF. */
export async function printPdf(input: PrintInput): Promise<PdfReport> {
  const { document, words, asOf } = input;
  const description = {
    title: document.title,
    author: document.company,
    creator: `wazamori ${input.version}`,
    lang: document.lang,
    asOf,
    record: input.record ?? null,
    password: input.password ?? null,
  };
  const sheet = openSheet(description, openFonts(input.fontsDir), input.attachments ?? []);
  drawPages(document, sheet);
  const bytes = await sheet.finish({
    subject: document.title,
    secret: input.seal ?? words.t('pdf.secret'),
    date: showDate(asOf, words.lang),
    page: (n, of) => words.t('pdf.page', { n, of }),
  });
  return { bytes, missing: sheet.pen.missing() };
}

function drawPages({ president, company, parts }: ReportDocument, sheet: ReturnType<typeof openSheet>): void {
  if (president !== null) sheet.tags.within('Sect', () => presidentPage(sheet, president, company));
  parts.forEach((part, i) => {
    drawPart(sheet, part, president === null && i === 0);
  });
}
