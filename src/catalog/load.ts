import { buildRules } from './build.ts';
import type { BuiltCatalog, CatalogOutcome } from './built.ts';
import { type ParsedCatalog, parseCatalog, type SourceFiles } from './parse.ts';
import { buildTexts } from './prose.ts';

/**
 * The catalogue its files describe, or what stands in the way of reading it. Whether its parts agree with each other
 * is the lint's question: whoever takes a catalogue from somebody else lints it first.
 */
export function buildCatalog(files: SourceFiles): CatalogOutcome {
  const parsed = parseCatalog(files);
  return parsed.ok ? { ok: true, value: builtFrom(parsed.catalog) } : parsed;
}

export function builtFrom(parsed: ParsedCatalog): BuiltCatalog {
  return {
    catalog: buildRules(parsed),
    texts: { ja: buildTexts(parsed, 'ja'), en: buildTexts(parsed, 'en') },
  };
}
