import { type CompiledCatalog, decodeCatalog, textsFile } from '../../catalog/compiled/compile.ts';
import { contentHash } from '../../files/content-hash.ts';
import { textsIn } from '../../files/shipped/texts-in.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Lang } from '../../model/text.ts';

/** The shipped checklists with own ones laid over them, as they travel to a thread. */
export interface OwnCatalog {
  readonly rules: string;
  readonly texts: string;
}

export const ownCatalog = (catalog: Catalog, texts: CatalogTexts): OwnCatalog => ({
  rules: JSON.stringify(catalog),
  texts: JSON.stringify(texts),
});

export const parseOwn = ({ rules, texts }: OwnCatalog): CompiledCatalog => decodeCatalog(rules, () => texts);

/** Of the rules in use, wherever their folder lies: the same hash, the same questions under the same letters. */
export function rulesHash({ own, ...rules }: Catalog): string {
  const named = own === undefined ? rules : { ...rules, own: { ...own, folder: '' } };
  return contentHash(JSON.stringify(named));
}

/** The prose reports are made with, as JSON. */
export const proseOf = (dir: string, lang: Lang, own: OwnCatalog | null): string =>
  own?.texts ?? textsIn(dir)(textsFile(lang));
