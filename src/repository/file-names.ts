import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { typedPath } from '../files/find/typed-path.ts';
import { isFolder, slashed } from '../files/find/walk.ts';
import type { Outcome } from '../model/finding.ts';
import type { CheckedFile } from '../model/gate.ts';
import { failed, outcome } from '../text/outcomes.ts';
import { identityOf, namesClient, numbersOf } from './redaction.ts';
import type { Target } from './targets.ts';

/** How the files of a run are named in every format, wherever the program was called. */
export interface FileNames {
  /** A file of now. The company is what its file says; `null` = nothing is known of it. */
  readonly of: (target: Pick<Target, 'name' | 'path'>, company: string | null) => NamedFile;
  /** Something else that lies there. */
  readonly other: (target: Pick<Target, 'path'>) => string;
  /** A file of the baseline, by the name it has there. */
  readonly earlier: (name: string) => NamedFile;
  /** The name a file had; hidden where that of the file is, for both may be the company's. */
  readonly former: (name: string, now: NamedFile) => string;
  /** A policy; one that ships is called by its name. */
  readonly policy: (policy: { readonly name: string | null; readonly path: string | null }) => string | null;
}

export type NamedFile = Pick<CheckedFile, 'file' | 'identity' | 'typed' | 'inLogs'>;

export interface Naming {
  readonly root: string;
  readonly redact: boolean;
  readonly key: string | null;
}

/** `known`: every path that may be told, so that no two get one number. */
export function fileNames(
  { root, redact, key }: Naming,
  known: readonly Pick<Target, 'path'>[],
  then: readonly string[],
): FileNames {
  const fromRoot = (path: string): string => slashed(relative(root, path)) || path;
  const numberOf = numbersOf([...known.map(({ path }) => fromRoot(path)), ...then], key);
  const named = (path: string, company: string | null, stem: string): NamedFile => {
    const inLogs = namesClient(path, company) ? `${stem}-${numberOf(path)}.yaml` : path;
    return {
      file: redact ? inLogs : path,
      identity: identityOf(path, key),
      ...(inLogs === path ? {} : { inLogs }),
    };
  };
  return {
    of: ({ name, path }, company) => {
      const shown = named(fromRoot(path), company, 'answers');
      return shown.inLogs === shown.file || name === shown.file ? shown : { ...shown, typed: name };
    },
    other: ({ path }) => named(fromRoot(path), null, 'other').file,
    earlier: (name) => named(name, null, 'answers'),
    former: (name, { file, inLogs }) =>
      redact && inLogs === file ? `earlier-${numberOf(name)}.yaml` : named(name, null, 'earlier').file,
    policy: ({ name, path }) =>
      name === null || path === null || !/[./\\]/.test(name)
        ? name
        : named(fromRoot(path), null, 'policy').file,
  };
}

/**
 * The folder names start from: the one given, or the repository's around the working folder, or around what is checked
 * (a job may stand beside its checkout). Outside of any, the working folder. No git is asked: `.git` is a folder, or a
 * file where the repository is a submodule or another working tree.
 */
export function rootFolder(
  cwd: string,
  given: string | undefined,
  targets: readonly Pick<Target, 'path'>[],
): Outcome<string> {
  if (given !== undefined) {
    const path = typedPath(cwd, given);
    return isFolder(path)
      ? outcome(path)
      : failed({ severity: 'error', code: 'check-no-root', args: { path: given }, location: null });
  }
  const [first] = targets;
  const around = first === undefined ? null : dirname(first.path);
  return outcome(repositoryAround(cwd) ?? (around === null ? null : repositoryAround(around)) ?? cwd);
}

function repositoryAround(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryAround(parent);
}
