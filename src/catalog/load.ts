import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildRules } from './build.ts';
import type { BuiltCatalog, CatalogOutcome } from './built.ts';
import { type ParsedCatalog, parseCatalog, type SourceFiles } from './parse.ts';
import { buildTexts } from './prose.ts';

export type { BuiltCatalog } from './built.ts';

/** Every YAML file of a catalogue's folder, `.yml` too: it is reported rather than overlooked. Throws as `fs` does where the folder cannot be read. */
export function readCatalogSource(dir: string): SourceFiles {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    // A pipe of that name would be read for ever.
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path), 'utf8').replace(/^\uFEFF/, '')]));
}

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

export function loadCatalog(dir: string): CatalogOutcome {
  return buildCatalog(readCatalogSource(dir));
}
