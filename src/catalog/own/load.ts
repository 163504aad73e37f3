import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { OwnFolder } from '../../model/own-folder.ts';
import type { Sha256 } from '../../model/sha256.ts';
import type { BuiltCatalog } from '../built.ts';
import type { Judge } from '../lint/vectors.ts';
import { lintParsed } from '../lint.ts';
import { builtFrom } from '../load.ts';
import { type Parsed, parseCatalog, type SourceFiles } from '../parse.ts';
import { finding } from '../place.ts';
import { ownFolderOf, ownHash } from './contents.ts';
import { mergeOwn } from './merge.ts';
import { parseOwn } from './parse.ts';

export interface OwnSource {
  /** The shipped checklists, read only where the own folder can be; and how messages call the folder they lie in. */
  readonly shipped: { readonly folder: string; readonly files: () => SourceFiles };
  readonly own: OwnFolder;
  /** The own folder as it was typed. */
  readonly name: string;
  readonly judge: Judge;
  readonly sha256: Sha256;
}

/** The merged catalogue, with warnings; or what is wrong with the own folder. */
export type OwnOutcome =
  | { readonly ok: true; readonly value: BuiltCatalog; readonly findings: readonly CatalogFinding[] }
  | { readonly ok: false; readonly findings: readonly CatalogFinding[] };

/**
 * The shipped checklists with an own folder laid over them, linted as ours are. Findings name own files as typed;
 * warnings about shipped files are ours to heed, not the owner's.
 */
export function loadOwnCatalog({ shipped: below, own, name, judge, sha256 }: OwnSource): OwnOutcome {
  const folder = name.replace(/[/\\]+$/, '') || name;
  const shown = (path: string): string => (path === '' ? folder : `${folder}/${path}`);
  const { files } = own;
  const unread = readingFindings(own, shown);
  if (unread.length > 0) return { ok: false, findings: unread };
  const shipped = parsedShipped(below);
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
  const changed = { folder: name, sha256: ownHash(files, sha256), ...merged.changes };
  return { ok: true, value: { ...built, catalog: { ...built.catalog, own: changed } }, findings };
}

/** The same of a folder as it was once; `null` where it holds what `known` was made of: there is nothing to load. */
export function loadOwnContents(
  source: Omit<OwnSource, 'own'>,
  contents: ReadonlyMap<string, Uint8Array>,
  known: string | null,
): OwnOutcome | null {
  const own = ownFolderOf(contents);
  return ownHash(own.files, source.sha256) === known ? null : loadOwnCatalog({ ...source, own });
}

function readingFindings(
  { files, problems }: OwnFolder,
  shown: (path: string) => string,
): readonly CatalogFinding[] {
  if (files.size === 0 && problems.length === 0) return [finding('error', 'own-empty', {}, shown(''), null)];
  return problems.map(({ code, args }) =>
    finding('error', code, args, shown('path' in args ? args.path : ''), null),
  );
}

/** What was parsed last, and from what: whoever looks at many own folders lays them all over the same checklists. */
let last: { readonly folder: string; readonly files: SourceFiles; readonly parsed: Parsed } | null = null;

function parsedShipped({ folder, files: read }: OwnSource['shipped']): Parsed {
  const files = read();
  if (last?.folder === folder && sameFiles(last.files, files)) return last.parsed;
  const parsed = parseCatalog(files, (path) => `${folder}/${path}`);
  last = { folder, files, parsed };
  return parsed;
}

const sameFiles = (a: SourceFiles, b: SourceFiles): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);

const hasErrors = (findings: readonly CatalogFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
