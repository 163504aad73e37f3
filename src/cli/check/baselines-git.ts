import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { Io } from '../io.ts';
import { gitRefusal, nowhere } from './baseline-refusals.ts';
import type { Baselines } from './baselines.ts';
import { blobs, git } from './git.ts';
import { isYamlName, looksLikeAnswers, slashed, type Target } from './targets.ts';

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
  targets: readonly Target[],
  folder: string | null,
): Baselines | Finding {
  const revision = revisionOf(io, given);
  if ('code' in revision) return revision;
  const { root, commit, path, kind } = revision;
  if (kind === 'blob' && targets.length > 1) return refused('baseline-for-one', given);
  const fromRoot = (file: string): string =>
    slashed(relative(root, existsSync(file) ? realpathSync(file) : file));
  const pathOf = (target: Target): string => {
    if (kind === 'blob') return path;
    return path === '' ? fromRoot(target.path) : `${path}/${target.within}`;
  };
  const names = new Map(targets.map((target) => [target, `${commit}:${pathOf(target)}`]));
  const now = new Set(names.values());
  const listed = folder === null || kind === 'blob' ? [] : filesIn(io, revision, path || fromRoot(folder));
  const missing = listed.filter((name) => !now.has(name));
  const found = blobs(root, io.env, [...now, ...missing]);
  if (typeof found === 'string') return gitRefusal(io.cwd, given, found);
  return {
    bytesOf: (target) => found.get(names.get(target) ?? '') ?? null,
    gone: missing
      .filter((name) => looksLikeAnswers(found.get(name) ?? new Uint8Array()))
      .map((name) => name.slice(commit.length + 1)),
  };
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

/** Names (`COMMIT:path`) of the YAML files under a path of a revision. */
function filesIn({ env }: Io, { root, commit }: Revision, path: string): readonly string[] {
  const args = ['ls-tree', '-r', '-z', '--name-only', commit, ...(path === '' ? [] : ['--', `${path}/`])];
  const answer = git(root, env, args);
  if (!answer.ok) return [];
  const hidden = /(?:^|\/)(?:\.[^/]*|node_modules)\//;
  return answer.bytes
    .toString('utf8')
    .split('\0')
    .filter((file) => isYamlName(file) && !hidden.test(file))
    .map((file) => `${commit}:${file}`);
}

function refused(code: 'baseline-for-one' | 'baseline-not-found', given: string): Finding {
  return { severity: 'error', code, args: { given }, location: null };
}
