import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { typedPath } from '../../files/find/typed-path.ts';
import { slashed } from '../../files/find/walk.ts';
import type { Outcome } from '../../model/finding.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import type { Run } from '../ci.ts';
import type { Place } from '../context.ts';
import { autoBase } from './auto-base.ts';
import { gitRefusal, nowhere } from './baseline-refusals.ts';
import { git } from './git.ts';
import { type Base, mergeBase, type Repository, repositoryOf } from './repository.ts';

/** A commit, and what was named in it: everything (`''`), a folder or a file, from the repository's root. */
export interface Revision extends Repository, Base {
  readonly path: string;
  readonly kind: 'tree' | 'blob';
}

/** Said as a path: from here, from above, or from the root. */
const isPathSaid = (given: string): boolean => isAbsolute(given) || /^\.{1,2}(?:[\\/]|$)/.test(given);

/**
 * Where a baseline lies. `REV:` and `REV:path` are git's words, whatever is called so on the disk: the disk is in the
 * hands of whoever is checked. A bare word that is both is refused, as git itself does.
 */
export function placeOfBaseline({ cwd, env }: Place, given: string): Outcome<'git' | 'disk'> {
  if (given === 'auto') return outcome('git');
  if (isPathSaid(given)) return outcome(existsSync(typedPath(cwd, given)) ? 'disk' : 'git');
  if (given.includes(':') || !existsSync(typedPath(cwd, given))) return outcome('git');
  return isRevision(cwd, env, given) ? refused('baseline-two-meanings', given) : outcome('disk');
}

/** A folder called `2025` is no slip for a commit whose hash begins so. */
function isRevision(cwd: string, env: Place['env'], name: string): boolean {
  if (name.startsWith('-')) return false;
  const full = /^[0-9a-f]{4,39}$/i.test(name) ? ['--symbolic-full-name'] : [];
  const found = git(cwd, env, ['rev-parse', '--verify', '--quiet', ...full, '--end-of-options', name]);
  return found.ok && found.value.bytes.toString('utf8').trim() !== '';
}

/** What `--baseline` names in git. Names of branches mean where this one left them; a hash means itself. */
export function revisionOf(place: Place, given: string, run: Run): Outcome<Revision> {
  const { cwd, env } = place;
  const at = given.indexOf(':');
  const [name, inside] = at === -1 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)];
  if (name === '' || name.startsWith('-')) return refused('baseline-not-found', given);
  const around = repositoryOf(place);
  if (!around.ok) return failed(gitRefusal(place, given, around.reason));
  const repository = around.value;
  const base = given === 'auto' ? autoBase(env, repository, run) : namedBase(place, repository, given, name);
  if (!base.ok) return base;
  const { root } = repository;
  // As git itself reads it: from the root, or with ./ from here.
  const path = slashed(
    /^\.\.?(?:\/|$)/.test(inside) ? relative(root, resolve(realpathSync(cwd), inside)) : inside,
  ).replace(/\/+$/, '');
  if (path === '') return outcome({ ...repository, ...base.value, path, kind: 'tree' });
  const kind = git(cwd, env, ['cat-file', '-t', `${base.value.commit}:${path}`]);
  if (!kind.ok) return refused('baseline-not-found', given);
  const isFile = kind.value.bytes.toString('utf8').trim() === 'blob';
  return outcome({ ...repository, ...base.value, path, kind: isFile ? 'blob' : 'tree' });
}

function namedBase(
  { cwd, env }: Place,
  { root, head }: Repository,
  given: string,
  name: string,
): Outcome<Base> {
  const found = git(root, env, [
    ...['-c', 'core.warnAmbiguousRefs=true', 'rev-parse'],
    ...['--verify', '--end-of-options', `${name}^{commit}`],
  ]);
  if (!found.ok)
    return existsSync(typedPath(cwd, given))
      ? refused('baseline-path-unsaid', given)
      : failed(nowhere(cwd, given, 'baseline-no-revision'));
  const commit = found.value.bytes.toString('utf8').trim();
  const isHash = /^[0-9a-f]{4,64}$/i.test(name) && commit.startsWith(name.toLowerCase());
  // A tag called `origin/main` would go before the branch of the other side.
  if (/ is ambiguous/.test(found.value.warned) && !(isHash && name.length >= 40))
    return refused('baseline-two-refs', given);
  const fork = isHash || head === null || head === commit ? null : mergeBase(root, env, head, commit);
  const isItself = commit === head && !isHash && !/^(?:HEAD|@)$/.test(name);
  return fork === null || fork === commit
    ? outcome({ commit, found: isItself ? 'itself' : 'named', name: given })
    : outcome({ commit: fork, found: 'merge-base', name: given });
}

function refused(
  code: 'baseline-not-found' | 'baseline-two-meanings' | 'baseline-path-unsaid' | 'baseline-two-refs',
  given: string,
): Outcome<never> {
  return failed({ severity: 'error', code, args: { given }, location: null });
}
