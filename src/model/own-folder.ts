import type { CatalogFindingArgs } from './catalog-finding.ts';

/** What a folder of one's own checklists holds: its YAML files by path inside it, in their order. */
export interface OwnFolder {
  readonly files: ReadonlyMap<string, string>;
  /** What in it cannot be taken; one that is too large is not read at all. */
  readonly problems: readonly OwnFolderProblem[];
}

export type OwnFolderProblem = {
  readonly [C in Code]: { readonly code: C; readonly args: CatalogFindingArgs[C] };
}[Code];
type Code = 'own-too-large' | 'own-link' | 'own-not-utf8' | 'own-unreadable';

/** What reading such a folder may cost at most. */
export interface FolderLimits {
  readonly entries: number;
  readonly bytes: number;
  /** So many names in a path, that of the file counted. */
  readonly depth: number;
}
