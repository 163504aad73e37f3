import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './run-cli.ts';
import { answers, eachInACopyOf, type Files, OFFICE, type Repository } from './small-repository.ts';

const GOOD = answers('株式会社みなと精工', 'はい');
const OLD = GOOD.replace('2026-11-10', '2026-01-10');
const POLICY = 'wazamori.policy.yaml';

let office: Repository;
eachInACopyOf(OFFICE, (copy) => {
  office = copy;
});

const against = (...args: readonly string[]) => office.told(['clients', '--baseline', 'main:', ...args]);

describe('the policy of the base judges', () => {
  /** Ways to make the measure fit the answers, in the same change as answers that are too old. */
  const WAYS: readonly (readonly [string, Files, readonly string[]])[] = [
    ['the limit raised', { [POLICY]: 'policy: 1\nageDays: 400\n' }, [`${POLICY} policy-weakened`]],
    ['the limit taken out', { [POLICY]: 'policy: 1\n' }, [`${POLICY} policy-weakened`]],
    [
      'the rule switched off',
      { [POLICY]: 'policy: 1\nageDays: 180\nrules: {assessment-old: "off"}\n' },
      [`${POLICY} policy-weakened`],
    ],
    ['the policy taken out', { [POLICY]: null }, [`${POLICY} policy-weakened`]],
    [
      'a nearer one',
      { 'clients/wazamori.policy.yml': 'policy: 1\n' },
      ['clients/wazamori.policy.yml policy-nearer', 'clients/wazamori.policy.yml policy-weakened'],
    ],
    [
      'another of the name that is looked for first',
      { 'clients/wazamori.policy.yaml': 'policy: 1\nageDays: 3000\n' },
      ['clients/wazamori.policy.yaml policy-nearer', 'clients/wazamori.policy.yaml policy-weakened'],
    ],
  ];
  it.each(WAYS)('%s', async (_, change, told) => {
    office.put({ ...change, 'clients/c001.yaml': OLD });
    const ran = await against();
    expect(ran).toMatchObject({ status: 1, told: ['clients/c001.yaml assessment-old', ...told] });
    // As it lies here, the change has its way, but for the policy that hides the one above.
    const head = await against('--trust', 'head');
    const others = head.told.filter((line) => !line.endsWith('answers-old'));
    expect([head.status, others]).toEqual([0, told.filter((line) => line.endsWith('nearer'))]);
  });

  it('by its path too', async () => {
    office.commit({ 'rules/gate.yaml': 'policy: 1\nageDays: 180\n' });
    office.put({ 'rules/gate.yaml': 'policy: 1\n', 'clients/c001.yaml': OLD });
    const { told } = await against('--policy', 'rules/gate.yaml');
    expect(told).toEqual(['clients/c001.yaml assessment-old', 'rules/gate.yaml policy-weakened']);
  });

  it('is not touched where it comes from elsewhere', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'wazamori-rules-'));
    writeFileSync(join(elsewhere, 'gate.yaml'), 'policy: 1\nageDays: 30\n');
    office.put({ [POLICY]: 'policy: 1\n' });
    const { status, told } = await against('--policy', join(elsewhere, 'gate.yaml'));
    expect([status, told]).toEqual([0, []]);
    rmSync(elsewhere, { recursive: true });
  });

  it('that asks more takes nobody by surprise, and is no finding', async () => {
    office.put({ [POLICY]: 'policy: 1\nageDays: 1\nrules: 2027.1\n' });
    expect(await against()).toMatchObject({ status: 0, told: [] });
  });

  it('says at which line it would ask less', async () => {
    office.commit({ [POLICY]: 'policy: 1\nageDays: 180\nlegal:\n  noStop: true\n' });
    office.put({ [POLICY]: 'policy: 1\nageDays: 180\nlegal:\n  noStop: false\n' });
    const ran = await office.check(['clients', '--baseline', 'main:', '--format', 'json']);
    const [found] = JSON.parse(ran.stdout).files.at(-1).findings;
    expect(found.location).toEqual({ line: 4, column: 11 });
    expect(found.message).toContain('legal.noStop が緩くなりました（true → false）');
  });

  it('has none yet: that of the change is used, which is told, and it may not ask less than no policy', async () => {
    office.commit({ [POLICY]: null });
    office.put({ [POLICY]: 'policy: 1\nageDays: 180\n', 'clients/c001.yaml': OLD });
    const ran = await office.check(['clients', '--baseline', 'main:', '--format', 'json', '--no-redact']);
    const { files } = JSON.parse(ran.stdout);
    expect(ran.status).toBe(1);
    expect(files.at(-1)).toMatchObject({
      file: POLICY,
      findings: [{ severity: 'info', code: 'policy-new' }],
    });
    office.put({ [POLICY]: 'policy: 1\nrules: {gap-new: "off", score-fell: "off"}\n' });
    const { told } = await against();
    expect(told.slice(-2)).toEqual([`${POLICY} policy-weakened`, `${POLICY} policy-weakened`]);
  });

  it('is broken: who mends it is not held up', async () => {
    office.commit({ [POLICY]: 'policy: 1\nageDays: たくさん\n' });
    office.put({ [POLICY]: 'policy: 1\nageDays: 180\n' });
    expect(await against()).toMatchObject({ status: 0, told: [`${POLICY} policy-new`] });
    office.put({ [POLICY]: 'policy: 2\n' });
    expect(await against()).toMatchObject({ status: 2 });
  });

  it('decides of files that are gone, each by the one above it', async () => {
    office.commit({
      'clients/a/wazamori.policy.yaml': 'policy: 1\nrules: {file-gone: "off"}\n',
      'clients/a/c009.yaml': GOOD.replace('みなと', 'やまと'),
    });
    office.put({ 'clients/c002.yaml': null, 'clients/a/c009.yaml': null });
    const { told } = await against();
    expect(told.filter((line) => line.endsWith('file-gone'))).toEqual(['clients/c002.yaml file-gone']);
  });
});

