import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../../scripts/run-action.ts';
import { folder } from '../setup/folder.ts';
import { BIN } from '../setup/package.ts';
import { change, makeClientRepository } from './client-repository.ts';
import { ROOT } from './run-cli.ts';

let origin = '';
let cwd = '';
let command = '';
beforeAll(() => {
  origin = folder();
  makeClientRepository(origin);
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-action-'));
  cpSync(origin, cwd, { recursive: true });
  command = join(cwd, 'wazamori');
  writeFileSync(command, `#!/bin/sh\nexec node ${BIN} --today 2026-11-21 "$@"\n`);
  chmodSync(command, 0o755);
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const run = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
  runAction(`${ROOT}action.yml`, { command, ...inputs }, cwd, {
    PATH: process.env['PATH'],
    RUNNER_TEMP: folder(),
    ...env,
  });

describe('the GitHub action, step by step', () => {
  it('passes where nothing is found', () => {
    const ran = run({ paths: 'clients', baseline: 'main:' });
    expect(ran).toMatchObject({ status: 0, outputs: { 'exit-code': '0' } });
    expect(ran.steps).toEqual(['Install wazamori', 'Check the answers', 'Result']);
    expect(ran.log).not.toMatch(/::(?:error|warning)/);
    expect(ran.log).toContain('::notice title=wazamori check::12ファイル中12ファイルを調べました。');
    expect(ran.summary).toContain('12ファイル');
  });

  it.each([
    ['', 1],
    ['false', 1],
    ['yes', 1],
    ['true', 0],
  ])('lets a policy be loosened only where somebody agreed: %j', (agreed, status) => {
    writeFileSync(join(cwd, 'wazamori.policy.yaml'), 'policy: 1\nlegal: {noStop: true}\n');
    const ran = run({ paths: 'clients', baseline: 'main:', 'allow-policy-change': agreed });
    expect(ran.status).toBe(status);
    expect(/^::error.*policy-weakened/m.test(ran.log)).toBe(status === 1);
  });

  it('annotates the line that got worse, writes SARIF and the summary, and fails', () => {
    change(cwd, 3, ['guidance.nda-before-showing: はい', 'guidance.nda-before-showing: いいえ']);
    const ran = run({ paths: 'clients\n', baseline: 'main:', sarif: 'out.sarif' });
    expect(ran).toMatchObject({ status: 1, outputs: { 'exit-code': '1' } });
    expect(ran.log).toMatch(/^::error file=clients\/c003\.yaml,line=\d+,col=\d+,title=.*gap-new/m);
    expect(ran.summary).toContain('gap-new');
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('tells bad input from findings', () => {
    expect(run({ paths: 'clients', policy: 'no-such-policy' }).outputs).toEqual({ 'exit-code': '2' });
  });

  it.each([
    ['a public repository', { repository: { full_name: 'o/a', private: false } }],
    [
      'a pull request from a fork',
      {
        repository: { full_name: 'o/a', private: true },
        pull_request: { head: { repo: { full_name: 'x/a', fork: true } } },
      },
    ],
  ])('says nothing of anybody in %s', (_, event) => {
    change(cwd, 3, ['guidance.nda-before-showing: はい', 'guidance.nda-before-showing: いいえ']);
    const path = join(folder(), 'event.json');
    writeFileSync(path, JSON.stringify(event));
    const inputs = { paths: 'clients', baseline: 'main:', sarif: 'out.sarif' };
    const ran = run(inputs, { GITHUB_EVENT_PATH: path });
    expect(ran).toMatchObject({ status: 2, outputs: { 'exit-code': '2' }, summary: '' });
    expect(ran.log).toMatch(/^::error title=wazamori check::公開の場所です/m);
    expect(ran.log).not.toContain('c003');
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(false);
  });

  it('takes an input for a word, never for a command or an option', () => {
    for (const paths of ['$(touch hacked)', '"; touch hacked; "', '--no-fail', '`touch hacked`']) {
      expect(run({ paths }).outputs).toEqual({ 'exit-code': '2' });
    }
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
  });
});

describe('what the action runs', () => {
  /** An npm that only says how it was called, and installs what a package would bring. */
  const withNpm = (inputs: Readonly<Record<string, string>>) => {
    const bin = join(cwd, 'bin');
    mkdirSync(bin, { recursive: true });
    const log = join(cwd, 'npm.log');
    const brings = `case "$*" in *--global*) mkdir -p "$3/bin" && cp ${command} "$3/bin/wazamori";; esac`;
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$*" >> ${log}\n${brings}\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    const env = { PATH: `${bin}:${process.env['PATH']}`, RUNNER_TEMP: folder() };
    const ran = runAction(`${ROOT}action.yml`, { paths: 'clients', baseline: 'main:', ...inputs }, cwd, env);
    return { ran, asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] };
  };
  const tarball = (): string => {
    writeFileSync(join(cwd, 'wazamori.tgz'), 'a package');
    return createHash('sha256').update('a package').digest('hex');
  };

  it('is the commit the workflow names, by its own lock file', () => {
    const { ran, asked } = withNpm({});
    expect(ran).toMatchObject({ status: 0, outputs: { 'exit-code': '0' } });
    const here = ROOT.replace(/\/$/, '');
    expect(asked).toEqual([
      `ci --prefix ${here} --ignore-scripts --no-audit --no-fund`,
      `run --prefix ${here} --silent build`,
    ]);
  });

  it('or a package file with the hash that was written down', () => {
    const { ran, asked } = withNpm({ package: 'wazamori.tgz', sha256: tarball() });
    expect(ran).toMatchObject({ status: 0, outputs: { 'exit-code': '0' } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^install --prefix \S+ --global .* \/\S+\/wazamori\.tgz$/);
  });

  it.each([
    ['of another hash', 'wazamori.tgz', '0'.repeat(64)],
    ['without its hash', 'wazamori.tgz', ''],
    ['that is a name in a registry', 'wazamori', '0'.repeat(64)],
  ])('never a package %s', (_, name, sha256) => {
    tarball();
    const { ran, asked } = withNpm({ package: name, sha256 });
    expect(ran.status).not.toBe(0);
    expect(ran.steps).toEqual(['Install wazamori']);
    expect(asked).toEqual([]);
  });
});

describe('the pre-commit hook', () => {
  it('takes client files and leaves the policy', () => {
    const [hook] = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
    const [files, exclude] = [new RegExp(hook.files), new RegExp(hook.exclude)];
    const taken = (path: string): boolean => files.test(path) && !exclude.test(path);
    expect(taken('clients/c001.yaml')).toBe(true);
    expect(taken('office/wazamori/site.yml')).toBe(true);
    expect(taken('wazamori/wazamori.policy.yaml')).toBe(false);
    expect(taken('.github/workflows/ci.yml')).toBe(false);
    expect(hook.entry).toBe('wazamori check');
  });
});
