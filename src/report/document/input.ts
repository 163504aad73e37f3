import type { Answers } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Hidden, ReportPages } from '../../model/report-pages.ts';
import type { Words } from '../../words/messages.ts';

export interface ReportInput {
  readonly assessment: Assessment;
  readonly catalog: Catalog;
  /** Prose of the catalogue in the language of `words`. */
  readonly texts: CatalogTexts;
  /** Free text of the answers (notes, reasons, owners): on the later pages, never on the first. */
  readonly answers: Answers;
  readonly words: Words;
  /** The standard set where left out. */
  readonly pages?: ReportPages;
  readonly hide?: readonly Hidden[];
  /** Cards and questions are handed out: each begins a sheet of its own. */
  readonly handouts?: boolean;
  /** The standard set in fewer words, where the whole of it takes more pages than it may (`pdf/render.ts`). */
  readonly lean?: boolean;
  /** The file will carry its answers: the first page warns of it. */
  readonly attached?: boolean;
}
