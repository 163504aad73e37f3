import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog, CatalogTexts } from '../../model/catalog.ts';
import type { Words } from '../../words/messages.ts';

/** `president`: the first page alone · `plan`: that page and the plan · `all`: gaps and appendix as well. */
export type PdfPages = 'all' | 'president' | 'plan';

export interface PdfInput {
  readonly assessment: Assessment;
  readonly catalog: Catalog;
  /** Prose of the catalogue in the language of `words`. */
  readonly texts: CatalogTexts;
  /** Free text of the answers (notes, reasons, owners): printed on the later pages, never on the first. */
  readonly answers: Answers;
  readonly words: Words;
  readonly pages: PdfPages;
  /** Folder of `NotoSansJP-fallback.ttf`. */
  readonly fontsDir: string;
}

export interface PdfReport {
  readonly bytes: Uint8Array;
  /** Characters no font has, each once; 〓 was printed in their place. */
  readonly missing: readonly string[];
}
