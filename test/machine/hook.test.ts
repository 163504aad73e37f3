import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

/**
 * The hook of `.pre-commit-hooks.yaml`, installed by pre-commit itself from a git repository, with every npm there is for
 * the Nodes we promise. pre-commit 3 installs, packs and takes all of `npm pack`'s stdout for a file name; pre-commit 4
 * installs from git globally, for which npm 10 and 11 prepare a clone without dev dependencies.
 */
const folder = mkdtempSync(join(tmpdir(), 'wazamori-hook-'));
const origin = join(folder, 'origin');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  // As it stands here, committed or not.
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  for (const path of run('git', listed, ROOT).stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(origin, path)), { recursive: true });
    cpSync(join(ROOT, path), join(origin, path), { force: true });
  }
  commitAll(origin);
  execFileSync('python3', ['-m', 'venv', join(folder, 'python')], { stdio: 'pipe' });
  const wanted = ['install', '--quiet', '--disable-pip-version-check', 'pre-commit==4.7.0'];
  execFileSync(join(folder, 'python/bin/pip'), wanted, { stdio: 'pipe' });
}, 600_000);

/** What an npm above this test was told would reach the ones below it, and what a CI system says of where it runs. */
const surroundings = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(?:npm|github|gitlab)_/i.test(key)),
);

const run = (
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) =>
  spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26, env: { ...surroundings, ...env } });

const AUTHOR = ['-c', 'user.name=wazamori', '-c', 'user.email=wazamori@example.invalid'];

function commitAll(cwd: string): string {
  for (const line of [
    ['init', '-q'],
    ['add', '-A'],
    [...AUTHOR, 'commit', '-q', '-m', 'all'],
  ])
    execFileSync('git', line, { cwd, stdio: 'pipe' });
  return run('git', ['rev-parse', 'HEAD'], cwd).stdout.trim();
}

/** A repository of clients that uses the hook. */
function clients(name: string): string {
  const cwd = join(folder, name);
  mkdirSync(join(cwd, 'clients'), { recursive: true });
  cpSync(join(ROOT, 'templates/samples/parts-maker.yaml'), join(cwd, 'clients/c001.yaml'));
  writeFileSync(
    join(cwd, '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${origin}\n    rev: ${run('git', ['rev-parse', 'HEAD'], origin).stdout}    hooks:\n      - id: wazamori-check\n`,
  );
  commitAll(cwd);
  return cwd;
}

const OURS = process.versions.node;
const NEWEST = join(folder, 'python/bin/pre-commit');

describe.each([
  { named: 'pre-commit of Debian', program: 'pre-commit', npm: 'npm@10.9.9', node: OURS },
  { named: 'pre-commit 4.7', program: NEWEST, npm: 'npm@10.9.9', node: OURS },
  { named: 'pre-commit 4.7', program: NEWEST, npm: 'npm@11.21.2', node: OURS },
  { named: 'pre-commit 4.7', program: NEWEST, npm: 'npm@12.2.2', node: '22.23.3' },
])('$named with $npm on Node $node', ({ named, program, npm, node }) => {
  it('installs the hook, lets a sound answer file pass and stops one that cannot be read', () => {
    const name = `${named}-${npm}`.replaceAll(/\W+/g, '-');
    const tools = join(folder, `tools-${name}`);
    mkdirSync(tools);
    const packages = node === OURS ? [npm] : [npm, `node@${node}`];
    const installed = run(
      'npm',
      ['install', '--prefix', tools, '--no-audit', '--no-fund', '--engine-strict=false', ...packages],
      tools,
    );
    expect(installed.status, installed.stderr).toBe(0);
    const env = {
      PATH: `${tools}/node_modules/.bin:${process.env['PATH']}`,
      PRE_COMMIT_HOME: join(folder, `home-${name}`),
    };
    expect(run('npm', ['--version'], folder, env).stdout.trim()).toBe(npm.slice('npm@'.length));
    expect(run('node', ['--version'], folder, env).stdout.trim()).toBe(`v${node}`);
    const cwd = clients(name);
    const passed = run(program, ['run', '--all-files'], cwd, env);
    expect(passed.stdout + passed.stderr).toMatch(/wazamori check\.+Passed/);
    // As a person meets it: it stands in the repository, and a commit does not come about.
    expect(run(program, ['install'], cwd, env).status).toBe(0);
    writeFileSync(join(cwd, 'clients/c002.yaml'), 'wazamori: 1\nanswers: {guidance.device-updates: はあ}\n');
    const before = run('git', ['rev-parse', 'HEAD'], cwd).stdout;
    run('git', ['add', '-A'], cwd);
    const refused = run('git', [...AUTHOR, 'commit', '-q', '-m', 'Site 2'], cwd, env);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/clients\/c002\.yaml\n +2:36 +誤り +wrong-word\n/);
    expect(refused.stderr).not.toContain('c001.yaml');
    expect(run('git', ['rev-parse', 'HEAD'], cwd).stdout).toBe(before);
    const stopped = run(program, ['run', '--all-files'], cwd, env);
    expect(stopped.stdout).toMatch(/wazamori check\.+Failed/);
    expect(stopped.stdout).toContain('wrong-word');
    // Who insists, does it in the open.
    expect(run('git', [...AUTHOR, 'commit', '-q', '--no-verify', '-m', 'Site 2'], cwd, env).status).toBe(0);
  }, 900_000);
});
