import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { codeOf } from '../text/save.ts';
import { type Entries, type Entry, sortEntries } from './entries.ts';
import { fixedPart, isPattern, matcherOf } from './glob.ts';

/** A place files were looked for, and what is put before their paths when several places were given. */
export interface Source {
  readonly root: string;
  readonly prefix: string;
  /** Whether the folder itself was given, not a file in it. */
  readonly folder: boolean;
}

export interface Inputs {
  readonly sources: readonly Source[];
  /** Sorted by path, each path once. */
  readonly entries: Entries;
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
  /** Two places may look alike once `/` and `./` are gone: the later one gets a number, or its files would be lost. */
  const rootOf = new Map<string, string>();
  const place = (root: string, wanted: string, folder: boolean): Source => {
    const prefix = (rootOf.get(wanted) ?? root) === root ? wanted : `${sources.length + 1}/${wanted}`;
    rootOf.set(prefix, root);
    const source = { root, prefix, folder };
    sources.push(source);
    return source;
  };
  const placeOf = (name: string): readonly [Source, Iterable<Walked>] => {
    const path = resolve(cwd, name);
    if (isFolder(path)) {
      return [place(path, alone ? '' : `${portable(name)}/`, true), walk(path, skipped)];
    }
    if (isPattern(name) && !exists(path)) {
      const base = fixedPart(name);
      const root = resolve(cwd, base);
      const source = place(root, base === '' ? '' : `${portable(base)}/`, false);
      return [source, matching(name, base, root, skipped)];
    }
    const inner = basename(path);
    return [place(resolve(path, '..'), portable(name).slice(0, -inner.length), false), [{ inner }]];
  };
  function* found(): Generator<Entry> {
    for (const name of names) {
      const source = sources.length;
      const [{ prefix }, walked] = placeOf(name);
      for (const { inner, problem } of walked) {
        yield { path: `${prefix}${inner}`, source, ...(problem === undefined ? {} : { problem }) };
      }
    }
  }
  const entries = sortEntries(found());
  return { sources, entries };
}

function* matching(
  pattern: string,
  base: string,
  root: string,
  skipped: ReadonlySet<string>,
): Generator<Walked> {
  const matches = matcherOf(pattern);
  let any = false;
  for (const walked of walk(root, skipped)) {
    const { inner, problem } = walked;
    if (problem !== undefined || !matches(base === '' ? inner : `${base}/${inner}`)) continue;
    any = true;
    yield walked;
  }
  if (any) return;
  const args = { path: pattern };
  const problem: Finding = { severity: 'error', code: 'file-not-found', args, location: null };
  yield { inner: pattern.slice(base === '' ? 0 : base.length + 1), problem };
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

/**
 * Everything below a folder, in order of path as far as no links are followed: those come last, so that a folder met by
 * its own name is never taken for the copy.
 */
function* walk(root: string, skipped: ReadonlySet<string>): Generator<Walked> {
  const seen = new Set<string>();
  const top = realPath(root);
  const links: string[] = [];
  function* visit(inner: string): Generator<Walked> {
    const folder = join(root, inner);
    const real = realPath(folder);
    if (skipped.has(real)) return;
    // A link to a folder above would read what nobody asked for.
    if (seen.has(real) || (inner !== '' && `${top}/`.startsWith(`${real}/`))) {
      const args = { path: inner };
      yield { inner, problem: { severity: 'warning', code: 'batch-link-again', args, location: null } };
      return;
    }
    seen.add(real);
    const listed = listing(folder, inner);
    if ('inner' in listed) return yield listed;
    for (const name of listed) {
      const path = inner === '' ? name : `${inner}/${name}`;
      if (name.endsWith('/')) yield* visit(path.slice(0, -1));
      else if (YAML.test(name)) yield { inner: path };
      else links.push(path);
    }
  }
  yield* visit('');
  for (let link = links.shift(); link !== undefined; link = links.shift()) yield* visit(link);
}

const YAML = /\.ya?ml$/i;

/**
 * The names in a folder that lead on, in the order of the paths they lead to: files of answers, folders with `/` behind
 * them, links to folders. What cannot be listed is told.
 */
function listing(folder: string, inner: string): readonly string[] | Walked {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => leadingOn(entry, folder))
      .sort();
  } catch (error) {
    const args = { path: inner === '' ? '.' : inner, reason: codeOf(error) ?? String(error) };
    return {
      inner: args.path,
      problem: { severity: 'error', code: 'file-unreadable', args, location: null },
    };
  }
}

function leadingOn(entry: Dirent, folder: string): string | readonly [] {
  const { name } = entry;
  if (name.startsWith('.')) return [];
  if (YAML.test(name)) return name;
  if (entry.isSymbolicLink()) return isFolderLink(join(folder, name)) ? name : [];
  return entry.isDirectory() ? `${name}/` : [];
}

function isFolderLink(path: string): boolean {
  try {
    return isFolder(path);
  } catch {
    // A link in a circle leads nowhere: it is no folder, and as a file it is told to be unreadable.
    return false;
  }
}
