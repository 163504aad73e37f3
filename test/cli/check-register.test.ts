import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder } from '../setup/folder.ts';
import { runCli } from './run-cli.ts';

const TODAY = ['--today', '2026-11-21'];
const company = (name: string): string =>
  `wazamori: 1\ncompany: {name: ${name}}\nassessment: {date: 2026-11-10}\n`;
const REGISTER = `policy: 1
clients:
  - {name: c001, company: 株式会社青木精機, files: clients/c001.yaml}
  - {name: c002, files: [clients/c002.yaml, clients/c002/*.yaml]}
  - {company: みなと精工株式会社, files: "clients/c003*.yaml"}
exclude: [clients/samples]
`;

let cwd = '';
beforeEach(() => {
  cwd = folder();
  put('wazamori.policy.yaml', REGISTER);
  put('clients/c001.yaml', company('㈱青木精機'));
  put('clients/c002.yaml', company('杉山めっき株式会社'));
  put('clients/c003.yaml', company('みなと精工（株）'));
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}
const remove = (name: string): void => rmSync(join(cwd, name), { recursive: true });

interface Told {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly location: { readonly line: number };
}

async function checked(...args: readonly string[]) {
  const ran = await runCli(['check', ...args, '--format', 'json', '--no-redact', ...TODAY], cwd);
  const report: {
    count: object;
    leftOut: { file: string; reason: string }[];
    files: { file: string; findings: Told[] }[];
  } = JSON.parse(ran.stdout);
  const told = report.files.flatMap(({ file, findings }) =>
    findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, severity, location }) => `${file}:${location.line} ${severity} ${code}`),
  );
  return { status: ran.status, told, report };
}

