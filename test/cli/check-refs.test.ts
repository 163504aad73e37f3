import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { answers, eachInACopyOf, OFFICE, type Repository, repositoryOf } from './small-repository.ts';

const WORSE = answers('株式会社みなと精工', 'いいえ');
const OTHER_WORSE = answers('株式会社かわべ鋳造', 'いいえ');
const NEW = answers('有限会社はまだ金型', 'いいえ');

let office: Repository;
eachInACopyOf(OFFICE, (copy) => {
  office = copy;
});

/** As a checkout on a machine of CI has it: what the other side calls main. */
const remoteMain = (commit = 'main'): string => office.git('update-ref', 'refs/remotes/origin/main', commit);
const branch = (): string => office.git('checkout', '--quiet', '-b', 'work');

describe('a name of git', () => {
  const folderOf = (name: string): void => {
    mkdirSync(join(office.cwd, name, 'clients'), { recursive: true });
    for (const n of ['c001', 'c002'])
      writeFileSync(
        join(office.cwd, name, `clients/${n}.yaml`),
        n === 'c001' ? WORSE : answers('株式会社かわべ鋳造', 'はい'),
      );
  };

  it.each(['main:', 'origin/main:', 'main:clients', 'main:clients/'])(
    '%s is one, whatever folder is called so',
    async (baseline) => {
      remoteMain();
      folderOf(baseline);
      office.put({ 'clients/c001.yaml': WORSE });
      expect(await office.told(['clients', '--baseline', baseline])).toMatchObject({
        status: 1,
        told: ['clients/c001.yaml score-fell', 'clients/c001.yaml gap-new'],
      });
    },
  );

  it('without its colon is asked back where a folder is called so, and says what to type', async () => {
    folderOf('main');
    const ran = await office.check(['clients', '--baseline', 'main']);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/main:.*\.\/main/);
    const disk = await office.check(['clients', '--baseline', './main', '--format', 'json']);
    expect(JSON.parse(disk.stdout)).toMatchObject({ compared: { commit: null } });
  });

  it('that no revision has says how a folder of that name is meant', async () => {
    folderOf('origin/main:');
    const ran = await office.check(['clients', '--baseline', 'origin/main:']);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('./origin/main:');
  });

  it('that a tag and a branch have is neither', async () => {
    remoteMain();
    office.commit({ 'clients/c001.yaml': WORSE });
    office.git('tag', 'origin/main');
    const ran = await office.check(['clients', '--baseline', 'origin/main:']);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    const whole = await office.told(['clients', '--baseline', 'refs/remotes/origin/main:']);
    expect(whole).toMatchObject({ status: 1 });
  });

  it('that is the very commit checked is told: it shows nothing', async () => {
    remoteMain();
    const { stdout } = await office.check(['clients', '--baseline', 'origin/main:']);
    expect(stdout).toContain('いま調べているコミットそのもの。CI では auto を使ってください');
    expect((await office.check(['clients', '--baseline', 'HEAD:'])).stdout).toContain('・その版）');
  });

  it('is not shown another object in its place', async () => {
    const before = office.git('rev-parse', 'main');
    const now = office.commit({ 'clients/c001.yaml': WORSE });
    office.git('replace', before, now);
    expect(await office.told(['clients', '--baseline', `${before}:`])).toMatchObject({ status: 1 });
  });

  it('means where this branch left it: what main gained or lost since is not its fault', async () => {
    branch();
    office.commit({ 'clients/c001.yaml': answers('株式会社みなと精工', 'はい', 'plan: {}\n') });
    office.git('checkout', '--quiet', 'main');
    const tip = office.commit({ 'clients/c003.yaml': NEW, 'clients/c002.yaml': OTHER_WORSE });
    office.git('checkout', '--quiet', 'work');
    const ran = await office.told(['clients', '--baseline', 'main:']);
    expect([ran.status, ran.told]).toEqual([0, []]);
    // A hash means itself.
    expect((await office.told(['clients', '--baseline', `${tip}:`])).told).toEqual([
      'clients/c003.yaml file-gone',
    ]);
  });
});

