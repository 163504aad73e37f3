import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../../scripts/run-action.ts';
import { change, commitAll, makeClientRepository } from '../cli/client-repository.ts';
import { ROOT } from '../cli/run-cli.ts';
import { BIN } from '../setup/package.ts';

/**
 * The recipes of docs/ci.md as they stand there, played line by line with the variables their systems set: a clone of a
 * head office's repository, a package file with its hash, and an npm that installs what the package would bring.
 */
const DOCS = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

/** The fenced blocks below a heading. */
function blocksBelow(heading: string, language: string): readonly string[] {
  const section = DOCS.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    ([, text = '']) => text,
  );
}

/** What the recipes compare with. */
const BASELINE = '--baseline auto';

const gitlab: {
  wazamori: { before_script: string[]; script: string[]; artifacts: Record<string, unknown> };
} = parse(blocksBelow('GitLab CI', 'yaml')[0] ?? '');
const [jenkins = ''] = blocksBelow('Jenkins', 'groovy');
const [githubSteps = '', githubArtefact = ''] = blocksBelow('GitHub Actions', 'yaml');

const PRIVATE = { repository: { full_name: 'minato/answers', private: true } };
const PUBLIC = { repository: { full_name: 'minato/answers', private: false } };

/** How each system runs its lines: https://docs.gitlab.com/runner/shells/ and Jenkins' `sh -xe`, one at a time. */
const SYSTEMS = [
  {
    name: 'GitLab CI',
    lines: [[...gitlab.wazamori.before_script, ...gitlab.wazamori.script].join('\n')],
    shell: ['bash', '-eo', 'pipefail', '-c'],
    home: { CI: 'true', GITLAB_CI: 'true', CI_PROJECT_VISIBILITY: 'private', CI_DEFAULT_BRANCH: 'main' },
    abroad: { CI_PROJECT_VISIBILITY: 'public' },
    proposal: (base: string) => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_BRANCH: '' }),
  },
  {
    name: 'Jenkins',
    lines: [...jenkins.matchAll(/\bsh '([^']+)'/g)].map(([, line = '']) => line),
    shell: ['sh', '-xec'],
    home: { JENKINS_URL: 'https://ci.example.invalid/', BRANCH_NAME: 'main' },
    abroad: { CHANGE_FORK: 'somebody' },
    proposal: () => ({ BRANCH_NAME: 'PR-7', CHANGE_TARGET: 'main' }),
  },
] as const;

