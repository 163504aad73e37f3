import type { Place } from '../context.ts';
import { type GitOutcome, git, linesOf } from './git.ts';

/** The repository the program stands in, and the commit its files were checked out of (`null` = none yet). */
export interface Repository {
  readonly root: string;
  readonly head: string | null;
  readonly shallow: boolean;
}

/** The commit to compare with, and how it was found. */
export interface Base {
  readonly commit: string;
  /** `last` and `itself`: the commit the files were checked out of; only what was written since can differ. */
  readonly found: 'named' | 'itself' | 'merge-base' | 'before' | 'parent' | 'last';
  /** As it was given, or what `auto` means here. */
  readonly name: string;
}

/** The repository around the working folder, or what git complains of. */
export function repositoryOf({ cwd, env }: Place): GitOutcome<Repository> {
  const place = ['rev-parse', '--show-toplevel', '--is-shallow-repository'];
  const all = git(cwd, env, [...place, 'HEAD']);
  const answer = all.ok ? all : git(cwd, env, place);
  if (!answer.ok) return answer;
  const [root = '', shallow = '', head = null] = linesOf(answer.value.bytes);
  return { ok: true, value: { root, shallow: shallow === 'true', head } };
}

/** The commit of a name, written out whole (`refs/…`) or as a hash; `null` = it is not here. */
export function commitOf(root: string, env: Place['env'], name: string): string | null {
  const answer = git(root, env, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return answer.ok ? (linesOf(answer.value.bytes)[0] ?? null) : null;
}

/** Where two commits parted; `null` = they have nothing in common that is here. */
export function mergeBase(root: string, env: Place['env'], one: string, other: string): string | null {
  const answer = git(root, env, ['merge-base', one, other]);
  return answer.ok ? (linesOf(answer.value.bytes)[0] ?? null) : null;
}