describe('a change of the rules that is agreed to', () => {
  const LOOSE = { [POLICY]: 'policy: 1\nageDays: 400\n', 'clients/c001.yaml': OLD };
  const severities = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const ran = await office.check(
      ['clients', '--baseline', 'main:', '--format', 'json', '--no-redact', ...args],
      env,
    );
    const { files } = JSON.parse(ran.stdout) as {
      files: { findings: { severity: string; code: string }[] }[];
    };
    return {
      status: ran.status,
      told: files.flatMap(({ findings }) =>
        findings
          .filter(({ code }) => code !== 'fact-unknown')
          .map(({ severity, code }) => `${severity} ${code}`),
      ),
    };
  };

  it('holds, and is told', async () => {
    office.put(LOOSE);
    expect(await severities(['--allow-policy-change'])).toEqual({
      status: 0,
      told: ['info policy-weakened'],
    });
  });

  it('on the branch everything goes into is a warning', async () => {
    office.put({ [POLICY]: LOOSE[POLICY] ?? null });
    const event = join(office.cwd, '.git', 'event.json');
    writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }));
    const push = {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_EVENT_PATH: event,
    };
    expect(await severities([], push)).toEqual({ status: 0, told: ['warning policy-weakened'] });
    const other = { ...push, GITHUB_REF: 'refs/heads/work', GITHUB_REF_NAME: 'work' };
    expect(await severities([], other)).toMatchObject({ status: 1 });
  });
});

