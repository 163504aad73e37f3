import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BIN } from '../setup/package.ts';
import { ROOT, runCli } from './run-cli.ts';

const TODAY = ['--today', '2026-11-21'];
const GOOD = 'wazamori: 1\nassessment: {date: 2026-11-10}\n';
const WARNS = 'wazamori: 1\nassessment: {date: 2026-11-10}\ncompany: {naem: 株式会社みなと精工}\n';
const FAILS = 'wazamori: 1\nassessment: {date: 2024-11-10}\n';
const BROKEN = 'wazamori: 1\nanswers: たくさん\n';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-check-'));
  put('wazamori.policy.yaml', 'policy: 1\nageDays: 365\n');
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const check = (...args: readonly string[]) => runCli(['check', ...args, ...TODAY], cwd);
const text = (name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('exit codes over many files', () => {
  it.each<[string, readonly string[], readonly string[], number]>([
    ['all good', [GOOD, GOOD], [], 0],
    ['a warning', [GOOD, WARNS], [], 0],
    ['a warning, and warnings count', [GOOD, WARNS], ['--fail-on', 'warning'], 1],
    ['an error', [GOOD, FAILS, WARNS], [], 1],
    ['an error, and nothing fails', [GOOD, FAILS], ['--no-fail'], 0],
    ['one that cannot be read beside an error', [BROKEN, FAILS, GOOD], [], 2],
    ['one that cannot be read, and nothing fails', [BROKEN], ['--no-fail'], 2],
    ['a file that is not there', [GOOD], ['nobody.yaml'], 2],
  ])('%s', async (_, files, args, status) => {
    files.forEach((file, i) => {
      put(`clients/c${i}.yaml`, file);
    });
    expect((await check('clients', ...args)).status).toBe(status);
  });
});

describe('files', () => {
  it('in a folder are those that are answers, whatever else is YAML there', async () => {
    put('clients/a.yaml', GOOD);
    put('clients/deep/b.yml', FAILS);
    put('clients/compose.yaml', 'services: {}\n');
    put('clients/.hidden/c.yaml', FAILS);
    put('clients/node_modules/d.yaml', FAILS);
    put('clients/slip.yaml', 'wazamori： 1\n');
    symlinkSync('..', join(cwd, 'clients/circle'));
    const { files } = JSON.parse((await check('clients', '--format', 'json')).stdout);
    expect(files.map((f: { file: string }) => f.file)).toEqual([
      'clients/a.yaml',
      'clients/deep/b.yml',
      'clients/slip.yaml',
    ]);
  });

  // As a person, a program or an exporter may write it: each is looked at, and each is found wanting.
  it.each<[string, string]>([
    ['quoted', '"wazamori": 1\n"assessment": {"date": "2024-11-10"}\n'],
    ['JSON', '{"wazamori":1,"assessment":{"date":"2024-11-10"}}'],
    ['a flow mapping', '{wazamori: 1, assessment: {date: 2024-11-10}}\n'],
    ['behind the mark of a document', '--- {wazamori: 1, assessment: {date: 2024-11-10}}\n'],
    ['indented', ' wazamori: 1\n assessment: {date: 2024-11-10}\n'],
    ['long keys', '? wazamori\n: 1\n? assessment\n: {date: 2024-11-10}\n'],
    ['a byte order mark and quotes', '\ufeff"wazamori": 1\n"assessment": {date: 2024-11-10}\n'],
  ])('in a folder, %s, do not pass unseen', async (_, written) => {
    put('clients/a.yaml', GOOD);
    put('clients/b.yaml', written);
    const ran = await check('clients');
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining('assessment-old')]);
    expect(ran.stdout).toContain('2ファイル中2ファイルを調べました');
  });

  it('that are links, to a file or a folder, do not pass unseen', async () => {
    put('clients/a.yaml', GOOD);
    put('store/z.yaml', FAILS);
    put('other/deep/y.yaml', FAILS);
    symlinkSync('../store/z.yaml', join(cwd, 'clients/link.yaml'));
    symlinkSync('../other', join(cwd, 'clients/branch'));
    const ran = await check('clients');
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('3ファイル中3ファイルを調べました');
    expect(ran.stdout).toMatch(/clients\/branch\/deep\/y\.yaml.+clients\/link\.yaml/s);
  });

  it('that do not parse and bear our key do not pass', async () => {
    put('clients/a.yaml', GOOD);
    put('clients/b.yaml', '{"wazamori": 1, answers: {\n');
    const ran = await check('clients');
    expect([ran.status, ran.stdout]).toEqual([2, expect.stringContaining('yaml-unclosed')]);
  });

  it('are what patterns mean, in quotes too', async () => {
    put('clients/a.yaml', GOOD);
    put('clients/2026/東京/b.yaml', FAILS);
    const all = await check('clients/**');
    expect([all.status, all.stdout]).toEqual([1, expect.stringContaining('2ファイル中2ファイル')]);
    expect((await check('clients/*.yaml')).stdout).toContain('1ファイル中1ファイル');
    const none = await check('clients/c*.yaml');
    expect([none.status, none.stdout]).toEqual([
      2,
      expect.stringContaining('clients/c*.yaml が見つかりません。'),
    ]);
    const wrong = await check('clients/[z-a].yaml');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain(
      '「clients/[z-a].yaml」は、ファイルをまとめて指す書き方になっていません。',
    );
  });

  it('beside others: those are named with the reason, in every format', async () => {
    put('clients/a.yaml', GOOD);
    put('clients/compose.yaml', 'services: {}\n');
    put('clients/empty.yaml', '');
    put('clients/broken.yaml', 'a: [\n');
    put('clients/.a.yaml', FAILS);
    put('clients/wazamori.policy.yml', 'policy: 1\n');
    put('clients/.old/deep/b.yml.bak', FAILS);
    put('clients/.old/readme.md', '');
    put('clients/.none/readme.md', '');
    put('clients/.old/.git/config.yaml', '');
    put('clients/node_modules/x/b.yaml', FAILS);
    put('clients/a.yml.bak', FAILS);
    put('clients/a.yaml~', FAILS);
    put('clients/B.YML', GOOD);
    symlinkSync('..', join(cwd, 'clients/.up'));
    symlinkSync('nowhere', join(cwd, 'clients/cut.yaml'));
    symlinkSync('..', join(cwd, 'clients/up'));
    spawnSync('mkfifo', [join(cwd, 'clients/pipe.yaml')]);
    const told = async (format: string): Promise<string> => {
      const ran = await check('clients', '--format', format);
      expect(ran.status, format).toBe(0);
      return ran.stdout;
    };
    const { count, leftOut } = JSON.parse(await told('json'));
    expect(count).toMatchObject({ found: 12, checked: 2 });
    expect(leftOut.map(({ file, reason }: Record<string, string>) => `${file} ${reason}`)).toEqual([
      'clients/.a.yaml hidden',
      'clients/.old/deep/b.yml.bak hidden',
      'clients/.up hidden-folder',
      'clients/a.yaml~ other-ending',
      'clients/a.yml.bak other-ending',
      'clients/broken.yaml unreadable-yaml',
      'clients/compose.yaml other-yaml',
      'clients/cut.yaml broken-link',
      'clients/empty.yaml empty',
      'clients/node_modules hidden-folder',
      'clients/pipe.yaml not-a-file',
      'clients/up link-again',
      'clients/wazamori.policy.yml policy',
    ]);
    for (const format of ['text', 'sarif', 'junit', 'github', 'md']) {
      const shown = (await told(format))
        .replaceAll('&#46;', '.')
        .replaceAll('&#95;', '_')
        .replaceAll('&#126;', '~');
      expect(shown, format).toContain('12ファイル中2ファイルを調べました');
      for (const { file } of leftOut) expect(shown, format).toContain(file);
    }
  });

  it('beside others keep the names of those to themselves where names are kept out', async () => {
    put('clients/a.yaml', GOOD);
    put('clients/青木精機.yaml', 'services: {}\n');
    const ran = await check('clients', '--redact');
    expect(ran.stdout).toMatch(/other-\d{8}\.yaml/);
    expect(ran.stdout).not.toContain('青木');
  });

  it('beside a folder that may not be read do not pass alone', () => {
    put('clients/a.yaml', GOOD);
    put('clients/closed/b.yaml', FAILS);
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'clients/closed'), 0);
    const ran = spawnSync(process.execPath, [BIN, 'check', 'clients', ...TODAY], {
      cwd,
      encoding: 'utf8',
      // Root may read everything.
      ...(process.getuid?.() === 0 ? { uid: 65534 } : {}),
    });
    chmodSync(join(cwd, 'clients/closed'), 0o700);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/clients\/closed を読めません（EACCES）/);
  });

  it('given twice are checked once', async () => {
    put('a.yaml', GOOD);
    const { files } = JSON.parse((await check('a.yaml', './a.yaml', '.', '--format', 'json')).stdout);
    expect(files).toHaveLength(1);
  });

  it('take the policy nearest above them', async () => {
    put('strict/wazamori.policy.yaml', 'policy: 1\ndepth: evidence\n');
    put('strict/deep/a.yaml', GOOD);
    put('b.yaml', GOOD);
    const ran = await check('strict', 'b.yaml');
    expect(ran.stdout).toContain('depth-too-shallow');
    expect(ran.stdout).not.toContain('b.yaml');
  });

  it('are not touched', async () => {
    put('a.yaml', FAILS);
    const before = statSync(join(cwd, 'a.yaml')).mtimeMs;
    await check('a.yaml', '--format', 'text', '--format', 'json=out.json');
    expect(text('a.yaml')).toBe(FAILS);
    expect(statSync(join(cwd, 'a.yaml')).mtimeMs).toBe(before);
  });
});

