import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Words } from '../../words/messages.ts';

/** `president`: the first page alone · `plan`: up to the plan · `full`: everything behind it as well. */
export type ReportPages = 'full' | 'president' | 'plan';

/** What a copy for others leaves out. */
export type Hidden = 'notes' | 'evidence';

export interface ReportInput {
  readonly assessment: Assessment;
  readonly catalog: Catalog;
  /** Prose of the catalogue in the language of `words`. */
  readonly texts: CatalogTexts;
  /** Free text of the answers (notes, reasons, owners): on the later pages, never on the first. */
  readonly answers: Answers;
  readonly words: Words;
  readonly pages: ReportPages;
  readonly hide?: readonly Hidden[];
  /** The questions to each role on a sheet of their own, to be handed out. */
  readonly handouts?: boolean;
  /** The file will carry its answers: the first page warns of it. */
  readonly attached?: boolean;
}
