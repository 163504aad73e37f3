import type { Catalog } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Lang } from '../model/text.ts';

/**
 * The built-in catalogue is checked and compiled when the package is built, so at run time `JSON.parse` is all it
 * takes. Rules and prose lie apart: scoring a file reads no sentence, and loads neither zod nor a YAML parser (the
 * only imports here are types).
 */
export interface CompiledCatalog {
  readonly catalog: Catalog;
  /** Reads the prose on the first call only. */
  readonly texts: () => CatalogTexts;
}

export const RULES_FILE = 'rules.json';
export const textsFile = (lang: Lang): string => `texts.${lang}.json`;

/** The catalogue as it ships: JSON of the rules, and of the prose in each language. */
export function compileCatalog(built: {
  readonly catalog: Catalog;
  readonly texts: Readonly<Record<Lang, CatalogTexts>>;
}): Readonly<Record<'rules' | Lang, string>> {
  return {
    rules: JSON.stringify(built.catalog),
    ja: JSON.stringify(built.texts.ja),
    en: JSON.stringify(built.texts.en),
  };
}

/** Reads what {@link compileCatalog} gave; `textOf` gives a file of it by its name. Throws as `textOf` does. */
export function readCompiledCatalog(textOf: (file: string) => string, lang: Lang): CompiledCatalog {
  return decodeCatalog(textOf(RULES_FILE), () => textOf(textsFile(lang)));
}

export function decodeCatalog(rules: string, texts: () => string): CompiledCatalog {
  let prose: CatalogTexts | undefined;
  return {
    catalog: JSON.parse(rules) as Catalog,
    texts: () => {
      prose ??= JSON.parse(texts()) as CatalogTexts;
      return prose;
    },
  };
}