describe('output', () => {
  const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'md'] as const;

  it.each(FORMATS)('%s on the screen and in a file are the same bytes, twice the same', async (format) => {
    put('a.yaml', FAILS);
    const screen = await check('a.yaml', '--format', format);
    const file = await check('a.yaml', '--format', format, '--output', 'out.txt');
    const named = await check('a.yaml', '--format', `${format}=named.txt`);
    expect([file.stdout, named.stdout]).toEqual(['', '']);
    // What does not say of itself what it is gets a line that does: so a later check knows what it may replace.
    const sign = format === 'text' || format === 'github' ? 'wazamori check\n\n' : '';
    const whole = `${sign}${screen.stdout}`;
    expect([text('out.txt'), text('named.txt')]).toEqual([whole, whole]);
    expect([screen.status, file.status, named.status]).toEqual([1, 1, 1]);
    expect(statSync(join(cwd, 'out.txt')).mode & 0o777).toBe(0o600);
  });

  it('with --no-fail fails no test in JUnit, and says what it found', async () => {
    put('a.yaml', FAILS);
    expect((await check('a.yaml', '--format', 'junit')).stdout).toContain('<failure ');
    const ran = await check('a.yaml', '--format', 'junit', '--no-fail');
    expect(ran.status).toBe(0);
    expect(ran.stdout).not.toContain('<failure ');
    expect(ran.stdout).toContain('答えは741日前のものです');
  });

  it('in many formats at once', async () => {
    put('a.yaml', FAILS);
    const ran = await check(
      'a.yaml',
      '--format',
      'text',
      '--format',
      'sarif=o.sarif',
      '--format',
      'junit=o.xml',
    );
    expect(ran.stdout).toContain('assessment-old');
    expect(JSON.parse(text('o.sarif')).version).toBe('2.1.0');
    expect(text('o.xml')).toContain('<testsuites>');
  });

  it.each([
    ['answers under another name', 'wazamori: 1\n'],
    ['a policy under another name', 'policy: 1\n'],
    ['a plan', '%PDF-1.7\n'],
  ])('replaces its own results of any format, but never %s', async (_, content) => {
    put('a.yaml', FAILS);
    put('kept.txt', content);
    const ran = await check('a.yaml', '--format', 'json=new.json', '-o', 'kept.txt');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(text('kept.txt')).toBe(content);
    expect(existsSync(join(cwd, 'new.json'))).toBe(false);
  });

  it.each([
    ['an answer file', 'json=a.yaml'],
    ['the policy', 'json=wazamori.policy.yaml'],
    ['any YAML', 'json=other.yml'],
    ['a folder', 'json=.'],
    ['nothing', 'json='],
    ['a format nobody knows', 'pdf'],
  ])('never goes over %s', async (_, format) => {
    put('a.yaml', FAILS);
    const ran = await check('a.yaml', '--format', format);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).not.toMatch(/\bat .*\.js:\d+/);
    expect(text('a.yaml')).toBe(FAILS);
    expect(existsSync(join(cwd, 'other.yml'))).toBe(false);
  });

  it.each([
    [['json=kekka.txt', 'md=kekka.txt'], /kekka\.txt に2つの形式/],
    [['json='], /「json=」のあとに/],
    [['json=kekka'], /kekka はフォルダです/],
  ])('%j lose no result in silence', async (formats, said) => {
    put('a.yaml', GOOD);
    mkdirSync(join(cwd, 'kekka'));
    const ran = await check('a.yaml', ...formats.flatMap((format) => ['--format', format]));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(said);
    expect(existsSync(join(cwd, 'kekka.txt'))).toBe(false);
  });

  it.each([[['text', 'json']], [['text', 'json=-']], [['sarif=/dev/stdout', 'json']]])(
    'two formats for one screen are refused: %j',
    async (formats) => {
      put('a.yaml', FAILS);
      const ran = await check('a.yaml', ...formats.flatMap((format) => ['--format', format]));
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toMatch(/画面に出す形式の2つ目/);
    },
  );

  it.each([
    ['out.json', /^\{/],
    ['out.SARIF', /sarif-2\.1\.0/],
    ['out.xml', /^<\?xml/],
    ['out.md', /^<!-- wazamori-check/],
    ['out.log', /^wazamori check\n\na\.yaml/],
  ])('without --format is what the name %s promises', async (name, beginning) => {
    put('a.yaml', FAILS);
    expect((await check('a.yaml', '-o', name)).status).toBe(1);
    expect(text(name)).toMatch(beginning);
    await check('a.yaml', '-o', `as-text-${name}`, '--format', 'text');
    expect(text(`as-text-${name}`)).toMatch(/^wazamori check\n\na\.yaml/);
  });

  it('goes to stdout by its other names, and into a device without harm', async () => {
    put('a.yaml', FAILS);
    const { stdout } = await check('a.yaml', '--format', 'json');
    for (const args of [['json=-'], ['json=/dev/stdout'], ['json', '-o', '-']])
      expect((await check('a.yaml', '--format', ...args)).stdout).toBe(stdout);
    expect(await check('a.yaml', '-o', '/dev/null')).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });
});

