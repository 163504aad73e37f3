import type { Catalog } from '../../model/catalog.ts';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Lang } from '../../model/text.ts';

export interface BuiltCatalog {
  readonly catalog: Catalog;
  readonly texts: Readonly<Record<Lang, CatalogTexts>>;
}

/** A folder of checklists as it was read, or why it cannot be. */
export type CatalogOutcome =
  | { readonly ok: true; readonly value: BuiltCatalog }
  | { readonly ok: false; readonly findings: readonly CatalogFinding[] };