describe('the checklists of the base', () => {
  const SAMPLE = join(ROOT, 'templates/own-checklists/plating');
  const sample = (name: string): string => readFileSync(join(SAMPLE, name), 'utf8');
  const BATH = 'plating/plating/bath.yaml';
  const REMOVE = 'plating/remove.yaml';
  const bath = (from: string, to: string): Files => ({
    [BATH]: sample('plating/bath.yaml').replace(from, to),
  });
  const full = (recipe: string, nda: string): string =>
    `wazamori: 1\ncompany: {name: 株式会社みなと精工}\nassessment: {date: 2026-11-10, depth: full}\nanswers: {plating.bath-recipe: ${recipe}, guidance.nda-before-showing: ${nda}}\n`;
  const plated = (...args: readonly string[]) => against('--catalog', 'plating', ...args);

  beforeEach(() => {
    cpSync(SAMPLE, join(office.cwd, 'plating'), { recursive: true });
    office.commit({ 'clients/c001.yaml': full('はい', 'はい') });
  });

  it.each<[string, Files, readonly string[]]>([
    ['a question made lighter', bath('severity: major', 'severity: minor'), ['plating checklist-weakened']],
    ['one asked only deeper', bath('depth: full', 'depth: evidence'), ['plating checklist-weakened']],
    [
      'one asked of nobody here',
      bath('severity: major', 'appliesWhen:\n    fact: outsourcing\n    in: ["yes"]\n  severity: major'),
      ['plating checklist-weakened'],
    ],
    ['one turned round', bath('見る人を決めた所に', '鍵の要らない所に'), ['plating checklist-weakened']],
    [
      'a shipped one taken out',
      { [REMOVE]: 'items: [guidance.exhibition-review, guidance.nda-before-showing]\n' },
      ['plating checklist-weakened'],
    ],
  ])('judge: %s', async (_, change, told) => {
    office.put({ ...change, 'clients/c001.yaml': full('いいえ', 'いいえ') });
    const ran = await plated();
    expect(ran.status).toBe(1);
    expect([...new Set(ran.told.filter((line) => line.startsWith('plating ')))]).toEqual(told);
    expect(ran.told.filter((line) => line.endsWith('gap-new'))).toEqual([
      'clients/c001.yaml gap-new',
      'clients/c001.yaml gap-new',
    ]);
  });

  it('are those the past is seen with, whoever is trusted', async () => {
    office.put({ [REMOVE]: 'items: [guidance.exhibition-review, guidance.nda-before-showing]\n' });
    const head = await plated('--trust', 'head');
    expect(head).toMatchObject({ status: 1 });
    expect(head.told).toContain('clients/c001.yaml item-gone');
    // Agreed to, it is nobody's step back.
    const agreed = await plated('--allow-policy-change');
    expect([agreed.status, agreed.told]).toEqual([0, ['clients/c001.yaml unknown-item']]);
  });

  it('that only ask more are no finding', async () => {
    office.put(bath('severity: major', 'severity: critical'));
    expect(await plated()).toMatchObject({ status: 0, told: [] });
  });

  it('that cannot be read are told, and those of now stand in', async () => {
    office.commit({ [BATH]: 'items: たくさん\n' });
    office.put(bath('', ''));
    expect(await plated()).toMatchObject({ status: 0, told: ['plating checklist-unread'] });
  });

  it('are named in every format, with the policy and what was compared with', async () => {
    const commit = office.git('rev-parse', '--short=7', 'HEAD');
    for (const format of ['text', 'md', 'sarif', 'junit', 'github']) {
      const args = [
        'clients',
        '--baseline',
        'HEAD:',
        '--catalog',
        'plating',
        '--no-redact',
        '--format',
        format,
      ];
      const { stdout } = await office.check(args);
      const plain = stdout.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      expect(plain, format).toContain(
        '使った決まり：wazamori.policy.yaml（比べる元の版）。点検項目：plating（比べる元の版）。',
      );
      expect(plain, format).toContain(`HEAD:（${commit}・その版）と比べました（2ファイル中2ファイル）。`);
    }
    const alone = await office.check(['clients', '--policy', 'standard', '--no-fail']);
    expect(alone.stdout).toContain(
      '使った決まり：standard。点検項目：同梱のもの。\n前の版とは比べていません。',
    );
  });
});

describe('a policy that comes with the program', () => {
  it('is never a file of that name', async () => {
    office.put({ standard: 'policy: 1\n' });
    expect((await office.told(['clients', '--policy', 'standard'])).status).toBe(1);
    expect((await office.told(['clients', '--policy', './standard'])).status).toBe(0);
  });
});

describe('--trust', () => {
  it('base needs a commit to trust', async () => {
    for (const args of [[], ['--baseline', './clients/c001.yaml']]) {
      const ran = await office.check(['clients/c001.yaml', '--trust', 'base', ...args]);
      expect([ran.status, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toContain('--baseline auto');
    }
  });
});
