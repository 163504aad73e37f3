import type { Run } from '../../repository/ci.ts';
import type { Io } from '../io.ts';
import { at, eventOf, isCi } from './of-itself.ts';

type Env = Io['env'];

/** What is told by none: the program runs by hand, or in a CI system that says little. */
const UNTOLD = { target: null, targetCommits: [], branch: null, defaultBranch: null, before: null } as const;

/**
 * GitHub: docs.github.com/actions/reference/workflows-and-actions/variables and the payloads of its events.
 * GitLab: docs.gitlab.com/ci/variables/predefined_variables. Jenkins: the variables of its branch and git plugins.
 */
export function runOf(env: Env): Run {
  if (said(env, 'GITHUB_EVENT_NAME') !== null) return github(env);
  if (said(env, 'GITLAB_CI') !== null) return gitlab(env);
  const target =
    said(env, 'CHANGE_TARGET') ??
    said(env, 'BITBUCKET_PR_DESTINATION_BRANCH') ??
    said(env, 'SYSTEM_PULLREQUEST_TARGETBRANCH')?.replace(/^refs\/heads\//, '') ??
    null;
  const branch =
    said(env, 'BRANCH_NAME') ??
    said(env, 'GIT_BRANCH')?.replace(/^(?:refs\/heads|origin)\//, '') ??
    said(env, 'BITBUCKET_BRANCH');
  const before = commitIn(said(env, 'GIT_PREVIOUS_SUCCESSFUL_COMMIT') ?? said(env, 'GIT_PREVIOUS_COMMIT'));
  const defaultBranch = env['BRANCH_IS_PRIMARY'] === 'true' ? branch : null;
  return {
    ...UNTOLD,
    isCi: isCi(env),
    target,
    branch: target === null ? branch : null,
    defaultBranch,
    before,
  };
}

function github(env: Env): Run {
  const event = eventOf(env);
  const name = said(env, 'GITHUB_EVENT_NAME');
  const pushed = name === 'push' && (env['GITHUB_REF'] ?? '').startsWith('refs/heads/');
  const commits =
    name === 'merge_group'
      ? [textAt(event, 'merge_group', 'base_sha')]
      : [textAt(event, 'pull_request', 'base', 'sha')];
  return {
    isCi: true,
    target: said(env, 'GITHUB_BASE_REF'),
    targetCommits: commits.flatMap((commit) => commitIn(commit) ?? []),
    branch: pushed ? said(env, 'GITHUB_REF_NAME') : null,
    defaultBranch: textAt(event, 'repository', 'default_branch'),
    before: pushed ? commitIn(textAt(event, 'before')) : null,
  };
}

function gitlab(env: Env): Run {
  const commits = ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA', 'CI_MERGE_REQUEST_DIFF_BASE_SHA'];
  return {
    isCi: true,
    target: said(env, 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
    targetCommits: commits.flatMap((key) => commitIn(said(env, key)) ?? []),
    branch: said(env, 'CI_COMMIT_BRANCH'),
    defaultBranch: said(env, 'CI_DEFAULT_BRANCH'),
    before: commitIn(said(env, 'CI_COMMIT_BEFORE_SHA')),
  };
}

/** An empty variable is none. */
const said = (env: Env, key: string): string | null => {
  const value = env[key]?.trim() ?? '';
  return value === '' ? null : value;
};

/** A hash; only zeros stand for a branch that was not there before. */
const commitIn = (text: string | null): string | null =>
  text !== null && /^[0-9a-f]{40,64}$/i.test(text) && !/^0+$/.test(text) ? text : null;

const textAt = (value: unknown, ...keys: readonly string[]): string | null => {
  const text = at(value, ...keys);
  return typeof text === 'string' && text !== '' ? text : null;
};
