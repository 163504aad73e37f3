import type { Technology } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Words } from '../../words/messages.ts';
import type { Terminal } from './page.ts';

/** What the screen is drawn from. */
export interface SummaryInput {
  readonly assessment: Assessment;
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly terminal: Terminal;
  /** The file as it was typed, for the commands to type next; `null` inside the interview, where nothing is typed. */
  readonly file: string | null;
  /** How the program is called in them. */
  readonly program: string;
  readonly verbose: boolean;
  /** For the names of technologies beside their verdicts. */
  readonly technologies?: readonly Technology[];
}
