import { dirname, join, posix } from 'node:path';
import { typedPath } from '../../files/find/typed-path.ts';
import type { CheckContext } from '../context.ts';
import type { Opened } from '../past/baselines.ts';
import { isOutside, nameFromRoot } from '../past/scopes.ts';
import { POLICY_NAMES, policyAbove } from '../targets.ts';
import { type NamedPolicy, policyIn } from './policies.ts';

/** The policy of the base over a file: it, none, or one that is there and cannot be read. */
export type PolicyThen = NamedPolicy | 'policy-none' | 'policy-broken' | 'not-in-git';

export interface PoliciesThen {
  readonly over: (path: string) => PolicyThen;
  /** Names to be read before, in one go with others. */
  readonly namesFor: (paths: readonly string[]) => readonly string[];
}

/**
 * The policies of the commit that is compared with, found as those of now are: the one given by its path, or the nearest
 * above a file. What lies outside of the repository, or comes with the program, no change in it can touch.
 */
export function policiesThen(ctx: CheckContext, given: string | undefined, opened: Opened): PoliciesThen {
  const { root } = opened.revision;
  const { tree } = opened;
  const { cwd } = ctx;
  const isGiven = given !== undefined;
  const chosen =
    isGiven && !ctx.shipped.policies.has(given) ? nameFromRoot(root, cwd, typedPath(cwd, given)) : null;
  const aside = isGiven && (chosen === null || isOutside(chosen));
  const read = new Map<string, PolicyThen>();

  const hasSubmodules = (): boolean => {
    tree.read([MODULES]);
    return tree.bytesAt(MODULES) !== null;
  };
  const candidates = (path: string): readonly string[] => {
    if (aside) return [];
    if (chosen !== null) return [chosen];
    const own = nameFromRoot(root, cwd, path);
    return isOutside(own)
      ? []
      : foldersAbove(own).flatMap((folder) => POLICY_NAMES.map((name) => posix.join(folder, name)));
  };
  const policyAt = (name: string): PolicyThen => {
    const before = read.get(name);
    if (before !== undefined) return before;
    const bytes = tree.bytesAt(name);
    const outcome = bytes === null ? null : policyIn(ctx, bytes);
    const policy: PolicyThen =
      outcome === null
        ? 'policy-none'
        : outcome.ok
          ? { name: shownFrom(root, cwd, name), path: join(root, name), from: 'base', ...outcome.value }
          : 'policy-broken';
    read.set(name, policy);
    return policy;
  };
  return {
    namesFor: (paths) => [...new Set([MODULES, ...paths.flatMap(candidates)])],
    over: (path) => {
      const names = candidates(path);
      if (names.length === 0) return 'not-in-git';
      tree.read(names);
      // Where a submodule lies is known to who lists it, and to nobody who only asks for a file in it.
      if (hasSubmodules()) {
        tree.namesIn('');
        tree.read(names);
      }
      const found = names.find((name) => tree.bytesAt(name) !== null);
      if (found !== undefined) return policyAt(found);
      // One above the repository governs it, and is in nobody's hands who changes the repository.
      return chosen === null && policyAbove(dirname(root)) !== null ? 'not-in-git' : 'policy-none';
    },
  };
}

/** Where git writes down which folders are submodules. */
const MODULES = '.gitmodules';

/** From the folder of a file up to the root (`''`). */
function foldersAbove(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join('/')), ''];
}

/** As it is named from where the program was started. */
const shownFrom = (root: string, cwd: string, name: string): string =>
  posix.relative(nameFromRoot(root, cwd, cwd), name) || name;
