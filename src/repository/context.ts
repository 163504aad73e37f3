import type { Catalog } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import type { Words } from '../words/messages.ts';
import type { Shell } from '../words/typed.ts';
import type { CiSystem } from './ci.ts';

/** Where a check was started. */
export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The shell commands are suggested for. */
  readonly shell: Shell;
}

/** Checklists, and their prose once somebody needs it. */
export interface Checklists {
  readonly catalog: Catalog;
  readonly texts: () => CatalogTexts;
}

/** What comes with the program. */
export interface Shipped {
  readonly checklists: () => Checklists;
  /** Where their sources lie: own ones of another commit are laid over them. */
  readonly folder: string;
  /** Where the policies lie that have a name, from the gentlest to the strictest. */
  readonly policies: ReadonlyMap<string, string>;
}

/** What a check works with: where it stands, by what it judges, and on which day. */
export interface CheckContext extends Place, Checklists {
  readonly today: IsoDate;
  /** Of the program, for the report. */
  readonly version: string;
  readonly words: Words;
  readonly shipped: Shipped;
  readonly ci: CiSystem;
  /** What is odd in a policy that reads is told at once. */
  readonly tell: (findings: readonly Finding[], file: string) => void;
}