let folder = '';
let cwd = '';
let wrapper = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-recipes-'));
  const office = join(folder, 'office');
  mkdirSync(join(office, 'tools'), { recursive: true });
  writeFileSync(join(office, 'tools/wazamori.tgz'), 'a package');
  makeClientRepository(office);
  // What was pushed last is held against what stood there before.
  writeFileSync(join(office, 'notes.txt'), 'December\n');
  commitAll(office, 'A note');
  cwd = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', office, cwd]);
  mkdirSync(join(folder, 'bin'));
  wrapper = join(folder, 'wrapper');
  executable(wrapper, `exec node ${BIN} --today 2026-11-21 "$@"`);
  const installs = [
    `to=${folder}/bin`,
    'while [ $# -gt 1 ]; do [ "$1" = --prefix ] && to="$2/bin"; shift; done',
    `test "$1" = ./tools/wazamori.tgz && mkdir -p "$to" && cp ${wrapper} "$to/wazamori"`,
  ];
  executable(join(folder, 'bin/npm'), installs.join('\n'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function executable(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

type Env = Readonly<Record<string, string>>;
const SHA256 = createHash('sha256').update('a package').digest('hex');
const path = (): string => `${folder}/bin:${process.env['PATH']}`;

/** Runs the lines as the system does: it stops at the first that fails. */
function play({ lines, shell, home }: (typeof SYSTEMS)[number], more: Env = {}) {
  const [program, ...options] = shell;
  const env = { PATH: path(), WAZAMORI_SHA256: SHA256, ...home, ...more };
  let log = '';
  for (const line of lines) {
    const ran = spawnSync(program, [...options, line], { cwd, env, encoding: 'utf8' });
    log += ran.stdout + ran.stderr;
    if (ran.status !== 0) return { status: ran.status, log };
  }
  return { status: 0, log };
}

const report = (): string => readFileSync(join(cwd, 'wazamori.xml'), 'utf8');
const worsen = (): void => {
  change(cwd, 3, ['guidance.nda-before-showing: はい', 'guidance.nda-before-showing: いいえ']);
  commitAll(cwd, 'Site 3');
};

describe.each(SYSTEMS)('the recipe for $name', (system) => {
  it('is the one that is written down', () => {
    expect(system.lines.join('\n')).toContain(BASELINE);
    expect(system.lines.join('\n')).toMatch(/sha256sum.*npm install.*check clients/s);
  });

  it('passes where nothing got worse', () => {
    const { status, log } = play(system);
    expect([status, log]).toEqual([0, expect.stringContaining('12ファイル中12ファイルを調べました')]);
    expect(report()).not.toContain('<failure ');
  });

  it('fails where something did, and says which test failed', () => {
    worsen();
    const { status, log } = play(system);
    expect([status, log]).toEqual([1, expect.stringContaining('gap-new')]);
    expect(report()).toMatch(/<testcase classname="clients\/c003.yaml" name="gap-new /);
    expect(log).not.toContain('みなと精工');
  });

  it('holds a proposal against where it left main, however often it was pushed', () => {
    const base = execFileSync('git', ['rev-parse', 'HEAD'], { cwd, encoding: 'utf8' }).trim();
    execFileSync('git', ['checkout', '--quiet', '-b', 'site-3'], { cwd });
    worsen();
    writeFileSync(join(cwd, 'notes.txt'), 'January\n');
    commitAll(cwd, 'Pushed again');
    const { status, log } = play(system, system.proposal(base));
    expect([status, log]).toEqual([1, expect.stringContaining('gap-new')]);
  });

  it('says nothing of anybody where others may read it', () => {
    worsen();
    const { status, log } = play(system, system.abroad);
    expect([status, log]).toEqual([2, expect.stringContaining('公開の場所です')]);
    expect(existsSync(join(cwd, 'wazamori.xml'))).toBe(false);
  });

  it('installs no other package than the one whose hash was noted', () => {
    const { status } = play(system, { WAZAMORI_SHA256: '0'.repeat(64) });
    expect(status).not.toBe(0);
    expect(existsSync(join(folder, 'bin/wazamori'))).toBe(false);
    expect(existsSync(join(cwd, '.wazamori'))).toBe(false);
  });
});

describe('the recipe for GitHub Actions', () => {
  const { with: inputs } = (
    parse(githubSteps).steps as readonly { uses: string; with: Record<string, string> }[]
  ).find(({ uses }) => uses.startsWith('OWNER/wazamori@')) ?? { with: {} };

  const run = (event: object) => {
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(event));
    // What GitHub makes of the expression where no such label is.
    const given = { ...inputs, 'allow-policy-change': 'false', command: wrapper };
    const env = { PATH: path(), RUNNER_TEMP: folder, GITHUB_EVENT_PATH: file };
    return runAction(join(ROOT, 'action.yml'), given, cwd, env);
  };

  it('is the one that is written down', () => {
    expect(inputs).toEqual({
      paths: 'clients',
      baseline: 'auto',
      sarif: 'wazamori.sarif',
      'allow-policy-change': expect.stringContaining('labels'),
    });
  });

  it('annotates what got worse', () => {
    worsen();
    const ran = run(PRIVATE);
    expect([ran.status, ran.log]).toEqual([1, expect.stringContaining('::error file=clients/c003.yaml')]);
    expect(existsSync(join(cwd, 'wazamori.sarif'))).toBe(true);
  });

  it('says nothing of anybody where others may read it', () => {
    worsen();
    const ran = run(PUBLIC);
    expect([ran.status, ran.log]).toEqual([2, expect.stringContaining('公開の場所です')]);
    expect(existsSync(join(cwd, 'wazamori.sarif'))).toBe(false);
  });
});

describe('what the recipes leave behind', () => {
  it('is kept one day', () => {
    expect(gitlab.wazamori.artifacts).toMatchObject({ expire_in: '1 day', access: 'developer' });
    expect(parse(githubArtefact)[0].with).toMatchObject({ 'retention-days': 1 });
    expect(jenkins).toContain("buildDiscarder(logRotator(daysToKeepStr: '1', artifactDaysToKeepStr: '1'))");
  });

  it('is no plan', () => {
    for (const recipe of [JSON.stringify(gitlab), jenkins, githubSteps, githubArtefact])
      expect(recipe).not.toMatch(/pdf|wazamori report/i);
  });
});
