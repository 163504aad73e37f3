import type { Depth } from '../../model/catalog.ts';
import { openSheet } from '../../press/canvas/sheet.ts';
import { showDate } from '../../words/dates.ts';
import { reportDocument } from '../document/build.ts';
import type { ReportDocument } from '../document/model.ts';
import { USUAL_PAGES } from '../document/pages.ts';
import type { PdfInput, PdfReport, PrintInput } from './input.ts';
import { presidentPage } from './pages/president.ts';
import { drawPart } from './parts.ts';

/** The standard set is what somebody reads in ten minutes, whatever the answers: no more sheets than these. */
export const MOST_PAGES: Readonly<Record<Depth, number>> = { quick: 4, full: 8, evidence: 8 };

/**
 * The action plan as a PDF (A4; PDF/A-3a, tagged for PDF/UA-1). Every number and choice is the assessment's; the same
 * input gives the same bytes, dated by `assessment.asOf`. Rejects only where a font cannot be read.
 */
export async function renderPdf(input: PdfInput): Promise<PdfReport> {
  const { asOf, tool, depth } = input.assessment;
  const printed = (document: ReportDocument): Promise<PdfReport> =>
    printPdf({ ...input, document, asOf, version: tool.version });
  const whole = await printed(reportDocument(input));
  const usual = (input.pages ?? USUAL_PAGES) === 'standard' && input.handouts !== true;
  // Rare: a long law, long names, a language of long words. Its cards then stand in the full set alone.
  return usual && whole.pages > MOST_PAGES[depth] ? printed(reportDocument({ ...input, lean: true })) : whole;
}

/** How an encrypted PDF of ours is known (`files/own-kind.ts`): what it says of itself inside, nobody can read. */
const SIGN = '%wazamori';

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
    sign: SIGN,
  };
  const sheet = openSheet(description, input, input.attachments ?? []);
  drawPages(document, sheet);
  const pages = sheet.pages();
  const bytes = await sheet.finish({
    subject: document.title,
    secret: input.seal ?? words.t('pdf.secret'),
    date: showDate(asOf, words.lang),
    page: (n, of) => words.t('pdf.page', { n, of }),
  });
  return { bytes, pages, missing: sheet.pen.missing(), plain: sheet.pen.plain() };
}

function drawPages({ president, company, parts }: ReportDocument, sheet: ReturnType<typeof openSheet>): void {
  if (president !== null) sheet.tags.within('Sect', () => presidentPage(sheet, president, company));
  parts.forEach((part, i) => {
    drawPart(sheet, part, president === null && i === 0);
  });
}