describe('--baseline auto', () => {
  interface Case {
    readonly env: Readonly<Record<string, string>>;
    readonly event?: object;
  }
  const auto = async ({ env, event }: Case) => {
    const path = join(office.cwd, '.git', 'event.json');
    writeFileSync(path, JSON.stringify(event ?? {}));
    const ran = await office.check(
      ['clients', '--baseline', 'auto', '--format', 'json'],
      event === undefined ? env : { ...env, GITHUB_EVENT_PATH: path },
    );
    if (ran.stdout === '') return { status: ran.status, stderr: ran.stderr };
    const { compared } = JSON.parse(ran.stdout);
    return { status: ran.status, found: compared.found, commit: compared.commit };
  };
  const at = (commit: string) => commit.slice(0, 7);

  /** main: one → two; work, from one: a worse answer, and a commit that hides nothing. */
  const history = () => {
    const one = office.git('rev-parse', 'main');
    const two = office.commit({ 'clients/c003.yaml': NEW });
    remoteMain();
    office.git('checkout', '--quiet', '-b', 'work', one);
    const first = office.commit({ 'clients/c001.yaml': WORSE });
    const second = office.commit({ 'README.md': 'x\n' });
    return { one, two, first, second };
  };
  const REPOSITORY = { repository: { default_branch: 'main' } };

  it.each<[string, (h: ReturnType<typeof history>) => Case]>([
    ['a request of GitHub', () => ({ env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' } })],
    [
      'one whose branch was not fetched, by its commit',
      ({ two }) => ({
        env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'release' },
        event: { pull_request: { base: { sha: two } } },
      }),
    ],
    [
      'a group that waits to be merged',
      ({ two }) => ({ env: { GITHUB_EVENT_NAME: 'merge_group' }, event: { merge_group: { base_sha: two } } }),
    ],
    [
      'a second push to a branch of GitHub, which would hide the first',
      ({ first }) => ({
        env: {
          GITHUB_EVENT_NAME: 'push',
          GITHUB_REF: 'refs/heads/work',
          GITHUB_REF_NAME: 'work',
        },
        event: { ...REPOSITORY, before: first },
      }),
    ],
    [
      'a merge request of GitLab',
      ({ one }) => ({
        env: { GITLAB_CI: 'true', CI_PROJECT_VISIBILITY: 'private', CI_MERGE_REQUEST_DIFF_BASE_SHA: one },
      }),
    ],
    [
      'one that is tried out merged',
      ({ one, two }) => ({
        env: {
          GITLAB_CI: 'true',
          CI_PROJECT_VISIBILITY: 'private',
          CI_MERGE_REQUEST_DIFF_BASE_SHA: one,
          CI_MERGE_REQUEST_TARGET_BRANCH_SHA: two,
        },
      }),
    ],
    [
      'a branch of GitLab',
      ({ first }) => ({
        env: {
          GITLAB_CI: 'true',
          CI_PROJECT_VISIBILITY: 'private',
          CI_COMMIT_BRANCH: 'work',
          CI_DEFAULT_BRANCH: 'main',
          CI_COMMIT_BEFORE_SHA: first,
        },
      }),
    ],
    ['a request of Jenkins', () => ({ env: { CI: 'true', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-1' } })],
    ['a branch of Jenkins', () => ({ env: { CI: 'true', BRANCH_NAME: 'work' } })],
    ['a branch by hand', () => ({ env: {} })],
  ])('%s is held against where it left main', async (_, of) => {
    const commits = history();
    expect(await auto(of(commits))).toEqual({ status: 1, found: 'merge-base', commit: at(commits.one) });
  });

  const ZEROS = '0'.repeat(40);
  const PUSH = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
  };
  it.each<[string, (before: string) => Case, 'before' | 'parent']>([
    [
      'of GitHub against what stood there before it',
      (before) => ({ env: PUSH, event: { ...REPOSITORY, before } }),
      'before',
    ],
    [
      'of GitHub whose event says nothing against its parent',
      () => ({ env: PUSH, event: { ...REPOSITORY, before: ZEROS } }),
      'parent',
    ],
    [
      'of GitLab',
      (before) => ({
        env: {
          GITLAB_CI: 'true',
          CI_PROJECT_VISIBILITY: 'private',
          CI_COMMIT_BRANCH: 'main',
          CI_DEFAULT_BRANCH: 'main',
          CI_COMMIT_BEFORE_SHA: before,
        },
      }),
      'before',
    ],
    [
      'of Jenkins against the last run',
      (before) => ({
        env: { CI: 'true', BRANCH_NAME: 'main', GIT_PREVIOUS_SUCCESSFUL_COMMIT: before },
      }),
      'before',
    ],
    ['of which nobody says more', () => ({ env: { CI: 'true' } }), 'parent'],
    ['a run by the clock', () => ({ env: { GITHUB_EVENT_NAME: 'schedule' }, event: REPOSITORY }), 'parent'],
  ])('a push to main %s, never against itself', async (_, of, found) => {
    const before = office.git('rev-parse', 'main');
    // Two commits in one push: its last parent would hide the first.
    const first = office.commit({ 'clients/c001.yaml': WORSE });
    office.commit({ 'README.md': 'x\n' });
    remoteMain();
    const commit = found === 'before' ? before : first;
    expect(await auto(of(before))).toEqual({ status: found === 'before' ? 1 : 0, found, commit: at(commit) });
  });

  it('by hand on main is what was committed last', async () => {
    office.put({ 'clients/c001.yaml': WORSE });
    expect(await auto({ env: {} })).toMatchObject({ status: 1, found: 'last' });
  });

  it('says what to type where the history is not there', async () => {
    const full = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
    expect(await auto({ env: full })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/origin\/main.*fetch-depth: 0/),
    });
    const gone = { ...PUSH, GITHUB_EVENT_NAME: 'push' };
    expect(await auto({ env: gone, event: { ...REPOSITORY, before: 'a'.repeat(40) } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('fetch-depth: 0'),
    });
  });

  it('has nothing to go by for the very first commit', async () => {
    expect(await auto({ env: PUSH, event: { ...REPOSITORY, before: ZEROS } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--baseline を付けずに'),
    });
  });
});

describe('what is there no more', () => {
  const PARTNERS = { 'partners/p001.yaml': answers('合同会社おおぞら化成', 'はい') };

  it('is missed in each of several places', async () => {
    office.commit(PARTNERS);
    office.put({ 'clients/c002.yaml': null, 'partners/p001.yaml': null, 'partners/p002.yaml': NEW });
    const { status, told } = await office.told(['clients', 'partners', '--baseline', 'main:']);
    expect([status, told]).toEqual([1, ['clients/c002.yaml file-gone', 'partners/p001.yaml file-gone']]);
  });

  it('is missed by a pattern, as far as the pattern means it', async () => {
    office.commit(PARTNERS);
    office.put({ 'clients/c002.yaml': null });
    const { told } = await office.told(['{clients,partners}/*1.yaml', '--baseline', 'main:']);
    expect(told).toEqual([]);
    const all = await office.told(['{clients,partners}/*.yaml', '--baseline', 'main:']);
    expect(all.told).toEqual(['clients/c002.yaml file-gone']);
  });

  it('in a folder of then is missed in several places of now', async () => {
    office.commit({
      'docs/c001.yaml': OFFICE['clients/c001.yaml'] ?? null,
      'docs/c009.yaml': NEW,
      ...PARTNERS,
    });
    const { told } = await office.told(['clients', 'partners', '--baseline', 'main:docs/']);
    expect(told).toEqual(['docs/c009.yaml file-gone']);
  });

  it('moved to another place is held against what it was, by its company', async () => {
    office.commit(PARTNERS);
    office.put({ 'clients/c001.yaml': null, 'partners/x.yaml': WORSE });
    for (const paths of [['clients', 'partners'], ['partners'], ['partners/x.yaml']]) {
      const { status, told } = await office.told([...paths, '--baseline', 'main:']);
      expect([status, told], paths.join()).toEqual([
        1,
        ['partners/x.yaml score-fell', 'partners/x.yaml gap-new'],
      ]);
    }
  });

  it('behind a link that leads to a better folder is missed', async () => {
    office.put({ 'good/c001.yaml': OFFICE['clients/c001.yaml'] ?? null, 'clients/c002.yaml': null });
    office.git('rm', '--quiet', '-r', '--cached', 'clients');
    rmSync(join(office.cwd, 'clients'), { recursive: true });
    office.git('config', 'core.symlinks', 'true');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('good', join(office.cwd, 'clients'));
    const { told } = await office.told(['clients', '--baseline', 'main:']);
    expect(told).toEqual(['clients/c002.yaml file-gone']);
  });
});

describe('in a submodule', () => {
  let partner: Repository;
  beforeEach(() => {
    partner = repositoryOf({
      'c101.yaml': answers('合同会社おおぞら化成', 'はい'),
      'c102.yaml': answers('株式会社ひがし工機', 'はい'),
    });
    const allowed = ['-c', 'protocol.file.allow=always'];
    office.git(...allowed, 'submodule', '--quiet', 'add', partner.cwd, 'clients/partner');
    office.commit();
  });

  it('a worse answer, a new name and a file that is gone are seen', async () => {
    office.put({
      'clients/partner/c101.yaml': null,
      'clients/partner/new.yaml': answers('合同会社おおぞら化成', 'いいえ'),
      'clients/partner/c102.yaml': null,
    });
    const { told } = await office.told(['clients', '--baseline', 'main:']);
    expect(told).toEqual([
      'clients/partner/new.yaml score-fell',
      'clients/partner/new.yaml gap-new',
      'clients/partner/c102.yaml file-gone',
    ]);
    const one = await office.told(['clients/partner/new.yaml', '--baseline', 'main:']);
    expect(one.told).toContain('clients/partner/new.yaml gap-new');
  });

  it('that cannot be looked into is told', async () => {
    rmSync(join(office.cwd, 'clients/partner'), { recursive: true });
    const { status, told } = await office.told(['clients', '--baseline', 'main:']);
    expect([status, told]).toEqual([1, ['clients/partner submodule-unread']]);
    expect((await office.told(['clients/c001.yaml', '--baseline', 'main:'])).told).toEqual([]);
  });
});

describe('what is compared with nothing', () => {
  it('is bad input where there was something to compare with', async () => {
    office.put({ 'clients/c001.yaml': null, 'clients/c002.yaml': null, 'clients/n.yaml': NEW });
    expect(await office.told(['clients', '--baseline', 'main:'])).toMatchObject({
      status: 2,
      told: [
        'clients/n.yaml baseline-none-compared',
        'clients/c001.yaml file-gone',
        'clients/c002.yaml file-gone',
      ],
    });
  });

  it('is new where there was nothing, and that is said', async () => {
    office.put({ 'branch/n.yaml': NEW });
    const ran = await office.check(['branch', '--baseline', 'main:', '--no-redact']);
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('1ファイル中0ファイル）')]);
    expect(ran.stdout).toContain('比べていないもの（比べる元に無い）1件：branch/n.yaml');
  });

  it.each(['text', 'json', 'md', 'sarif', 'junit', 'github'])('stands in %s', async (format) => {
    office.put({ 'clients/n.yaml': NEW });
    const ran = await office.check(['clients', '--baseline', 'main:', '--format', format]);
    const plain = ran.stdout.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(ran.status).toBe(0);
    if (format === 'json') {
      const { compared, count } = JSON.parse(ran.stdout);
      expect(compared).toMatchObject({ files: 2, left: [{ file: 'clients/n.yaml', reason: 'new-file' }] });
      expect(count).toMatchObject({ checked: 3 });
    } else
      expect(plain).toMatch(/3ファイル中2ファイル.*比べていないもの（比べる元に無い）1件：clients\/n\.yaml/s);
  });
});

describe('a file that is broken on main', () => {
  const BROKEN = 'wazamori: 1\nanswers: たくさん\n';

  it('does not hold up who mends it, alone or among others, and is said', async () => {
    office.commit({ 'clients/c001.yaml': BROKEN });
    office.put({ 'clients/c001.yaml': answers('株式会社みなと精工', 'はい') });
    for (const paths of [['clients'], ['clients/c001.yaml']])
      expect(await office.told([...paths, '--baseline', 'main:'])).toMatchObject({
        status: 0,
        told: ['clients/c001.yaml baseline-broken'],
      });
  });

  it('and still is, is bad input', async () => {
    office.commit({ 'clients/c001.yaml': BROKEN });
    expect(await office.told(['clients', '--baseline', 'main:'])).toMatchObject({ status: 2 });
  });
});
