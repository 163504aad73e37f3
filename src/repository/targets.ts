import { statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf } from '../files/disk-problem.ts';
import { kindOfFile } from '../files/find/answer-files.ts';
import { fixedPart, type Patterns, plainPlace } from '../files/find/patterns.ts';
import { typedPath } from '../files/find/typed-path.ts';
import { isFolder, slashed, type Walked, walk } from '../files/find/walk.ts';
import type { Finding } from '../model/finding.ts';
import type { LeftOut } from '../model/gate.ts';

/** A file to check. */
export interface Target {
  /** Path from the working folder, slashes forward: how findings name it, on every system. */
  readonly name: string;
  readonly path: string;
  /** Path within the folder that was given, or the bare name of a file given itself: how a baseline folder names it. */
  readonly within: string;
  /** Whether it was given by its own name: then nothing leaves it out. */
  readonly itself: boolean;
}

/** A file that lies there and is not checked. */
export interface Aside extends Target {
  readonly reason: LeftOut['reason'];
}

/** What lies in the places that were given: what is checked, what is not and why, and what could not be looked into. */
export interface Found {
  readonly targets: readonly Target[];
  readonly leftOut: readonly Aside[];
  readonly closed: readonly Finding[];
}

export const POLICY_NAMES = ['wazamori.policy.yaml', 'wazamori.policy.yml'] as const;

export const isPolicyName = (path: string): boolean => POLICY_NAMES.some((name) => name === basename(path));

/**
 * The files in `paths`, each once, in the order of their names. A file given itself is always checked; in a folder and
 * by a pattern those that are answer files are.
 */
export function targetsIn(cwd: string, paths: readonly string[], patterns: Patterns): Found {
  const targets = new Map<string, Target>();
  const aside = new Map<string, Aside>();
  const closed: Finding[] = [];
  for (const given of paths) {
    for (const { root, inner, is, itself = false } of filesIn(cwd, given, patterns)) {
      const path = join(root, inner);
      const target = { name: slashed(relative(cwd, path)) || path, path, within: inner, itself };
      const before = targets.get(path) ?? target;
      if (is === 'target') targets.set(path, itself ? { ...before, itself } : before);
      else if (is === 'closed-folder') closed.push(unreadable(target.name, 'EACCES'));
      else if (!aside.has(path)) aside.set(path, { ...target, reason: is });
    }
  }
  for (const path of targets.keys()) aside.delete(path);
  return { targets: inOrder(targets), leftOut: inOrder(aside), closed };
}

const inOrder = <T extends Target>(found: ReadonlyMap<string, T>): readonly T[] =>
  [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

const unreadable = (path: string, reason: string): Finding => ({
  severity: 'error',
  code: 'file-unreadable',
  args: { path, reason },
  location: null,
});

interface Seen {
  readonly root: string;
  readonly inner: string;
  readonly is: 'target' | 'closed-folder' | LeftOut['reason'];
  readonly itself?: true;
}

function* filesIn(cwd: string, given: string, patterns: Patterns): Generator<Seen> {
  const path = typedPath(cwd, given);
  const name = plainPlace(given);
  const matches = patterns.get(name);
  const itself: Seen = { root: dirname(path), inner: basename(path), is: 'target', itself: true };
  if (matches === undefined && !isFolder(path)) return yield itself;
  const base = matches === undefined ? '' : fixedPart(name);
  const root = matches === undefined ? path : typedPath(cwd, base);
  const from = base.replace(/^(?:\.(?:\/|$))+/, '');
  let any = false;
  for (const walked of isFolder(root) ? walk(root, { passed: true }) : []) {
    const { inner, problem } = walked;
    const meant = matches?.(from === '' ? inner : `${from}/${inner}`) ?? true;
    // A place that could not be looked into may hold what was meant.
    if (!meant && problem?.severity !== 'error') continue;
    any ||= meant;
    yield { root, inner, is: whatIs(join(root, inner), walked) };
  }
  // A pattern that no file goes with is a file that is not there: told, and never passed.
  if (matches !== undefined && !any) yield itself;
}

function whatIs(path: string, { problem, passed }: Walked): Seen['is'] {
  if (passed !== undefined) return passed;
  if (problem?.code === 'batch-link-again') return 'link-again';
  if (problem?.code === 'file-is-folder') return 'not-a-file';
  if (problem !== undefined) return 'closed-folder';
  if (isPolicyName(path)) return 'policy';
  try {
    const kind = kindOfFile(path);
    return kind === 'answers' ? 'target' : kind;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    // What cannot be opened may be an answer file: reading it says why it does not open.
    return 'target';
  }
}

/** The policy nearest to a folder, looking upwards. */
export function policyAbove(folder: string): string | null {
  for (const name of POLICY_NAMES) {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  }
  const parent = dirname(folder);
  return parent === folder ? null : policyAbove(parent);
}

/** The other name a policy may have, where a file of that name lies beside the one that is looked at first. */
export function policyBeside(path: string): string | null {
  const [first, second] = POLICY_NAMES;
  const other = join(dirname(path), second);
  const isThere = statSync(other, { throwIfNoEntry: false })?.isFile() === true;
  return basename(path) === first && isThere ? second : null;
}
