import { describe, expect, it } from 'vitest';
import { shippedCatalog, shippedWords } from '../../src/cli/assets.ts';
import type { Finding } from '../../src/model/finding.ts';
import { checkFiles } from '../../src/repository/check-files.ts';
import type { PublicPlace, Run } from '../../src/repository/ci.ts';
import type { CheckContext } from '../../src/repository/context.ts';
import { folder } from '../setup/folder.ts';
import { CHECKLISTS } from '../setup/package.ts';

const MINATO = 'wazamori: 1\ncompany: {name: 株式会社みなと精工}\nassessment: {date: 2024-11-10}\n';
const BY_HAND: Run = {
  isCi: false,
  target: null,
  targetCommits: [],
  branch: null,
  defaultBranch: null,
  before: null,
};

/** All a check is handed; nothing of it is the process, a terminal or the program's own folder. */
function contextIn(files: Readonly<Record<string, string>>, place: PublicPlace | null = null) {
  const told: string[] = [];
  const cwd = folder(files);
  const context: CheckContext = {
    cwd,
    env: {},
    shell: 'posix',
    today: '2026-11-21',
    version: 'test',
    words: shippedWords('ja'),
    ...shippedCatalog('ja'),
    shipped: { checklists: () => shippedCatalog('ja'), folder: CHECKLISTS, policies: new Map() },
    ci: { place: () => place, run: async () => BY_HAND },
    tell: (findings, file) => {
      told.push(...findings.map(({ code }: Finding) => `${file} ${code}`));
    },
  };
  return { context, told };
}

const REQUEST = { paths: ['.'], allowPolicyChange: false, redact: false };

describe('the files of a folder', () => {
  it('are checked by the policy above them, and the report names both', async () => {
    const { context } = contextIn({
      'wazamori.policy.yaml': 'policy: 1\nageDays: 365\n',
      'clients/c001.yaml': MINATO,
      'clients/services.yaml': 'services: {}\n',
    });
    const checked = await checkFiles(context, REQUEST);
    if (!checked.ok) throw new Error(checked.findings[0]?.code);
    const { report, inputs } = checked.value;
    expect(report).toMatchObject({ version: 'test', asOf: '2026-11-21', policy: 'wazamori.policy.yaml' });
    expect(report.files.map(({ file }) => file)).toEqual(['clients/c001.yaml']);
    expect(report.files[0]?.findings.map(({ code }) => code)).toContain('assessment-old');
    expect(report.leftOut).toContainEqual({ file: 'clients/services.yaml', reason: 'other-yaml' });
    expect(inputs.size).toBe(2);
  });

  it('are not looked at where others read along', async () => {
    const place = { why: 'repository', agreed: false } as const;
    const { context } = contextIn({ 'c001.yaml': MINATO }, place);
    expect(await checkFiles(context, REQUEST)).toMatchObject({
      ok: false,
      file: null,
      findings: [{ code: 'public-repository' }],
    });
  });

  it('are refused with a policy that cannot be understood whole, by its name', async () => {
    const { context } = contextIn({ 'wazamori.policy.yaml': 'policy: 1\nage: 3\n', 'c001.yaml': MINATO });
    expect(await checkFiles(context, REQUEST)).toMatchObject({ ok: false, file: 'wazamori.policy.yaml' });
  });

  it('are checked by no policy of a name that is not known here', async () => {
    const { context } = contextIn({ 'c001.yaml': MINATO });
    expect(await checkFiles(context, { ...REQUEST, policy: 'standard' })).toMatchObject({
      ok: false,
      file: null,
      findings: [{ code: 'policy-not-found', args: { given: 'standard', known: [] } }],
    });
  });

  it('that are not there are named with what may be meant, and in a log with nothing', async () => {
    const { context } = contextIn({ 'c001.yaml': MINATO });
    const args = async (redact: boolean) => {
      const checked = await checkFiles(context, { ...REQUEST, paths: ['c01.yaml'], redact });
      return checked.ok ? checked.value.report.files[0]?.findings[0]?.args : null;
    };
    expect(await args(false)).toEqual({ path: 'c01.yaml', nearest: 'c001.yaml' });
    expect(await args(true)).toEqual({ path: 'c01.yaml' });
  });

  it('with an odd policy that reads: that is told at once', async () => {
    const { context, told } = contextIn({
      'wazamori.policy.yaml': 'policy: 1\nageDays: 365 #2026年から\n',
      'c001.yaml': MINATO,
    });
    await checkFiles(context, REQUEST);
    expect(told).toEqual(['wazamori.policy.yaml yaml-hash-cuts']);
  });
});
