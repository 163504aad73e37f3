import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FolderLimits, OwnFolder, OwnFolderProblem } from '../../model/own-folder.ts';
import { codeOf } from '../disk-problem.ts';

/** Every YAML file of a catalogue's folder, `.yml` too: it is reported rather than overlooked. Throws as `fs` does where the folder cannot be read. */
export function readChecklists(dir: string): ReadonlyMap<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    // A pipe of that name would be read for ever.
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path), 'utf8').replace(/^\uFEFF/, '')]));
}

/**
 * The same of a folder that somebody else gives. Hidden folders are passed over; links to folders are refused, not
 * followed. Throws as `fs` does where the folder itself cannot be read.
 */
export function readOwnFolder(dir: string, limits: FolderLimits): OwnFolder {
  const { found, problems, entries } = filesBelow(dir, limits);
  if (entries > limits.entries) return tooLarge(entries, limits.entries);
  const files = new Map<string, string>();
  let bytes = 0;
  for (const path of found) {
    const read = readText(dir, path, limits.bytes - bytes);
    if (read === null) return tooLarge(found.length, found.length);
    if ('code' in read) problems.push(read);
    else {
      bytes += read.bytes;
      files.set(path, read.text);
    }
  }
  return { files, problems };
}

function filesBelow(dir: string, limits: FolderLimits) {
  const problems: OwnFolderProblem[] = [];
  const found: string[] = [];
  let entries = 0;
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true }).sort(byName)) {
      entries += 1;
      if (entries > limits.entries) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && depth < limits.depth) visit(path, depth + 1);
      else if (isLinkToFolder(dir, path, entry)) problems.push({ code: 'own-link', args: { path } });
      else if (/\.ya?ml$/.test(entry.name)) found.push(path);
    }
  };
  visit('', 1);
  return { found, problems, entries };
}

const tooLarge = (files: number, limit: number): OwnFolder => ({
  files: new Map(),
  problems: [{ code: 'own-too-large', args: { files, limit } }],
});

function isLinkToFolder(dir: string, path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(join(dir, path)).isDirectory();
  } catch {
    // A link into nowhere, or in a circle: reading it says so.
    return false;
  }
}

/** `null` stands for a file larger than what is left. */
function readText(
  dir: string,
  path: string,
  left: number,
): { readonly text: string; readonly bytes: number } | OwnFolderProblem | null {
  try {
    const stat = statSync(join(dir, path));
    // A pipe or a device would be read for ever.
    if (!stat.isFile()) return { code: 'own-unreadable', args: { path, reason: 'not a file' } };
    if (stat.size > left) return null;
    const bytes = readFileSync(join(dir, path));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof TypeError) return { code: 'own-not-utf8', args: { path } };
    return { code: 'own-unreadable', args: { path, reason: codeOf(error) ?? String(error) } };
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
