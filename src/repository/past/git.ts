import { spawnSync } from 'node:child_process';

/** What was found out by asking git, or what git complains of: who asked for it says what that means (`gitRefusal`). */
export type GitOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

export interface GitAnswer {
  readonly bytes: Buffer;
  readonly warned: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Asks the local repository. Never the network: a partial clone would fetch what it lacks, a helper might ask for a
 * password; both are turned off. Nor is one object shown in the place of another (`git replace`).
 */
export function git(cwd: string, env: Env, args: readonly string[], input = ''): GitOutcome<GitAnswer> {
  const ran = spawnSync('git', args, {
    cwd,
    input,
    env: {
      ...env,
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      LC_ALL: 'C',
    },
    maxBuffer: 512 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (ran.error !== undefined) return { ok: false, reason: ran.error.message };
  if (ran.status === 0)
    return { ok: true, value: { bytes: ran.stdout, warned: ran.stderr.toString('utf8') } };
  const reason = ran.stderr.toString('utf8').trim().split('\n')[0] ?? '';
  return { ok: false, reason: reason === '' ? `git ${ran.status}` : reason.replace(/^fatal: /, '') };
}

/** The lines of an answer. */
export const linesOf = (bytes: Uint8Array): readonly string[] =>
  Buffer.from(bytes).toString('utf8').trimEnd().split('\n');

/** The environment for a repository within the one the program was started for: a hook points at the outer one. */
export const withoutPlace = (env: Env): Env => ({
  ...env,
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_COMMON_DIR: undefined,
});

/**
 * The contents of objects by name (`REV:path`), one process for all; links are followed within the revision. One that is
 * not there, or that a link does not lead to, is left out.
 */
export function blobs(
  cwd: string,
  env: Env,
  names: readonly string[],
): GitOutcome<ReadonlyMap<string, Uint8Array>> {
  const asked = names.filter((name) => !/[\r\n]/.test(name));
  if (asked.length === 0) return { ok: true, value: new Map() };
  const answer = git(cwd, env, ['cat-file', '--batch', '--follow-symlinks'], `${asked.join('\n')}\n`);
  if (!answer.ok) return answer;
  const { bytes } = answer.value;
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const name of asked) {
    const end = bytes.indexOf(10, at);
    const header = bytes.subarray(at, end).toString('utf8');
    at = end + 1;
    // `symlink 14`, `dangling 9`: behind it stands where the link leads.
    const size = /^([0-9a-f]{40,64} \w+|symlink|dangling|loop|notdir) (\d+)$/.exec(header);
    if (size === null) continue;
    const length = Number(size[2]);
    if (size[1]?.endsWith(' blob') === true) found.set(name, bytes.subarray(at, at + length));
    at += length + 1;
  }
  return { ok: true, value: found };
}
