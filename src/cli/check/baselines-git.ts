import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { kindOfBytes } from '../../files/answer-files.ts';
import { pairPaths } from '../../files/path-pairs.ts';
import { isPassedOver, isYamlName, realPath, slashed } from '../../files/walk.ts';
import type { Finding } from '../../model/finding.ts';
import type { Io } from '../io.ts';
import { gitRefusal, nowhere, unclearNames } from './baseline-refusals.ts';
import type { Baselines, Earlier } from './earlier-versions.ts';
import { blobs, git } from './git.ts';
import { type Found, isPolicyName, type Target } from './targets.ts';

/** A revision, and what was named in it: everything (`''`), a folder or a file, from the repository's root. */
interface Revision {
  readonly root: string;
  readonly commit: string;
  readonly path: string;
  readonly kind: 'tree' | 'blob';
}

/** Earlier versions out of the local repository; `folder` is the one that is checked, if it is one. */
export function baselinesInGit(
  io: Io,
  given: string,
  { targets, leftOut }: Found,
  folder: string | null,
): Baselines | Finding {
  const revision = revisionOf(io, given);
  if ('code' in revision) return revision;
  const { root, path, kind } = revision;
  if (kind === 'blob' && targets.length > 1) return refused('baseline-for-one', given);
  const cwd = realpathSync(io.cwd);
  const namesOf = (target: Target): readonly string[] =>
    path === '' ? namesIn(root, cwd, io.cwd, target) : [kind === 'blob' ? path : `${path}/${target.within}`];
  // A single file of then stands for a single one of now, and for nothing beside it.
  const compared = kind === 'blob' ? targets : [...targets, ...leftOut];
  const names = new Map(compared.map((target) => [target, namesOf(target)]));
  const pairing = pairsIn(io, revision, names, folder);
  if (typeof pairing === 'string') return gitRefusal(io.cwd, given, pairing);
  const { nameOf, unclear, left, bytesAt } = pairing;
  const earlierOf = (target: Target): Earlier | Finding | null => {
    const several = unclear.get(target);
    if (several !== undefined) return unclearNames(target.name, several);
    const name = nameOf.get(target);
    const bytes = name === undefined ? null : bytesAt(name);
    return name === undefined || bytes === null ? null : { name, bytes };
  };
  const wasAnswers = (name: string | undefined): boolean => {
    const bytes = name === undefined ? null : bytesAt(name);
    return bytes !== null && kindOfBytes(bytes) === 'answers';
  };
  return {
    earlierOf,
    bytesOf: bytesAt,
    gone: folder === null ? [] : left.filter(wasAnswers),
    lost: leftOut.filter((aside) => wasAnswers(nameOf.get(aside))),
  };
}

interface Pairing {
  readonly nameOf: ReadonlyMap<Target, string>;
  readonly unclear: ReadonlyMap<Target, readonly string[]>;
  /** Files of the revision that nothing of now goes with. */
  readonly left: readonly string[];
  readonly bytesAt: (name: string) => Uint8Array | null;
}

/** Which files of a revision those of now are, by the names they may have there; or what git complains of. */
function pairsIn(
  io: Io,
  revision: Revision,
  names: ReadonlyMap<Target, readonly string[]>,
  folder: string | null,
): Pairing | string {
  const { root, commit, path, kind } = revision;
  const blobsOf = (wanted: readonly string[]): ReadonlyMap<string, Uint8Array> | string => {
    const places = [...new Set(wanted)].map((name) => `${commit}:${name}`);
    return blobs(root, io.env, places);
  };
  const now = blobsOf([...names.values()].flat());
  if (typeof now === 'string') return now;
  const nameOf = new Map<Target, string>();
  const open = new Map<string, Target>();
  for (const [target, own] of names) {
    const exact = own.find((name) => now.has(`${commit}:${name}`));
    if (exact !== undefined) nameOf.set(target, exact);
    else open.set(own[0] ?? '', target);
  }
  // The whole tree is listed for who misses something, and not for a few files that are all there.
  const listed =
    kind === 'blob' || (folder === null && open.size === 0)
      ? []
      : filesIn(io, revision, path || (folder === null ? '' : fromRoot(root, folder)));
  const taken = new Set(nameOf.values());
  const { pairs, unclear, left } = pairPaths(
    open.keys(),
    listed.filter((name) => !taken.has(name)),
  );
  const rest = blobsOf([...pairs.values(), ...(folder === null ? [] : left)]);
  if (typeof rest === 'string') return rest;
  for (const [name, target] of open) {
    const other = pairs.get(name);
    if (other !== undefined) nameOf.set(target, other);
  }
  return {
    nameOf,
    unclear: new Map([...open].flatMap(([name, target]) => entryOf(target, unclear.get(name)))),
    left,
    bytesAt: (name) => now.get(`${commit}:${name}`) ?? rest.get(`${commit}:${name}`) ?? null,
  };
}

const entryOf = <K, V>(key: K, value: V | undefined): readonly (readonly [K, V])[] =>
  value === undefined ? [] : [[key, value]];

/** A path from the repository's root, whatever links lead there. */
const fromRoot = (root: string, path: string): string => slashed(relative(root, realPath(path)));

/** What a file may be called in a revision: by its own name, and where that is a link, by what it leads to now. */
function namesIn(root: string, realCwd: string, cwd: string, { path }: Target): readonly string[] {
  const own = slashed(relative(root, resolve(realCwd, relative(cwd, path))));
  const real = fromRoot(root, path);
  return own.startsWith('../') || own === real ? [real] : [own, real];
}

function revisionOf({ cwd, env }: Io, given: string): Revision | Finding {
  const at = given.indexOf(':');
  const [name, inside] = at === -1 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)];
  if (name === '' || name.startsWith('-')) return refused('baseline-not-found', given);
  const top = git(cwd, env, ['rev-parse', '--show-toplevel']);
  if (!top.ok) return gitRefusal(cwd, given, top.reason);
  const root = top.bytes.toString('utf8').trimEnd();
  const found = git(cwd, env, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
  if (!found.ok) return nowhere(cwd, given, 'baseline-no-revision');
  const commit = found.bytes.toString('utf8').trim();
  // As git itself reads it: from the root, or with ./ from here.
  const path = slashed(
    /^\.\.?(?:\/|$)/.test(inside) ? relative(root, resolve(realpathSync(cwd), inside)) : inside,
  ).replace(/\/+$/, '');
  const kind = git(cwd, env, ['cat-file', '-t', `${commit}:${path}`]);
  if (!kind.ok) return refused('baseline-not-found', given);
  return { root, commit, path, kind: kind.bytes.toString('utf8').trim() === 'blob' ? 'blob' : 'tree' };
}

/** The YAML files under a path of a revision, as they are looked for on disk. */
function filesIn({ env }: Io, { root, commit }: Revision, path: string): readonly string[] {
  const args = ['ls-tree', '-r', '-z', '--name-only', commit, ...(path === '' ? [] : ['--', `${path}/`])];
  const answer = git(root, env, args);
  if (!answer.ok) return [];
  const below = path === '' ? 0 : path.length + 1;
  return answer.bytes
    .toString('utf8')
    .split('\0')
    .filter((file) => isYamlName(file) && !isPassedOver(file.slice(below)) && !isPolicyName(file));
}

function refused(code: 'baseline-for-one' | 'baseline-not-found', given: string): Finding {
  return { severity: 'error', code, args: { given }, location: null };
}
