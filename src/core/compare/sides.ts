import type { Answers } from '../../model/answers.ts';
import type { Catalog } from '../../model/catalog.ts';

/** One side of a comparison: answers, and the checklists they are assessed with. */
export interface CompareSide {
  readonly catalog: Catalog;
  readonly answers: Answers;
  readonly source?: { readonly file: string; readonly sha256: string };
}

/** The older side may have been answered under an edition nobody has any more: then `catalog` is `null`. */
export interface OlderSide extends Omit<CompareSide, 'catalog'> {
  readonly catalog: Catalog | null;
}
