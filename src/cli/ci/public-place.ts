import type { PublicPlace } from '../../repository/ci.ts';
import type { Io } from '../io.ts';
import { at, eventOf, isSet } from './of-itself.ts';

type Env = Io['env'];

/**
 * Findings are the weaknesses of a company. Where the CI system says that its repository is public, or that what it
 * checks comes from a fork whose owner may read the run, nothing is looked for. Whoever writes the workflow can lie to
 * this; it keeps the honest from a mistake that cannot be taken back. `null` = not in CI, private, or a system that
 * has no way of saying.
 */
export function publicPlace(env: Env): PublicPlace | null {
  const [place] = SYSTEMS.filter(({ sign }) => isSet(env[sign])).flatMap((system) => {
    const why = system.why(env);
    return why === null ? [] : [{ why, agreed: why === 'repository' && system.isDefaultBranch(env) }];
  });
  return place ?? null;
}

type Why = PublicPlace['why'] | null;

interface System {
  /** The variable that only this system sets. */
  readonly sign: string;
  readonly why: (env: Env) => Why;
  readonly isDefaultBranch: (env: Env) => boolean;
}

const never = (): boolean => false;

const SYSTEMS: readonly System[] = [
  // https://docs.github.com/en/actions/reference/workflows-and-actions/variables: the event as a file. Forgejo and Gitea, too.
  { sign: 'GITHUB_ACTIONS', why: whyOnGithub, isDefaultBranch: isGithubDefault },
  // https://docs.gitlab.com/ci/variables/predefined_variables/ ; `internal` is everybody with an account on that GitLab.
  { sign: 'GITLAB_CI', why: whyOnGitlab, isDefaultBranch: isGitlabDefault },
  // https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/ ; forks run in their own repository.
  {
    sign: 'BITBUCKET_BUILD_NUMBER',
    why: ({ BITBUCKET_REPO_IS_PRIVATE: is }) =>
      is === 'true' ? null : is === 'false' ? 'repository' : 'unknown',
    isDefaultBranch: never,
  },
  // https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables ; says nothing of the project's visibility.
  {
    sign: 'TF_BUILD',
    why: ({ SYSTEM_PULLREQUEST_ISFORK: is }) => (isSet(is) ? 'fork' : null),
    isDefaultBranch: never,
  },
  // https://circleci.com/docs/reference/variables/ ; these two are there for pull requests from forks only.
  {
    sign: 'CIRCLECI',
    why: (env) => (isSet(env['CIRCLE_PR_USERNAME']) || isSet(env['CIRCLE_PR_REPONAME']) ? 'fork' : null),
    isDefaultBranch: never,
  },
  // Branch sources of Jenkins (scm-api): the fork a change comes from. Jenkins knows no visibility.
  { sign: 'JENKINS_URL', why: ({ CHANGE_FORK: is }) => (isSet(is) ? 'fork' : null), isDefaultBranch: never },
];

function whyOnGithub(env: Env): Why {
  const event = eventOf(env);
  const isPrivate = at(event, 'repository', 'private');
  const visibility = at(event, 'repository', 'visibility');
  if (isPrivate === false || visibility === 'public') return 'repository';
  if (isFork(event)) return 'fork';
  return isPrivate === true || visibility === 'private' || visibility === 'internal' ? null : 'unknown';
}

/** A proposal whose head lies in another repository; a repository may itself be a fork, and that is no matter. */
function isFork(event: unknown): boolean {
  const here = at(event, 'repository', 'full_name');
  const heads = [
    { proposal: at(event, 'pull_request'), repository: at(event, 'pull_request', 'head', 'repo') },
    { proposal: at(event, 'workflow_run'), repository: at(event, 'workflow_run', 'head_repository') },
  ];
  // The fork of a proposal may be gone: then nobody knows who reads along.
  return heads.some(
    ({ proposal, repository }) =>
      proposal !== undefined && proposal !== null && at(repository, 'full_name') !== here,
  );
}

function isGithubDefault(env: Env): boolean {
  const branch = at(eventOf(env), 'repository', 'default_branch');
  const isOurs = ON_A_BRANCH.has(env['GITHUB_EVENT_NAME'] ?? '');
  return typeof branch === 'string' && isOurs && env['GITHUB_REF'] === `refs/heads/${branch}`;
}

/** Others bear the name of the default branch and may look at a proposal. */
const ON_A_BRANCH: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch']);

function whyOnGitlab(env: Env): Why {
  const { CI_PROJECT_VISIBILITY: visibility } = env;
  if (visibility === 'public') return 'repository';
  const { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source, CI_MERGE_REQUEST_PROJECT_ID: target } = env;
  if (isSet(source) && source !== target) return 'fork';
  return visibility === 'private' || visibility === 'internal' ? null : 'unknown';
}

function isGitlabDefault({ CI_COMMIT_BRANCH: branch, CI_DEFAULT_BRANCH: main }: Env): boolean {
  return isSet(branch) && branch === main;
}