describe('in CI', () => {
  const SECRET = [
    'wazamori: 1',
    'company: {name: 株式会社みなと精工}',
    'technologies:',
    '  - {id: annealing, name: 薄板の焼鈍条件, family: [none], listControl: listed, informReceived: yes}',
    'answers:',
    '  guidance.use-records: {answer: はい, note: 台帳はまだ作っていない}',
    '',
  ].join('\n');
  const words = ['みなと', '焼鈍', 'annealing', 'まだ作って'];
  const formats = ['text', 'json', 'sarif', 'junit', 'github', 'md'];

  beforeEach(() => {
    put('wazamori.policy.yaml', 'policy: 1\nlegal: {noStop: true}\n');
    put('みなと精工.yaml', SECRET);
    put('c001.yaml', SECRET);
  });

  it.each(formats)('%s keeps company, technology and note out of the log', async (format) => {
    const ran = await runCli(['check', '.', '--format', format, ...TODAY], cwd, { CI: 'true' });
    expect(ran.status).toBe(1);
    for (const word of words) expect(ran.stdout + ran.stderr).not.toContain(word);
    expect(ran.stdout).toContain('c001.yaml');
    expect(ran.stdout).toMatch(/answers-\d{8}\.yaml/);
    expect(ran.stdout).toContain('legal-stop');
  });

  it.each([
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
    [{ TF_BUILD: 'True' }, true],
    [{ JENKINS_URL: 'https://ci.example.invalid/' }, true],
    [{ TEAMCITY_VERSION: '2026.1' }, true],
    [{ CI: 'false', JENKINS_URL: 'https://ci.example.invalid/' }, false],
    [{}, false],
  ])('is known by %j: %s', async (env, hidden) => {
    const { stdout } = await runCli(['check', 'c001.yaml', ...TODAY], cwd, env);
    expect(!stdout.includes('annealing')).toBe(hidden);
  });

  it('and says everything to whoever asks for it', async () => {
    const ran = await runCli(['check', '.', '--no-redact', ...TODAY], cwd, { CI: 'true' });
    // Lines may end inside a note that is quoted.
    const said = ran.stdout.replace(/\s+/g, '');
    for (const word of ['みなと', 'annealing', 'まだ作って']) expect(said).toContain(word);
    expect((await check('.', '--redact')).stdout).not.toContain('annealing');
  });
});

