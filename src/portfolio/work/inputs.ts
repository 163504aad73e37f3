import { basename, dirname, join } from 'node:path';
import { fixedPart, NO_PATTERNS, type Patterns, plainPlace } from '../../files/find/patterns.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import { isFolder, realPath, type Walked, walk } from '../../files/find/walk.ts';
import type { Finding } from '../../model/finding.ts';
import { type Entries, type Entry, sortEntries } from './entries.ts';

/** A place files were looked for, and what is put before their paths when several places were given. */
export interface Source {
  readonly root: string;
  readonly prefix: string;
  /** Whether the folder itself was given, not a file in it. */
  readonly folder: boolean;
  /** Whether its files were found, in a folder or by a pattern; else somebody named the one file. */
  readonly found: boolean;
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
export function findInputs(
  cwd: string,
  given: readonly string[],
  skip: readonly string[],
  patterns: Patterns = NO_PATTERNS,
): Inputs {
  const skipped = new Set(skip.map(realPath));
  const names = [...new Set(given.map((name) => plainPlace(name)))];
  const [only] = names;
  const alone = names.length === 1 && only !== undefined && isFolder(typedPath(cwd, only));
  const sources: Source[] = [];
  /** Two places may look alike once `/` and `./` are gone: the later one gets a number, or its files would be lost. */
  const rootOf = new Map<string, string>();
  const place = (root: string, wanted: string, folder: boolean, found: boolean): Source => {
    const prefix = (rootOf.get(wanted) ?? root) === root ? wanted : `${sources.length + 1}/${wanted}`;
    rootOf.set(prefix, root);
    const source = { root, prefix, folder, found };
    sources.push(source);
    return source;
  };
  const placeOf = (name: string): readonly [Source, Iterable<Walked>] => {
    const path = typedPath(cwd, name);
    if (isFolder(path)) {
      return [place(path, alone ? '' : `${portable(name)}/`, true, true), walk(path, { skipped })];
    }
    const matches = patterns.get(name);
    if (matches !== undefined) {
      const base = fixedPart(name);
      const root = typedPath(cwd, base);
      const source = place(root, base === '' ? '' : `${portable(base)}/`, false, true);
      return [source, matching(name, matches, root, skipped)];
    }
    const inner = basename(path);
    // The name on the disk may be longer than the one that was typed.
    const above = portable(name).replace(/[^/]*$/, '');
    const source = place(dirname(path), above, false, false);
    return [source, [{ inner }]];
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
  matches: (path: string) => boolean,
  root: string,
  skipped: ReadonlySet<string>,
): Generator<Walked> {
  const base = fixedPart(pattern);
  const from = base.replace(/^(?:\.(?:\/|$))+/, '');
  let any = false;
  for (const walked of walk(root, { skipped })) {
    const { inner, problem } = walked;
    // A place that could not be looked into may hold what was meant; where nothing is at all, that is told below.
    if (problem?.severity === 'error' && inner !== '.') yield walked;
    if (problem !== undefined || !matches(from === '' ? inner : `${from}/${inner}`)) continue;
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
  plainPlace(name)
    .replace(/^(?:\.?\/)+/, '')
    .split('/')
    .map((part) => (part === '..' ? 'up' : part))
    .join('/');
