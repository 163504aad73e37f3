import { readFileSync } from 'node:fs';
import { codeOf } from '../../files/disk-problem.ts';
import type { Io } from '../io.ts';

type Env = Io['env'];

/** What a CI system says of itself that does not set `CI`. */
const WITHOUT_CI = ['TF_BUILD', 'JENKINS_URL', 'TEAMCITY_VERSION'] as const;

/** Where a log is read by others: CI systems say so by this variable, and who sets it to nothing says that it is none. */
export const isCi = (env: Env): boolean =>
  env['CI'] === undefined ? WITHOUT_CI.some((name) => isSet(env[name])) : isSet(env['CI']);

/** Whether a variable says yes: what is empty, `0` or `false` says no. */
export const isSet = (value: string | undefined): boolean =>
  !['', '0', 'false'].includes((value ?? '').toLowerCase());

/**
 * The event a run of GitHub is for (Forgejo and Gitea, too): docs.github.com/actions/reference/workflows-and-actions/variables.
 * `undefined` = there is none, or it cannot be read.
 */
export function eventOf({ GITHUB_EVENT_PATH: path }: Env): unknown {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** What an event says below these keys; `undefined` = nothing. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const isMap = typeof value === 'object' && value !== null;
  return isMap ? at(Object.entries(value).find(([name]) => name === key)?.[1], ...rest) : undefined;
}
