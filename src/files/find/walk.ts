import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import { codeOf } from '../disk-problem.ts';

/** Why something in a folder is not even looked into. */
export type Passed = 'hidden' | 'hidden-folder' | 'other-ending' | 'not-a-file' | 'broken-link';

/** A YAML file below a folder, a place that could not be looked into, or something that is passed over. */
export interface Walked {
  /** Path below the folder, `/` between its parts. */
  readonly inner: string;
  readonly problem?: Finding;
  readonly passed?: Passed;
}

export interface Walk {
  /** Real paths of folders that are none of the input: the output may lie inside it. */
  readonly skipped?: ReadonlySet<string>;
  /** Whether to tell what is passed over as well. */
  readonly passed?: boolean;
}

const YAML = /\.ya?ml$/i;

/** `a.yml.bak`, `a.yaml~`, `a.yaml のコピー`: a YAML file that was put aside under another ending. */
const ASIDE = /\.ya?ml[^a-z]/i;
const isAside = (name: string): boolean => ASIDE.test(name.normalize('NFKC')) && !YAML.test(name);

export const isYamlName = (path: string): boolean => YAML.test(path);

export const slashed = (path: string, separator: string = sep): string =>
  separator === '/' ? path : path.replaceAll(separator, '/');

/** Names that begin with a dot, and what package managers fill: nobody keeps clients there. */
const isHidden = (name: string): boolean => name.startsWith('.');
const isForeign = (name: string): boolean => name === 'node_modules' || isHidden(name);

/** Whether a path below a folder leads through what is passed over there. */
export const isPassedOver = (inner: string): boolean => inner.split('/').some(isForeign);

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Everything below a folder, in order of path as far as no links are followed: those come last, so that a folder met by
 * its own name is never taken for the copy. A link back to a folder already read is named and not followed.
 */
export function* walk(root: string, { skipped = NOTHING, passed = false }: Walk = {}): Generator<Walked> {
  const seen = new Set<string>();
  const top = realPath(root);
  const links: string[] = [];
  function* visit(inner: string): Generator<Walked> {
    const folder = join(root, inner);
    const real = realPath(folder);
    if (skipped.has(real)) return;
    // A link to a folder above would read what nobody asked for.
    if (seen.has(real) || (inner !== '' && `${top}/`.startsWith(`${real}/`))) {
      yield problem(inner, {
        severity: 'warning',
        code: 'batch-link-again',
        args: { path: inner },
        location: null,
      });
      return;
    }
    seen.add(real);
    const listed = listing(folder, inner, passed);
    if ('inner' in listed) return yield listed;
    // A folder called like a file: what is in it is read, and where there is nothing, that is told.
    if (listed.length === 0 && YAML.test(inner))
      yield problem(inner, {
        severity: 'error',
        code: 'file-is-folder',
        args: { path: inner },
        location: null,
      });
    for (const entry of listed) {
      const [name = '', mark] = entry.split(MARK);
      const path = inner === '' ? name : `${inner}/${name}`;
      if (mark === 'link') links.push(path);
      else if (mark === HIDDEN_FOLDER && /^\..*\/$/.test(name)) yield* hiddenBelow(root, path);
      else if (mark !== undefined) yield { inner: path, passed: PASSED[Number(mark)] ?? 'hidden' };
      else if (name.endsWith('/')) yield* visit(path.slice(0, -1));
      else yield { inner: path };
    }
  }
  yield* visit('');
  for (let link = links.shift(); link !== undefined; link = links.shift()) yield* visit(link);
}

const NOTHING: ReadonlySet<string> = new Set();

const problem = (inner: string, finding: Finding): Walked => ({ inner, problem: finding });

/** No name holds it. What is said behind it stays in the list of names: as objects, a million of them are a burden. */
const MARK = '\0';
const PASSED: readonly Passed[] = ['hidden', 'hidden-folder', 'other-ending', 'not-a-file', 'broken-link'];
const HIDDEN_FOLDER = String(PASSED.indexOf('hidden-folder'));
const marked = (name: string, passed: Passed): string => `${name}${MARK}${PASSED.indexOf(passed)}`;

/**
 * The names in a folder that lead on, in the order of the paths they lead to: YAML files, folders with `/` behind them,
 * and behind a mark links to folders and what is passed over. What cannot be listed is told.
 */
function listing(folder: string, inner: string, passed: boolean): readonly string[] | Walked {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => leadingOn(entry, folder, passed))
      .sort();
  } catch (error) {
    const args = { path: inner === '' ? '.' : inner, reason: codeOf(error) ?? String(error) };
    return problem(args.path, { severity: 'error', code: 'file-unreadable', args, location: null });
  }
}

function leadingOn(entry: Dirent, folder: string, passed: boolean): string | readonly [] {
  const { name } = entry;
  if (isForeign(name)) return passed ? hidden(entry, folder) : [];
  if (entry.isDirectory()) return `${name}/`;
  if (entry.isSymbolicLink()) {
    if (leadsToFolder(join(folder, name))) return `${name}${MARK}link`;
    if (!YAML.test(name)) return [];
    return passed && !exists(join(folder, name)) ? marked(name, 'broken-link') : name;
  }
  if (!YAML.test(name)) return passed && isAside(name) ? marked(name, 'other-ending') : [];
  return passed && !entry.isFile() ? marked(name, 'not-a-file') : name;
}

/**
 * The YAML files in a hidden folder, so that each is accounted for: what lies there is passed over, but not out of sight.
 * No link is followed, and what package managers fill is named as one.
 */
function* hiddenBelow(root: string, folder: string): Generator<Walked> {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return yield { inner: folder, passed: 'hidden-folder' };
  }
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = `${folder.replace(/\/$/, '')}/${entry.name}`;
    if (entry.name === 'node_modules') yield { inner, passed: 'hidden-folder' };
    else if (entry.isDirectory() && entry.name !== '.git') yield* hiddenBelow(root, inner);
    else if (YAML.test(entry.name) || isAside(entry.name)) yield { inner, passed: 'hidden' };
  }
}

/** The history of git is no place of files; everything else that is passed over has a name. */
function hidden(entry: Dirent, folder: string): string | readonly [] {
  const { name } = entry;
  if (name === '.git') return [];
  if (entry.isDirectory()) return marked(`${name}/`, 'hidden-folder');
  if (entry.isSymbolicLink() && leadsToFolder(join(folder, name))) return marked(name, 'hidden-folder');
  return YAML.test(name) || isAside(name) ? marked(name, 'hidden') : [];
}

function leadsToFolder(path: string): boolean {
  try {
    return isFolder(path);
  } catch {
    // A link in a circle leads nowhere: it is no folder, and as a file it is told to be unreadable.
    return false;
  }
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
