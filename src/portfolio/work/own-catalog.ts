import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledCatalog, textsFile } from '../../catalog/compile.ts';
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

export function parseOwn({ rules, texts }: OwnCatalog): CompiledCatalog {
  let prose: CatalogTexts | undefined;
  return {
    catalog: JSON.parse(rules) as Catalog,
    texts: () => {
      prose ??= JSON.parse(texts) as CatalogTexts;
      return prose;
    },
  };
}

/** Of the rules in use, wherever their folder lies: the same hash, the same questions under the same letters. */
export function rulesHash({ own, ...rules }: Catalog): string {
  const named = own === undefined ? rules : { ...rules, own: { ...own, folder: '' } };
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}

/** The prose reports are made with, as JSON. */
export const proseOf = (dir: string, lang: Lang, own: OwnCatalog | null): string =>
  own?.texts ?? readFileSync(join(dir, textsFile(lang)), 'utf8');
