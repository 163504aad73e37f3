import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fixedPart, type Patterns, plainPlace } from '../../files/find/patterns.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import { isFolder, isPassedOver, isYamlName, realPath, slashed } from '../../files/find/walk.ts';
import { isPolicyName } from '../targets.ts';
import type { Tree } from './tree.ts';

/** A place that was given and holds many files: what of then is missing in it is missing at all. */
export interface Scope {
  /** From the repository's root, by its own name and by where links lead now. */
  readonly folders: readonly string[];
  /** Whether a file below the folder was meant, by its path in it. */
  readonly means: (inner: string) => boolean;
}

const EVERYTHING = (): boolean => true;

/** Of the places that were given, folders and patterns. A file given itself says nothing of others. */
export function scopesIn(
  cwd: string,
  root: string,
  paths: readonly string[],
  patterns: Patterns,
): readonly Scope[] {
  return paths.flatMap((given): readonly Scope[] => {
    const name = plainPlace(given);
    const matches = patterns.get(name);
    const base = matches === undefined ? given : fixedPart(name);
    const path = typedPath(cwd, base);
    if (!isFolder(path)) return [];
    const own = nameFromRoot(root, cwd, path);
    const folders = [...new Set([own, fromRoot(root, path)])].filter((folder) => !isOutside(folder));
    if (matches === undefined) return [{ folders, means: EVERYTHING }];
    const from = base.replace(/^(?:\.(?:\/|$))+/, '');
    return [{ folders, means: (inner) => matches(from === '' ? inner : `${from}/${inner}`) }];
  });
}

/** Names of a revision that lie in a scope and may be answer files: as they would be looked for on disk. */
export function namesInScope({ folders, means }: Scope, tree: Tree): readonly string[] {
  for (const folder of folders) {
    const from = folder === '' ? 0 : folder.length + 1;
    const inner = tree.namesIn(folder).filter((name) => from === 0 || name.startsWith(`${folder}/`));
    // A folder that was a link then holds nothing by its own name.
    if (inner.length > 0) return inner.filter((name) => mayBeAnswers(name, from) && means(name.slice(from)));
  }
  return [];
}

/** By its name: hidden places and policies of the gate are nobody's answers. */
export const mayBeAnswers = (name: string, from = 0): boolean =>
  isYamlName(name) && !isPassedOver(name.slice(from)) && !isPolicyName(name);

export const isOutside = (fromRoot: string): boolean => fromRoot === '..' || fromRoot.startsWith('../');

/** A path from the repository's root, whatever links lead there. */
export const fromRoot = (root: string, path: string): string => slashed(relative(root, realPath(path)));

/** The same by the names that were typed: git knows the working folder by its real name alone. */
export function nameFromRoot(root: string, cwd: string, path: string): string {
  const own = slashed(relative(root, resolve(realpathSync(cwd), relative(cwd, path))));
  return isOutside(own) ? fromRoot(root, path) : own;
}
