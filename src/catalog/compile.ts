import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Reads what {@link compileCatalog} gave from its folder. Throws as `fs` does where the package is not built. */
export function readCompiledCatalog(dir: string, lang: Lang): CompiledCatalog {
  let texts: CatalogTexts | undefined;
  return {
    catalog: readJson(dir, RULES_FILE) as Catalog,
    texts: () => {
      texts ??= readJson(dir, textsFile(lang)) as CatalogTexts;
      return texts;
    },
  };
}

function readJson(dir: string, file: string): unknown {
  return JSON.parse(readFileSync(join(dir, file), 'utf8'));
}
