import type { Outcome } from '../../model/finding.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import { isPushToDefault, type Run } from '../ci.ts';
import type { Place } from '../context.ts';
import { git, linesOf } from './git.ts';
import { type Base, commitOf, mergeBase, type Repository } from './repository.ts';

/**
 * `--baseline auto`: what was there before what is checked. A request is held against where it left its target, a push
 * to the branch everything goes into against what stood there before, any other branch against where it left that one:
 * against its own last push, two pushes would hide what one shows. By hand, with no commit of one's own, the last one.
 */
export function autoBase(env: Place['env'], repository: Repository, run: Run): Outcome<Base> {
  const at: At = { env, run, ...repository };
  if (at.head === null) return nothingBefore();
  if (run.target !== null || run.targetCommits.length > 0) return ofRequest(at, at.head);
  return isPushToDefault(run) ? ofPush(at, at.head) : ofBranch(at, at.head);
}

interface At extends Repository {
  readonly env: Place['env'];
  readonly run: Run;
}

/** Of a request: where it left the branch it wants to go into. */
function ofRequest(at: At, head: string): Outcome<Base> {
  const branch = at.run.target === null ? [] : [`refs/remotes/origin/${at.run.target}`];
  const { root, env, run } = at;
  // The commit a run was tried out on is surer than a branch that has gone on since.
  for (const name of [...run.targetCommits, ...branch]) {
    const commit = commitOf(root, env, name);
    const fork = commit === null ? null : mergeBase(root, env, commit, head);
    if (fork === head) return parentOf(at, head);
    if (fork !== null) return outcome({ commit: fork, found: 'merge-base', name: shortName(name) });
  }
  return missing([...branch, ...run.targetCommits].map(shortName)[0] ?? 'origin/main');
}

/** Of a push to the branch everything goes into: the commit that stood there before. */
function ofPush(at: At, head: string): Outcome<Base> {
  const { root, env, run } = at;
  if (run.before === null || run.before === head) return parentOf(at, head);
  const commit = commitOf(root, env, run.before);
  return commit === null
    ? missing(run.before)
    : outcome({ commit, found: 'before', name: shortName(run.before) });
}

/** Of any other branch, or where nobody says which it is. */
function ofBranch(at: At, head: string): Outcome<Base> {
  const { root, env, run } = at;
  const main = mainOf(at);
  if (main === null) return missing(`origin/${run.defaultBranch ?? 'main'}`);
  const fork = mergeBase(root, env, main.commit, head);
  if (fork === null) return missing(main.name);
  if (fork !== head) return outcome({ commit: fork, found: 'merge-base', name: main.name });
  // Everything that is committed here is there already.
  return run.isCi ? ofPush(at, head) : outcome({ commit: head, found: 'last', name: 'HEAD' });
}

/** The branch everything goes into: as the other side says, or by the names it usually has. */
function mainOf({ root, env, run }: At): { readonly name: string; readonly commit: string } | null {
  const remote = git(root, env, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
  const names = [
    ...(run.defaultBranch === null ? [] : [`refs/remotes/origin/${run.defaultBranch}`]),
    ...(remote.ok ? linesOf(remote.value.bytes) : []),
    ...['refs/remotes/origin/main', 'refs/remotes/origin/master'],
    // On a machine of CI a branch of one's own is what is checked; by hand it is the only one there may be.
    ...(run.isCi ? [] : ['refs/heads/main', 'refs/heads/master']),
  ];
  for (const name of names) {
    const commit = commitOf(root, env, name);
    if (commit !== null) return { name: shortName(name), commit };
  }
  return null;
}

/** The commit before the one that was pushed; of a merge, the one it went into. */
function parentOf({ root, env, shallow }: At, head: string): Outcome<Base> {
  const commit = commitOf(root, env, `${head}^1`);
  if (commit !== null) return outcome({ commit, found: 'parent', name: 'HEAD^' });
  return shallow ? missing('HEAD^') : nothingBefore();
}

/** A name as people type it, a hash as they quote it. */
const shortName = (name: string): string =>
  /^[0-9a-f]{40,64}$/i.test(name) ? name.slice(0, 7) : name.replace(/^refs\/(?:remotes|heads)\//, '');

const missing = (wanted: string): Outcome<never> =>
  failed({ severity: 'error', code: 'baseline-auto-missing', args: { wanted }, location: null });

const nothingBefore = (): Outcome<never> =>
  failed({ severity: 'error', code: 'baseline-auto-first', args: {}, location: null });
