import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const TODAY = ['--today', '2026-11-21'];
const FAILS = 'wazamori: 1\nassessment: {date: 2024-11-10}\n';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'wazamori-names-'));
  put('repo/.git/HEAD', 'ref: refs/heads/main\n');
  put('repo/wazamori.policy.yaml', 'policy: 1\nageDays: 365\n');
  put('repo/sites/nagoya/c001.yaml', FAILS);
});
afterEach(() => {
  rmSync(top, { recursive: true, force: true });
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), text);
}

interface Seen {
  readonly file: string;
  readonly inLogs?: string;
  readonly findings: readonly { readonly fingerprint: string; readonly next: string }[];
}
async function check(cwd: string, args: readonly string[], env: Record<string, string> = {}) {
  const ran = await runCli(['check', ...args, '--format', 'json', ...TODAY], join(top, cwd), env);
  const files: readonly Seen[] = JSON.parse(ran.stdout).files;
  return { ...ran, files };
}
const namesIn = ({ files }: { readonly files: readonly Seen[] }) => files.map(({ file }) => file);

describe('files are named from the root of the repository', () => {
  it.each([
    ['repo', 'sites'],
    ['repo/sites', '.'],
    ['repo/sites', 'nagoya/c001.yaml'],
    ['repo/sites/nagoya', '.'],
    ['repo/sites/nagoya', '../../sites'],
    ['.', 'repo/sites'],
  ])('called in %s on %s', async (cwd, path) => {
    expect(namesIn(await check(cwd, [path]))).toEqual(['sites/nagoya/c001.yaml']);
  });

  it('with the same fingerprints', async () => {
    const of = async (cwd: string, path: string) =>
      (await check(cwd, [path])).files.flatMap(({ findings }) => findings.map((f) => f.fingerprint));
    expect(await of('repo/sites/nagoya', 'c001.yaml')).toEqual(await of('repo', 'sites'));
  });

  it.each(['text', 'sarif', 'junit', 'github', 'md'])('in %s too', async (format) => {
    const cwd = join(top, 'repo/sites/nagoya');
    const { stdout } = await runCli(['check', '.', '--format', format, ...TODAY], cwd);
    expect(stdout).toContain('sites/nagoya/c001.yaml');
  });

  it('and what is said to be typed names them from where one stands', async () => {
    put('repo/wazamori.policy.yaml', 'policy: 1\nscore: {overall: {low: 90}}\n');
    const { files } = await check('repo/sites', ['nagoya']);
    expect(files[0]?.findings.map(({ next }) => next).join('\n')).toContain('score nagoya/c001.yaml');
  });

  it('of a submodule from its own root, where .git is a file', async () => {
    put('repo/sites/.git', 'gitdir: ../.git/modules/sites\n');
    expect(namesIn(await check('repo/sites/nagoya', ['.']))).toEqual(['nagoya/c001.yaml']);
    expect(namesIn(await check('repo', ['sites']))).toEqual(['sites/nagoya/c001.yaml']);
  });

  it('or from another, that is given', async () => {
    expect(namesIn(await check('repo', ['sites', '--root', 'sites']))).toEqual(['nagoya/c001.yaml']);
    const ran = await runCli(['check', 'sites', '--root', 'nobody', ...TODAY], join(top, 'repo'));
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('--root の nobody はフォルダではありません');
  });

  it('and outside of any repository from where one stands', async () => {
    put('alone/c001.yaml', FAILS);
    expect(namesIn(await check('alone', ['.']))).toEqual(['c001.yaml']);
  });
});

