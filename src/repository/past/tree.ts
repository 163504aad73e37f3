import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Place } from '../context.ts';
import { blobs, git, withoutPlace } from './git.ts';
import type { Revision } from './revision.ts';

/** The files of a revision by their names from the repository's root, those of its submodules among them. */
export interface Tree {
  /** All names below a folder (`''` = everywhere), each folder listed once. */
  readonly namesIn: (folder: string) => readonly string[];
  /** What files say, one process for all that were not asked for before; or what git complains of. */
  readonly read: (names: readonly string[]) => string | null;
  /** What a file says; `null` = it is not there, or was not read. */
  readonly bytesAt: (name: string) => Uint8Array | null;
  /** Submodules among what was listed whose files are not here to be read. */
  readonly closed: () => readonly string[];
}

interface Submodule {
  readonly path: string;
  readonly commit: string;
}

/** Opens a revision. Nothing is asked of git before it is needed, and nothing twice. */
export function openTree({ env }: Pick<Place, 'env'>, { root, commit }: Revision): Tree {
  const listed = new Map<string, readonly string[]>();
  const submodules = new Map<string, Submodule>();
  const insides = new Map<string, readonly string[]>();
  const closed = new Set<string>();
  const known = new Map<string, Uint8Array | null>();

  const within = (submodule: Submodule): readonly string[] => {
    const { path } = submodule;
    if (submodules.has(path)) return insides.get(path) ?? [];
    submodules.set(path, submodule);
    // Not found before anybody knew that it lies in there.
    for (const name of known.keys()) if (name.startsWith(`${path}/`)) known.delete(name);
    const folder = join(root, path);
    const inner = existsSync(join(folder, '.git'))
      ? listing(folder, withoutPlace(env), submodule.commit, '')
      : null;
    if (inner === null) closed.add(path);
    const names = (inner?.files ?? []).map((name) => `${path}/${name}`);
    insides.set(path, names);
    return names;
  };

  const namesIn = (folder: string): readonly string[] => {
    const before = listed.get(folder);
    if (before !== undefined) return before;
    // A link that leads back to itself holds nothing.
    listed.set(folder, []);
    const found = listing(root, env, commit, folder);
    const link = found?.link ?? null;
    const to = link === null ? null : leadsTo(folder, link);
    const names =
      to === null
        ? [...(found?.files ?? []), ...(found?.submodules ?? []).flatMap(within)]
        : namesIn(to).map((name) => posix.join(folder, posix.relative(to, name)));
    listed.set(folder, names);
    return names;
  };

  /** Where a folder that was a link led; `null` = out of the repository. */
  const leadsTo = (folder: string, hash: string): string | null => {
    const link = git(root, env, ['cat-file', 'blob', hash]);
    const text = link.ok ? link.value.bytes.toString('utf8') : '/';
    const to = posix.join(posix.dirname(folder), text);
    return posix.isAbsolute(text) || /^\.\.(?:\/|$)/.test(to) ? null : to.replace(/^\.$|\/$/, '');
  };

  const readIn = (
    { cwd, at, from, own }: { cwd: string; at: string; from: number; own: Place['env'] },
    names: readonly string[],
  ): string | null => {
    const found = blobs(
      cwd,
      own,
      names.map((name) => `${at}:${name.slice(from)}`),
    );
    if (!found.ok) return found.reason;
    for (const name of names) known.set(name, found.value.get(`${at}:${name.slice(from)}`) ?? null);
    return null;
  };

  const read = (wanted: readonly string[]): string | null => {
    const names = [...new Set(wanted)].filter((name) => !known.has(name));
    const inside = (name: string): Submodule | undefined =>
      [...submodules.values()].find(({ path }) => name.startsWith(`${path}/`));
    const outer = names.filter((name) => inside(name) === undefined);
    let problem = outer.length === 0 ? null : readIn({ cwd: root, at: commit, from: 0, own: env }, outer);
    for (const submodule of submodules.values()) {
      const { path } = submodule;
      const own = names.filter((name) => inside(name) === submodule);
      if (own.length === 0 || closed.has(path)) continue;
      const place = { cwd: join(root, path), at: submodule.commit, from: path.length + 1 };
      problem ??= readIn({ ...place, own: withoutPlace(env) }, own);
    }
    return problem;
  };

  return { namesIn, read, bytesAt: (name) => known.get(name) ?? null, closed: () => [...closed] };
}

interface Listing {
  readonly files: readonly string[];
  readonly submodules: readonly Submodule[];
  /** The folder itself is a link: the object that says where it leads. */
  readonly link: string | null;
}

/** `null` where git has no such commit here. */
function listing(cwd: string, env: Place['env'], commit: string, folder: string): Listing | null {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const answer = git(cwd, env, [...args, ...(folder === '' ? [] : ['--', folder])]);
  if (!answer.ok) return null;
  const files: string[] = [];
  const submodules: Submodule[] = [];
  let link: string | null = null;
  for (const line of answer.value.bytes.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode, type = '', hash = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (type === 'commit') submodules.push({ path, commit: hash });
    else files.push(path);
    if (mode === '120000' && path === folder) link = hash;
  }
  return { files, submodules, link };
}
