import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { codeOf } from '../text/save.ts';
import { fixedPart, isPattern, matcherOf } from './glob.ts';
import { compare } from './row.ts';

/** A place files were looked for, and what is put before their paths when several places were given. */
export interface Source {
  readonly root: string;
  readonly prefix: string;
  /** Whether the folder itself was given, not a file in it. */
  readonly folder: boolean;
}

/** One file to read, or a place that could not be looked into. */
export interface Entry {
  readonly path: string;
  readonly source: number;
  readonly problem?: Finding;
  /** It is a file of the round before, and of this round no more. */
  readonly gone?: true;
}

export interface Inputs {
  readonly sources: readonly Source[];
  /** Sorted by path, each path once. */
  readonly entries: readonly Entry[];
}

/** The file an entry stands for; `under` another folder, the file of the same name there. */
export function fileOf({ sources }: Inputs, entry: Entry, under?: string): string {
  const { root = '', prefix = '' } = sources[entry.source] ?? {};
  return join(under ?? root, entry.path.slice(prefix.length));
}

/**
 * Answer files in files, folders (with what is below them) and patterns. Folders in `skip` are passed over: the output
 * may lie inside the input. Hidden files, and files that are not YAML inside a folder, are none of ours. A link back to
 * a folder already read is named and not followed.
 */
export function findInputs(cwd: string, given: readonly string[], skip: readonly string[]): Inputs {
  const skipped = new Set(skip.map(realPath));
  const names = [...new Set(given.map(plain))];
  const [only] = names;
  const alone = names.length === 1 && only !== undefined && isFolder(resolve(cwd, only));
  const sources: Source[] = [];
  const found = new Map<string, Entry>();
  /** Two places may look alike once `/` and `./` are gone: the later one gets a number, or its files would be lost. */
  const prefixFor = (root: string, prefix: string): string =>
    sources.some((other) => other.prefix === prefix && other.root !== root)
      ? `${sources.length + 1}/${prefix}`
      : prefix;
  const add = (entry: Entry): void => {
    if (!found.has(entry.path)) found.set(entry.path, entry);
  };
  for (const name of names) {
    const source = sources.length;
    const path = resolve(cwd, name);
    if (isFolder(path)) {
      const prefix = prefixFor(path, alone ? '' : `${portable(name)}/`);
      sources.push({ root: path, prefix, folder: true });
      for (const { inner, problem } of walk(path, skipped)) {
        add({ path: `${prefix}${inner}`, source, ...(problem === undefined ? {} : { problem }) });
      }
    } else if (isPattern(name) && !exists(path)) {
      const base = fixedPart(name);
      const root = resolve(cwd, base);
      const prefix = prefixFor(root, base === '' ? '' : `${portable(base)}/`);
      sources.push({ root, prefix, folder: false });
      for (const { inner, problem } of matching(name, base, root, skipped)) {
        add({ path: `${prefix}${inner}`, source, ...(problem === undefined ? {} : { problem }) });
      }
    } else {
      const root = resolve(path, '..');
      const prefix = prefixFor(root, portable(name).slice(0, -basename(path).length));
      sources.push({ root, prefix, folder: false });
      add({ path: `${prefix}${basename(path)}`, source });
    }
  }
  return { sources, entries: [...found.values()].sort((a, b) => compare(a.path, b.path)) };
}

function matching(
  pattern: string,
  base: string,
  root: string,
  skipped: ReadonlySet<string>,
): readonly Walked[] {
  const matches = matcherOf(pattern);
  const found = walk(root, skipped).filter(
    ({ inner, problem }) => problem === undefined && matches(base === '' ? inner : `${base}/${inner}`),
  );
  if (found.length > 0) return found;
  const args = { path: pattern };
  const problem: Finding = { severity: 'error', code: 'file-not-found', args, location: null };
  return [{ inner: pattern.slice(base === '' ? 0 : base.length + 1), problem }];
}

/** Without what differs between machines: a leading `./` or `/`; folders above are named, for reports lie below. */
const portable = (name: string): string =>
  plain(name)
    .replace(/^(?:\.?\/)+/, '')
    .split('/')
    .map((part) => (part === '..' ? 'up' : part))
    .join('/');
const plain = (name: string): string =>
  name.split(sep).join('/').replace(/\/+$/, '') || (name.startsWith('/') ? '/' : '.');

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Walked {
  readonly inner: string;
  readonly problem?: Finding;
}

/** Everything below a folder. Linked folders come last: a folder met by its own name is never taken for the copy. */
function walk(root: string, skipped: ReadonlySet<string>): readonly Walked[] {
  const found: Walked[] = [];
  const seen = new Set<string>();
  const top = realPath(root);
  const links: string[] = [];
  const visit = (folder: string): void => {
    const real = realPath(folder);
    const inner = innerOf(root, folder);
    if (skipped.has(real)) return;
    // A link to a folder above would read what nobody asked for.
    if (seen.has(real) || (folder !== root && `${top}/`.startsWith(`${real}/`))) {
      const problem: Finding = {
        severity: 'warning',
        code: 'batch-link-again',
        args: { path: inner },
        location: null,
      };
      found.push({ inner, problem });
      return;
    }
    seen.add(real);
    for (const entry of listing(folder, inner, found)) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      const isLink = entry.isSymbolicLink();
      const folderHere = isLink ? isFolderLink(path) : entry.isDirectory();
      if (YAML.test(entry.name)) found.push({ inner: innerOf(root, path) });
      else if (folderHere && isLink) links.push(path);
      else if (folderHere) visit(path);
    }
  };
  visit(root);
  for (let link = links.shift(); link !== undefined; link = links.shift()) visit(link);
  return found;
}

const YAML = /\.ya?ml$/i;

function listing(folder: string, inner: string, found: Walked[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const args = { path: inner === '' ? '.' : inner, reason: codeOf(error) ?? String(error) };
    found.push({
      inner: args.path,
      problem: { severity: 'error', code: 'file-unreadable', args, location: null },
    });
    return [];
  }
}

function isFolderLink(path: string): boolean {
  try {
    return isFolder(path);
  } catch {
    // A link in a circle leads nowhere: it is no folder, and as a file it is told to be unreadable.
    return false;
  }
}

const innerOf = (root: string, path: string): string => relative(root, path).split(sep).join('/');
