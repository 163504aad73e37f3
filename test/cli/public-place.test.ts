import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicPlace } from '../../src/cli/ci/public-place.ts';
import { commitAll, gitIn } from './client-repository.ts';
import { runCli } from './run-cli.ts';

/** Findings are weaknesses: where others may read a run, nothing is looked for (exit 2), whatever the format. */

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-public-'));
  put('wazamori.policy.yaml', 'policy: 1\nageDays: 365\n');
  put('clients/c001.yaml', 'wazamori: 1\nassessment: {date: 2024-11-10}\n');
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(name: string, text: string): string {
  const path = join(cwd, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

type Env = Readonly<Record<string, string>>;

const OURS = { full_name: 'minato/answers', private: true, visibility: 'private', default_branch: 'main' };
const PUBLIC = { ...OURS, private: false, visibility: 'public' };
const proposal = (head: unknown): object => ({ head: { repo: head }, base: { repo: OURS } });

/** The variables of a run on GitHub with this event. */
const github = (event: object | string, more: Env = {}): Env => ({
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_PATH: put('event.json', typeof event === 'string' ? event : JSON.stringify(event)),
  ...more,
});
const onMain = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
const gitlab = (more: Env): Env => ({ CI: 'true', GITLAB_CI: 'true', ...more });

const PLACES: readonly (readonly [string, () => Env, 'repository' | 'fork' | 'unknown' | null])[] = [
  ['no CI at all', () => ({}), null],
  ['a CI system that says nothing of itself', () => ({ CI: 'true' }), null],
  ['GitHub, private', () => github({ repository: OURS }), null],
  [
    'GitHub, internal to the company',
    () => github({ repository: { ...OURS, visibility: 'internal' } }),
    null,
  ],
  ['GitHub, of old, private', () => github({ repository: { full_name: 'a/b', private: true } }), null],
  ['GitHub, public', () => github({ repository: PUBLIC }), 'repository'],
  ['GitHub, public by one word alone', () => github({ repository: { visibility: 'public' } }), 'repository'],
  [
    'GitHub, from a branch of its own',
    () => github({ repository: OURS, pull_request: proposal({ ...OURS }) }),
    null,
  ],
  [
    'GitHub, a private repository that is a fork itself',
    () => github({ repository: { ...OURS, fork: true }, pull_request: proposal({ ...OURS, fork: true }) }),
    null,
  ],
  [
    'GitHub, from a fork',
    () =>
      github({
        repository: OURS,
        pull_request: proposal({ ...OURS, full_name: 'somebody/answers', fork: true }),
      }),
    'fork',
  ],
  [
    'GitHub, from a fork that is gone',
    () => github({ repository: OURS, pull_request: proposal(null) }),
    'fork',
  ],
  [
    'GitHub, behind a run of a fork',
    () => github({ repository: OURS, workflow_run: { head_repository: { full_name: 'somebody/answers' } } }),
    'fork',
  ],
  ['GitHub, an event without a repository', () => github({ schedule: '0 0 * * 1' }), 'unknown'],
  ['GitHub, an event that is none', () => github('{'), 'unknown'],
  ['GitHub, without its event', () => ({ GITHUB_ACTIONS: 'true' }), 'unknown'],
  ['GitLab, private', () => gitlab({ CI_PROJECT_VISIBILITY: 'private' }), null],
  ['GitLab, internal', () => gitlab({ CI_PROJECT_VISIBILITY: 'internal' }), null],
  ['GitLab, public', () => gitlab({ CI_PROJECT_VISIBILITY: 'public' }), 'repository'],
  ['GitLab, without a word of it', () => gitlab({}), 'unknown'],
  [
    'GitLab, a merge request of its own',
    () =>
      gitlab({
        CI_PROJECT_VISIBILITY: 'private',
        CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7',
        CI_MERGE_REQUEST_PROJECT_ID: '7',
      }),
    null,
  ],
  [
    'GitLab, a merge request from a fork',
    () =>
      gitlab({
        CI_PROJECT_VISIBILITY: 'private',
        CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8',
        CI_MERGE_REQUEST_PROJECT_ID: '7',
      }),
    'fork',
  ],
  ['Bitbucket, private', () => ({ BITBUCKET_BUILD_NUMBER: '4', BITBUCKET_REPO_IS_PRIVATE: 'true' }), null],
  [
    'Bitbucket, public',
    () => ({ BITBUCKET_BUILD_NUMBER: '4', BITBUCKET_REPO_IS_PRIVATE: 'false' }),
    'repository',
  ],
  ['Bitbucket, without a word of it', () => ({ BITBUCKET_BUILD_NUMBER: '4' }), 'unknown'],
  ['Azure', () => ({ TF_BUILD: 'True', SYSTEM_PULLREQUEST_ISFORK: 'False' }), null],
  ['Azure, from a fork', () => ({ TF_BUILD: 'True', SYSTEM_PULLREQUEST_ISFORK: 'True' }), 'fork'],
  ['CircleCI', () => ({ CIRCLECI: 'true' }), null],
  ['CircleCI, from a fork', () => ({ CIRCLECI: 'true', CIRCLE_PR_USERNAME: 'somebody' }), 'fork'],
  ['Jenkins', () => ({ JENKINS_URL: 'https://ci.example.invalid/', CHANGE_ID: '3' }), null],
  ['Jenkins, from a fork', () => ({ JENKINS_URL: 'x', CHANGE_FORK: 'somebody' }), 'fork'],
  [
    'two systems, one of which says it',
    () => ({ ...gitlab({ CI_PROJECT_VISIBILITY: 'private' }), JENKINS_URL: 'x', CHANGE_FORK: 'somebody' }),
    'fork',
  ],
];

describe('a place others may read', () => {
  it.each(PLACES)('%s', async (_, env, why) => {
    const given = env();
    expect(publicPlace(given)?.why ?? null).toBe(why);
    const ran = await runCli(['check', 'clients', '--today', '2026-11-21'], cwd, given);
    expect(ran.status).toBe(why === null ? 1 : 2);
    if (why === null) expect(ran.stdout).toContain('assessment-old');
    else expect(ran.stderr).toMatch(/公開の場所(?:です|かもしれません)/);
  });

  it.each(['text', 'json', 'sarif', 'junit', 'github', 'md'])(
    'gets nothing in %s, not even in a file',
    async (format) => {
      const args = [
        'check',
        'clients',
        '--format',
        format,
        '--format',
        'json=out.json',
        '--no-redact',
        '--no-fail',
      ];
      const ran = await runCli(args, cwd, github({ repository: PUBLIC }));
      expect(ran.status).toBe(2);
      expect(ran.stdout + ran.stderr).not.toMatch(/c001|assessment-old/);
      expect(ran.stdout).toBe(format === 'github' ? expectedAnnotation(ran.stdout) : '');
      expect(() => rmSync(join(cwd, 'out.json'))).toThrow('ENOENT');
    },
  );

  const expectedAnnotation = (seen: string): string => {
    expect(seen).toMatch(/^::error title=wazamori check::公開の場所です（公開のリポジトリ）。.+\n$/);
    return seen;
  };
});

describe('public: ok', () => {
  const check = (env: Env, ...args: readonly string[]) =>
    runCli(['check', 'clients', '--today', '2026-11-21', ...args], cwd, env);
  beforeEach(() => {
    put('wazamori.policy.yaml', 'policy: 1\nageDays: 365\npublic: ok\n');
  });

  it.each<[string, () => Env, number]>([
    ['on the default branch of GitHub', () => github({ repository: PUBLIC }, onMain), 1],
    [
      'there by the clock',
      () => github({ repository: PUBLIC }, { ...onMain, GITHUB_EVENT_NAME: 'schedule' }),
      1,
    ],
    [
      'on the default branch of GitLab',
      () => gitlab({ CI_PROJECT_VISIBILITY: 'public', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' }),
      1,
    ],
    [
      'on another branch, which anybody who may push writes',
      () => github({ repository: PUBLIC }, { ...onMain, GITHUB_REF: 'refs/heads/topic' }),
      2,
    ],
    [
      'on a merge request of GitLab',
      () =>
        gitlab({ CI_PROJECT_VISIBILITY: 'public', CI_DEFAULT_BRANCH: 'main', CI_COMMIT_REF_NAME: 'main' }),
      2,
    ],
    [
      'in a pull request, which may have brought it',
      () =>
        github(
          { repository: PUBLIC, pull_request: proposal(PUBLIC) },
          { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
        ),
      2,
    ],
    [
      'in one that runs in the name of the default branch',
      () =>
        github(
          { repository: PUBLIC, pull_request: proposal({ ...PUBLIC, full_name: 'somebody/answers' }) },
          { ...onMain, GITHUB_EVENT_NAME: 'pull_request_target' },
        ),
      2,
    ],
    [
      'where a fork of a private repository asks',
      () => github({ repository: OURS, pull_request: proposal(null) }, onMain),
      2,
    ],
    ['where nobody can tell', () => github({}, onMain), 2],
  ])('%s', async (_, env, status) => {
    expect((await check(env())).status).toBe(status);
  });

  it.each([
    ['of the base holds for a proposal to change it', 'policy: 1\npublic: ok\n', 'policy: 1\n', 0],
    ['of the proposal alone does not', 'policy: 1\n', 'policy: 1\npublic: ok\n', 2],
  ])('%s', async (_, before, now, status) => {
    put('wazamori.policy.yaml', before);
    put('clients/c001.yaml', 'wazamori: 1\nassessment: {date: 2026-11-10}\n');
    gitIn(cwd, ['init', '--quiet', '--template=', '--initial-branch=main']);
    commitAll(cwd, 'Before');
    put('wazamori.policy.yaml', now);
    put('clients/c001.yaml', 'wazamori: 1\nassessment: {date: 2026-11-11}\n');
    const env = github({ repository: PUBLIC, pull_request: proposal(null) });
    const ran = await check(env, '--baseline', 'main:');
    expect(ran.status).toBe(status);
    if (status === 2) expect(ran.stderr).toContain('公開の場所です');
  });

  it('has to stand in every policy in force, and in no other way', async () => {
    const env = github({ repository: PUBLIC }, onMain);
    put('clients/osaka/wazamori.policy.yaml', 'policy: 1\n');
    put('clients/osaka/c002.yaml', 'wazamori: 1\n');
    expect((await check(env)).stderr).toContain('公開の場所です');
    expect((await check(env, '--policy', 'standard')).stderr).toContain('公開の場所です');
    expect((await check(env, '--public-ok')).status).toBe(2);
  });

  it('is that word and no other', async () => {
    put('wazamori.policy.yaml', 'policy: 1\npublic: yes\n');
    const ran = await check({});
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('wazamori.policy.yaml:2:9')]);
  });
});
