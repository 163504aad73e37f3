import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { SourceFiles } from '../parse.ts';
import { finding } from '../place.ts';

/** The folder comes from somebody else: what it may cost to read is bounded before anything is parsed. */
const MOST_ENTRIES = 2000;
const MOST_BYTES = 8 * 1024 * 1024;
/** `prior-notification/technologies/mlcc.yaml` is as deep as it gets. */
const DEEPEST = 3;

export interface OwnFolder {
  readonly files: SourceFiles;
  readonly sha256: string;
  readonly findings: readonly CatalogFinding[];
}

/**
 * The YAML files of an own folder by path inside it. Hidden folders are passed over; links to folders are refused, not
 * followed. Throws as `fs` does where the folder itself cannot be read.
 */
export function readOwnFolder(dir: string, shown: (path: string) => string): OwnFolder {
  const findings: CatalogFinding[] = [];
  const found: string[] = [];
  let entries = 0;
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true }).sort(byName)) {
      entries += 1;
      if (entries > MOST_ENTRIES) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && depth < DEEPEST) visit(path, depth + 1);
      else if (isLinkToFolder(dir, path, entry))
        findings.push(finding('error', 'own-link', { path }, shown(path), null));
      else if (/\.ya?ml$/.test(entry.name)) found.push(path);
    }
  };
  visit('', 1);
  if (entries > MOST_ENTRIES) return tooLarge(entries, MOST_ENTRIES, shown);
  const files = new Map<string, string>();
  let bytes = 0;
  for (const path of found) {
    const read = readText(join(dir, path), MOST_BYTES - bytes);
    if (typeof read === 'number') return tooLarge(found.length, found.length, shown);
    if ('code' in read)
      findings.push(finding('error', read.code, { path, reason: read.reason }, shown(path), null));
    else {
      bytes += read.text.length;
      files.set(path, read.text);
    }
  }
  if (found.length === 0 && findings.length === 0)
    findings.push(finding('error', 'own-empty', {}, shown(''), null));
  return { files, sha256: hashOf(files), findings };
}

/** The same of a folder that lies elsewhere than on the disk; links in it have been followed. */
export function ownFolderOf(
  contents: ReadonlyMap<string, Uint8Array>,
  shown: (path: string) => string,
): OwnFolder {
  const findings: CatalogFinding[] = [];
  const files = new Map<string, string>();
  const found = [...contents].filter(([path]) => {
    const parts = path.split('/');
    return parts.length <= DEEPEST && !parts.some((part) => part.startsWith('.')) && /\.ya?ml$/.test(path);
  });
  const bytes = found.reduce((sum, [, content]) => sum + content.length, 0);
  if (found.length > MOST_ENTRIES || bytes > MOST_BYTES) return tooLarge(found.length, MOST_ENTRIES, shown);
  for (const [path, content] of found.sort(byPath)) {
    try {
      files.set(path, new TextDecoder('utf-8', { fatal: true }).decode(content));
    } catch {
      findings.push(finding('error', 'own-not-utf8', { path }, shown(path), null));
    }
  }
  if (found.length === 0) findings.push(finding('error', 'own-empty', {}, shown(''), null));
  return { files, sha256: hashOf(files), findings };
}

/** As the folders of a disk are gone through: a folder stands where its name does. */
const byPath = ([a]: readonly [string, Uint8Array], [b]: readonly [string, Uint8Array]): number => {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((part, i) => part !== right[i]);
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
};

function tooLarge(files: number, limit: number, shown: (path: string) => string): OwnFolder {
  const found = finding('error', 'own-too-large', { files, limit }, shown(''), null);
  return { files: new Map(), sha256: '', findings: [found] };
}

function isLinkToFolder(dir: string, path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(join(dir, path)).isDirectory();
  } catch {
    // A link into nowhere, or in a circle: reading it says so.
    return false;
  }
}

type ReadText =
  | { readonly text: string }
  | { readonly code: 'own-not-utf8' | 'own-unreadable'; readonly reason: string };

/** A number stands for a file larger than what is left. */
function readText(path: string, left: number): ReadText | number {
  try {
    const stat = statSync(path);
    // A pipe or a device would be read for ever.
    if (!stat.isFile()) return { code: 'own-unreadable', reason: 'not a file' };
    if (stat.size > left) return stat.size;
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { code: 'own-not-utf8', reason: '' };
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { code: 'own-unreadable', reason };
  }
}

function hashOf(files: SourceFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