describe('evidence files', () => {
  const answers = (file: string, sha256 = ''): string =>
    `wazamori: 1\nanswers:\n  guidance.information-rules:\n    answer: はい\n    evidence: [{file: "${file}"${sha256 === '' ? '' : `, sha256: ${sha256}`}}]\n`;
  const hash = createHash('sha256').update('第3版').digest('hex');

  beforeEach(() => {
    put('wazamori.policy.yaml', 'policy: 1\nevidence: {verifyFiles: true}\n');
    put('clients/kitei/rules.txt', '第3版');
  });

  it.each<[string, string, string, string | null]>([
    ['there', 'kitei/rules.txt', '', null],
    ['there and unchanged', 'kitei/rules.txt', hash.toUpperCase(), null],
    [
      'there and changed',
      'kitei/rules.txt',
      hash.replace(/^./, (c) => (c === '0' ? '1' : '0')),
      'evidence-file-changed',
    ],
    ['gone', 'kitei/other.txt', '', 'evidence-file-missing'],
    ['a folder', 'kitei', '', 'evidence-file-missing'],
    ['outside, though it exists', '/etc/hostname', '', 'evidence-file-missing'],
    ['outside by steps up', '../../../../../../etc/hostname', '', 'evidence-file-missing'],
    ['on another computer', String.raw`\\\\server\\share\\rules.txt`, '', 'evidence-file-missing'],
  ])('%s', async (_, file, sha256, code) => {
    put('clients/a.yaml', answers(file, sha256));
    const { stdout, status } = await check('clients/a.yaml');
    if (code === null) expect({ stdout, status }).toMatchObject({ status: 0 });
    else expect(stdout).toContain(code);
  });
});

describe('the shipped policies', () => {
  it.each([
    ['small-start', 'machining-shop', 0],
    // A technology that must not go yet, and one whose report was never made.
    ['small-start', 'materials-maker', 1],
    ['small-start', 'parts-maker', 1],
    ['standard', 'machining-shop', 1],
    ['standard', 'materials-maker', 1],
    ['standard', 'parts-maker', 1],
    ['for-customers', 'machining-shop', 1],
    ['for-customers', 'materials-maker', 1],
    ['for-customers', 'parts-maker', 1],
  ])('%s on the sample %s ends with %i', async (policy, sample, status) => {
    put('a.yaml', readFileSync(join(ROOT, `templates/samples/${sample}.yaml`), 'utf8'));
    expect((await check('a.yaml', '--policy', policy)).status).toBe(status);
  });

  it('explain every line', () => {
    for (const name of ['small-start', 'standard', 'for-customers']) {
      const lines = readFileSync(join(ROOT, `templates/policies/${name}.yaml`), 'utf8').split('\n');
      const silent = lines.filter((line) => /^\s*(?:- |\w+: +\S)/.test(line) && !line.includes('#'));
      expect(silent, name).toEqual([]);
    }
  });
});