describe('names that are kept out', () => {
  const SITES = ['repo/sites/青木精機.yaml', 'repo/sites/みなと精工.yaml'];
  beforeEach(() => {
    for (const name of SITES) put(name, FAILS);
  });
  const hidden = (args: readonly string[] = [], env = {}) =>
    check('repo', ['sites', '--redact', ...args], env);
  const openly = (env = {}) => check('repo', ['sites'], env);

  it('have a number that stays when files come and go, and fingerprints that do', async () => {
    const before = await hidden();
    rmSync(join(top, SITES[0] ?? ''));
    put('repo/sites/あけぼの工業.yaml', FAILS);
    const after = await hidden();
    const minato = (await openly()).files.find(({ file }) => file.includes('みなと'))?.inLogs;
    expect(minato).toMatch(/^answers-\d{8}\.yaml$/);
    for (const { files } of [before, after]) expect(files.map(({ file }) => file)).toContain(minato);
    const marks = ({ files }: typeof before) => files.find(({ file }) => file === minato)?.findings;
    expect(marks(after)).toEqual(marks(before));
  });

  it('are in no command that is said to be typed', async () => {
    put('repo/wazamori.policy.yaml', 'policy: 1\nscore: {overall: {low: 90}}\n');
    const said = ({ files }: Awaited<ReturnType<typeof check>>) =>
      files.flatMap(({ findings }) => findings.map(({ next }) => next)).join('\n');
    expect(said(await hidden())).toContain('wazamori score …');
    expect(said(await hidden())).not.toContain('answers-');
    expect(said(await openly())).toContain('wazamori score sites/みなと精工.yaml');
  });

  it('have a fingerprint code scanning goes by, where it finds no file to make one of', async () => {
    const args = ['check', 'sites', '--redact', '--format', 'sarif', ...TODAY];
    const { results } = JSON.parse((await runCli(args, join(top, 'repo'))).stdout).runs[0];
    interface Result {
      readonly locations: readonly [
        { readonly physicalLocation: { readonly artifactLocation: { uri: string } } },
      ];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }
    const seen = results.map(({ locations, partialFingerprints: marks }: Result) => {
      const own = marks['primaryLocationLineHash'];
      expect([undefined, marks['wazamoriFinding/v1']]).toContain(own);
      return [locations[0].physicalLocation.artifactLocation.uri.includes('answers-'), own !== undefined];
    });
    expect(new Set(seen.map(String))).toEqual(new Set(['true,true', 'false,false']));
  });

  it('leave fingerprints as they are where everything is named', async () => {
    const marks = ({ files }: Awaited<ReturnType<typeof check>>) =>
      files.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)).toSorted();
    expect(marks(await hidden())).toEqual(marks(await openly()));
  });

  it('are found again by who may see them', async () => {
    const first = namesIn(await hidden()).find((name) => name.startsWith('answers-'));
    const cwd = join(top, 'repo');
    const log = await runCli(['check', 'sites', '--redact', ...TODAY], cwd);
    expect(log.stdout).toContain('手元で check に --verbose を付けると分かります');
    const { stdout } = await runCli(['check', 'sites', '--verbose', ...TODAY], cwd);
    expect(stdout).toMatch(new RegExp(`sites/.*（名前を伏せたログでは ${first}）`));
    expect((await runCli(['check', 'sites', ...TODAY], cwd)).stdout).not.toContain('answers-');
  });

  it('cannot be tried by who has no key, where one is given', async () => {
    const key = { WAZAMORI_NAME_KEY: '会社の外に出さない合い言葉' };
    const [keyed, plain, other] = await Promise.all([
      hidden([], key),
      hidden(),
      hidden([], { WAZAMORI_NAME_KEY: 'x' }),
    ]);
    const parts = ({ files }: typeof plain) =>
      files
        .filter(({ inLogs }) => inLogs !== undefined)
        .flatMap(({ file, findings }) => [file, ...findings.map(({ fingerprint }) => fingerprint)]);
    for (const [one, two] of [
      [keyed, plain],
      [keyed, other],
      [plain, other],
    ] as const)
      expect(parts(one).filter((part) => parts(two).includes(part))).toEqual([]);
    expect(namesIn(await hidden([], key))).toEqual(namesIn(keyed));
    expect((await openly(key)).files.flatMap(({ inLogs }) => inLogs ?? [])).toEqual(
      namesIn(keyed).filter((name) => name.startsWith('answers-')),
    );
  });

  it('are those of a company that is written in Latin letters, in what is said beside the result, too', async () => {
    const answers = 'wazamori: 1\ncompany: {name: "Minato Seiko Co., Ltd."}\n';
    put('before/minato-seiko-old.yaml', answers);
    put('repo/sites/minato-seiko.yaml', answers);
    const ran = await hidden(['--baseline', '../before']);
    expect(ran.stderr).toMatch(/answers-\d{8}\.yaml.+earlier-\d{8}\.yaml/);
    expect(ran.stdout + ran.stderr).not.toMatch(/minato/i);
  });

  it('are those of policies', async () => {
    put('repo/sites/青木精機/wazamori.policy.yaml', 'policy: 1\n');
    put('repo/sites/青木精機/c002.yaml', FAILS);
    const ran = await hidden();
    expect(JSON.parse(ran.stdout).policy).toMatch(/^wazamori\.policy\.yaml, policy-\d{8}\.yaml$/);
    expect(ran.stdout + ran.stderr).not.toContain('青木');
    const { policy } = JSON.parse((await check('repo/sites', ['nagoya'])).stdout);
    expect(policy).toBe('wazamori.policy.yaml');
    const standard = await check('repo/sites', ['nagoya', '--policy', 'standard']);
    expect(JSON.parse(standard.stdout).policy).toBe('standard');
  });

  it('are those of other files and of files that are gone, too', async () => {
    put('repo/sites/台帳.yaml', 'services: {}\n');
    const { leftOut } = JSON.parse((await hidden()).stdout);
    expect(leftOut).toEqual([{ file: expect.stringMatching(/^other-\d{8}\.yaml$/), reason: 'other-yaml' }]);
    for (const name of ['青木精機', 'みなと精工', '立花塗装'])
      put(`before/${name}.yaml`, 'wazamori: 1\nanswers: {guidance.take-out-rules: はい}\n');
    const ran = await hidden(['--baseline', '../before']);
    expect(ran.stdout).toContain('file-gone');
    expect(ran.stdout + ran.stderr).not.toContain('立花');
  });
});
