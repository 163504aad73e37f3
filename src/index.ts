/**
 * wazamori as a library: the pieces the command line is made of. Everything runs on this machine; nothing here opens
 * a connection. Terms, formulas and the result's fields: docs/scoring.md.
 *
 * @example
 * const { catalog } = shippedCatalog('ja');
 * const read = readAnswers(text, catalog);
 * if (read.ok) console.log(assess({ catalog, answers: read.value, today: '2026-11-21', version: '0.1.0' }).score);
 */
import type { PdfInput, PdfReport } from './report/pdf/input.ts';

export { readAnswers } from './answers/read.ts';
export { loadCatalog } from './catalog/load.ts';
export { fontsFolder, shippedCatalog, shippedWords } from './cli/assets.ts';
export { type AssessInput, assess } from './core/assess.ts';
export { type CompareOptions, compare } from './core/compare/compare.ts';
export type { CompareSide, OlderSide } from './core/compare/sides.ts';
export type { Answers } from './model/answers.ts';
export type { Assessment } from './model/assessment.ts';
export type { Catalog, CatalogTexts } from './model/catalog.ts';
export type { Comparison } from './model/comparison.ts';
export type { Finding, Outcome } from './model/finding.ts';
export { createWords, type Words } from './words/messages.ts';
export type { PdfInput, PdfReport };

/**
 * The action plan as a PDF (A4). The same input gives the same bytes. Loads the PDF engine on the first call.
 * Rejects only where the fonts in `fontsDir` cannot be read.
 */
export async function renderPdf(input: PdfInput): Promise<PdfReport> {
  return (await import('./report/pdf/render.ts')).renderPdf(input);
}