describe('the register of a policy', () => {
  it('has nothing to say where everybody is there, and counts them in every format', async () => {
    const { status, told, report } = await checked('clients');
    expect({ status, told }).toEqual({ status: 0, told: [] });
    expect(report.count).toMatchObject({ clients: { listed: 3, checked: 3 }, leftOut: 0 });
    for (const format of ['text', 'sarif', 'junit', 'github', 'md']) {
      const { stdout } = await runCli(['check', 'clients', '--format', format, ...TODAY], cwd);
      expect(stdout, format).toContain('の3件のうち3件に、調べた回答があります');
    }
  });

  it.each<[string, () => void]>([
    ['deleted', () => remove('clients/c001.yaml')],
    [
      'renamed to what is no YAML',
      () => {
        remove('clients/c001.yaml');
        put('clients/c001.yml.bak', company('㈱青木精機'));
      },
    ],
    [
      'moved to where nobody looks',
      () => {
        remove('clients/c001.yaml');
        put('clients/.c001/c001.yaml', company('㈱青木精機'));
      },
    ],
    ['excluded', () => put('wazamori.policy.yaml', REGISTER.replace('clients/samples', 'clients/c001.yaml'))],
  ])('misses a file that was %s, at its line', async (_, happens) => {
    happens();
    const { status, told, report } = await checked('clients');
    expect(status).toBe(1);
    expect(told).toEqual(['wazamori.policy.yaml:3 error client-missing']);
    expect(report.count).toMatchObject({ clients: { listed: 3, checked: 2 } });
    for (const format of ['text', 'sarif', 'junit', 'github', 'md']) {
      const ran = await runCli(['check', 'clients', '--format', format, ...TODAY], cwd);
      expect([ran.status, ran.stdout], format).toEqual([1, expect.stringContaining('c001')]);
      expect(ran.stdout, format).toContain('client-missing');
    }
  });

  it.each<[string, () => void]>([
    ['other YAML', () => put('clients/c001.yaml', 'services: {}\n')],
    ['nothing', () => put('clients/c001.yaml', '')],
    ['what does not parse', () => put('clients/c001.yaml', 'a: [\n')],
    ['a policy', () => put('clients/c001.yaml', 'policy: 1\n')],
    [
      'a link to nowhere',
      () => {
        remove('clients/c001.yaml');
        symlinkSync('nowhere', join(cwd, 'clients/c001.yaml'));
      },
    ],
  ])('calls a file that is %s by its name, once', async (_, happens) => {
    happens();
    const { status, told } = await checked('clients');
    expect({ status, told }).toEqual({ status: 1, told: ['clients/c001.yaml:1 error not-recognised'] });
  });

  it('sees answers that were hidden under a name it means, and no other hidden file', async () => {
    put('wazamori.policy.yaml', 'policy: 1\nclients: ["clients/*.yaml"]\n');
    put('clients/.c004.yaml', company('鈴木鋳造'));
    put('clients/.prettierrc.yaml', 'semi: false\n');
    expect(await checked('clients')).toMatchObject({
      status: 1,
      told: ['clients/.c004.yaml:1 error not-recognised'],
    });
  });

  it('excludes a file without anybody missing its earlier version', async () => {
    put('before/c001.yaml', company('㈱青木精機'));
    put('before/samples/a.yaml', company('見本'));
    put('clients/samples/a.yaml', company('見本'));
    expect(await checked('clients', '--baseline', 'before')).toMatchObject({ status: 0, told: [] });
  });

  it('leaves all other YAML alone', async () => {
    put('compose.yaml', 'services: {wazamori: {image: x}}\n');
    put('chart/values.yaml', 'wazamori:\n  image: x\n');
    put('chart/templates/a.yaml', 'image: wazamori:{{ .Values.tag }}\n');
    put('k8s.yaml', 'kind: A\n---\nkind: B\n');
    put('stack.yaml', 'Resources: !Sub {a: 1}\n');
    put('.github/workflows/ci.yml', 'on: push\n');
    const { status, told, report } = await checked('.');
    expect({ status, told }).toEqual({ status: 0, told: [] });
    expect(report.count).toMatchObject({ found: 10, checked: 3, leftOut: 7 });
  });

  it('finds who joins without a word, and goes on', async () => {
    put('clients/c009.yaml', company('鈴木鋳造'));
    expect(await checked('clients')).toMatchObject({
      status: 0,
      told: ['clients/c009.yaml:2 warning client-unlisted'],
    });
  });

  it('leaves out what it excludes, and says so; a file given itself is checked', async () => {
    put('clients/samples/broken.yaml', 'wazamori: 1\nanswers: たくさん\n');
    const { status, report } = await checked('clients');
    expect(status).toBe(0);
    expect(report.leftOut).toEqual([{ file: 'clients/samples/broken.yaml', reason: 'excluded' }]);
    expect((await checked('clients', 'clients/samples/broken.yaml')).status).toBe(2);
  });

  it('holds a file against the company its entry names', async () => {
    put('clients/c001.yaml', company('鈴木鋳造'));
    put('clients/c003.yaml', 'wazamori: 1\nassessment: {date: 2026-11-10}\n');
    expect((await checked('clients')).told).toEqual([
      'clients/c001.yaml:2 error client-mixed',
      'clients/c003.yaml:1 error client-mixed',
    ]);
    put('clients/c001.yaml', company('鈴木鋳造, formerNames: [青木精機株式会社]'));
    expect((await checked('clients')).told).toEqual(['clients/c003.yaml:1 error client-mixed']);
  });

  it('takes two companies under one entry, and one under two, for what they are', async () => {
    put('clients/c002/osaka.yaml', company('杉山めっき株式会社, site: 大阪'));
    expect((await checked('clients')).told).toEqual([]);
    put('clients/c002/kobe.yaml', company('鈴木鋳造'));
    expect((await checked('clients')).told).toEqual(['clients/c002/kobe.yaml:2 error client-mixed']);
    put('clients/c002.yaml', company('青木精機株式会社'));
    remove('clients/c002');
    expect((await checked('clients')).told).toEqual(['clients/c002.yaml:2 error client-twice']);
  });

  it('takes a file for one of two entries', async () => {
    put(
      'wazamori.policy.yaml',
      `${REGISTER.replace('exclude:', '  - {files: clients/c001.yaml}\nexclude:')}`,
    );
    expect((await checked('clients')).told).toEqual(['clients/c001.yaml:2 error client-twice']);
  });

  it('misses nobody whom this run was not asked for', async () => {
    put('clients/c002/kobe.yaml', company('杉山めっき株式会社, site: 神戸'));
    remove('clients/c002.yaml');
    const one = await checked('clients/c001.yaml');
    expect(one).toMatchObject({
      status: 0,
      told: [],
      report: { count: { clients: { listed: 3, checked: 1 } } },
    });
    remove('clients/c003.yaml');
    expect((await checked('clients/c001.yaml')).told).toEqual([
      'wazamori.policy.yaml:5 error client-missing',
    ]);
  });

  it('may be patterns alone, that mean any number of companies', async () => {
    put('wazamori.policy.yaml', 'policy: 1\nclients: [clients/*.yaml, others/*.yaml]\n');
    const { told } = await checked('.');
    expect(told).toEqual(['wazamori.policy.yaml:2 error client-missing']);
  });

  it('reads its paths from where it lies, whatever the working folder is', async () => {
    const ran = await runCli(['check', '.', ...TODAY], join(cwd, 'clients'));
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining('3件のうち3件') });
    const given = await runCli(
      ['check', '.', '--policy', '../wazamori.policy.yaml', ...TODAY],
      join(cwd, 'clients'),
    );
    expect(given.stdout).toBe(ran.stdout);
  });

  it('is spoken of as loudly as the policy says', async () => {
    remove('clients/c001.yaml');
    put('clients/c009.yaml', company('鈴木鋳造'));
    put('wazamori.policy.yaml', `${REGISTER}rules: {client-missing: "off", client-unlisted: error}\n`);
    expect(await checked('clients')).toMatchObject({
      status: 1,
      told: ['clients/c009.yaml:2 error client-unlisted'],
    });
  });

  it('names nobody in a log', async () => {
    remove('clients/c003.yaml');
    put('clients/c002.yaml', company('青木精機株式会社'));
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'md']) {
      const ran = await runCli(['check', 'clients', '--redact', '--format', format, ...TODAY], cwd);
      expect(ran.stdout + ran.stderr, format).not.toMatch(/みなと|青木/);
      expect(ran.stdout, format).toContain('3番目');
    }
  });

  it.each<[string, string, RegExp]>([
    ['a pattern that means nothing', 'clients: ["clients/[z-a].yaml"]', /「clients\/\[z-a\]\.yaml」/],
    ['an exclusion that means nothing', 'exclude: ["[z-a]"]', /「\[z-a\]」/],
    ['an entry without files', 'clients: [{name: c001}]', /policy\.yaml:2:11 .*files: clients\/c001\.yaml/],
  ])('with %s is refused', async (_, line, said) => {
    put('wazamori.policy.yaml', `policy: 1\n${line}\n`);
    const ran = await runCli(['check', 'clients', ...TODAY], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });
});
