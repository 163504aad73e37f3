import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Judge } from '../lint/vectors.ts';
import { lintParsed } from '../lint.ts';
import { type BuiltCatalog, builtFrom, readCatalogSource } from '../load.ts';
import { type Parsed, parseCatalog, type SourceFiles } from '../parse.ts';
import { mergeOwn } from './merge.ts';
import { parseOwn } from './parse.ts';
import { type OwnFolder, ownFolderOf, readOwnFolder } from './read.ts';

export interface OwnSource {
  /** The shipped `checklists/`. */
  readonly shipped: string;
  /** The own folder, where it lies, and as it was typed. */
  readonly dir: string;
  readonly name: string;
  readonly judge: Judge;
}

/** The merged catalogue, with warnings; or what is wrong with the own folder. */
export type OwnOutcome =
  | { readonly ok: true; readonly value: BuiltCatalog; readonly findings: readonly CatalogFinding[] }
  | { readonly ok: false; readonly findings: readonly CatalogFinding[] };

/**
 * The shipped checklists with an own folder laid over them, linted as ours are. Findings name own files as typed;
 * warnings about shipped files are ours to heed, not the owner's. Throws as `fs` does where the folder cannot be read.
 */
export const loadOwnCatalog = ({ dir, ...source }: OwnSource): OwnOutcome =>
  layOver(source, (shown) => readOwnFolder(dir, shown));

/** The same of a folder as it was once; `null` where it holds what `known` was made of: there is nothing to load. */
export function loadOwnContents(
  source: Omit<OwnSource, 'dir'>,
  contents: ReadonlyMap<string, Uint8Array>,
  known: string | null,
): OwnOutcome | null {
  const { sha256 } = ownFolderOf(contents, (path) => path);
  return sha256 === known ? null : layOver(source, (shown) => ownFolderOf(contents, shown));
}

function layOver(
  { shipped: shippedDir, name, judge }: Omit<OwnSource, 'dir'>,
  read: (shown: (path: string) => string) => OwnFolder,
): OwnOutcome {
  const folder = name.replace(/[/\\]+$/, '') || name;
  const shown = (path: string): string => (path === '' ? folder : `${folder}/${path}`);
  const { files, sha256, findings: reading } = read(shown);
  if (hasErrors(reading)) return { ok: false, findings: reading };
  const shipped = parsedShipped(shippedDir);
  if (!shipped.ok) return shipped;
  const verdicts = shipped.catalog.checklists.flatMap((list) => (list.determination ? [list.folder] : []));
  const parsed = parseOwn(files, verdicts, shown);
  if (hasErrors(parsed.findings)) return { ok: false, findings: parsed.findings };
  const merged = mergeOwn(shipped.catalog, parsed.own, shown);
  if (hasErrors(merged.findings)) return { ok: false, findings: merged.findings };
  const findings = lintParsed(merged.catalog, judge).filter(
    ({ severity, file }) => severity === 'error' || file.startsWith(`${folder}/`),
  );
  if (hasErrors(findings)) return { ok: false, findings };
  const built = builtFrom(merged.catalog);
  const own = { folder: name, sha256, ...merged.changes };
  return { ok: true, value: { ...built, catalog: { ...built.catalog, own } }, findings };
}

/** What was parsed last, and from what: whoever looks at many own folders lays them all over the same checklists. */
let last: { readonly dir: string; readonly files: SourceFiles; readonly parsed: Parsed } | null = null;

function parsedShipped(dir: string): Parsed {
  const files = readCatalogSource(dir);
  if (last?.dir === dir && sameFiles(last.files, files)) return last.parsed;
  const parsed = parseCatalog(files, (path) => `${dir}/${path}`);
  last = { dir, files, parsed };
  return parsed;
}

const sameFiles = (a: SourceFiles, b: SourceFiles): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);

const hasErrors = (findings: readonly CatalogFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
