import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import { folder } from '../setup/folder.ts';
import { commitAll, gitIn } from './client-repository.ts';
import { type Ran, runCli } from './run-cli.ts';

/** One company's answers: whether it keeps a list of its technology. */
export const answers = (company: string, answer: 'はい' | 'いいえ', more = ''): string =>
  `wazamori: 1\ncompany: {name: ${company}}\nassessment: {date: 2026-11-10}\nanswers: {guidance.core-technology-list: ${answer}}\n${more}`;

/** Files by name; `null` takes one away. */
export type Files = Readonly<Record<string, string | null>>;

export interface Repository {
  readonly cwd: string;
  readonly put: (files: Files) => void;
  /** Everything as it lies there; gives the hash. */
  readonly commit: (files?: Files) => string;
  readonly git: (...args: readonly string[]) => string;
  readonly check: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ran>;
  /** Exit code, and `file code` of all that was found but notes. */
  readonly told: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number | null; readonly told: readonly string[]; readonly stderr: string }>;
}

/** Two clients of an office, one commit on `main`. */
export const OFFICE: Files = {
  'wazamori.policy.yaml': 'policy: 1\nageDays: 180\n',
  'clients/c001.yaml': answers('株式会社みなと精工', 'はい'),
  'clients/c002.yaml': answers('株式会社かわべ鋳造', 'はい'),
};

/** A repository of these files in a folder of its own, with one commit. */
export function repositoryOf(files: Files): Repository {
  const made = repositoryAt(folder());
  made.put(files);
  made.git('init', '--quiet', '--template=', '--initial-branch=main');
  made.commit();
  return made;
}

/** Before each test, the same repository once more: a copy starts no process. */
export function eachInACopyOf(files: Files, take: (copy: Repository) => void): void {
  let origin = '';
  beforeAll(() => {
    origin = repositoryOf(files).cwd;
  });
  beforeEach(() => {
    const copy = folder();
    cpSync(origin, copy, { recursive: true });
    take(repositoryAt(copy));
  });
}

function repositoryAt(cwd: string): Repository {
  const git = (...args: readonly string[]): string => gitIn(cwd, args);
  const put = (changed: Files): void => {
    for (const [name, text] of Object.entries(changed)) {
      const path = join(cwd, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === null) rmSync(path, { recursive: true });
      else writeFileSync(path, text);
    }
  };
  const commit = (changed: Files = {}): string => {
    put(changed);
    commitAll(cwd, 'Answers');
    return git('rev-parse', 'HEAD');
  };
  const check = (args: readonly string[], env = {}): Promise<Ran> =>
    runCli(['check', '--today', '2026-11-21', ...args], cwd, env);
  return {
    cwd,
    put,
    commit,
    git,
    check,
    told: async (args, env = {}) => {
      const ran = await check([...args, '--no-redact', '--format', 'json'], env);
      if (ran.stdout === '') return { status: ran.status, told: [], stderr: ran.stderr };
      const { files: checked } = JSON.parse(ran.stdout) as {
        files: { file: string; findings: { severity: string; code: string }[] }[];
      };
      const told = checked.flatMap(({ file, findings }) =>
        findings.filter(({ severity }) => severity !== 'info').map(({ code }) => `${file} ${code}`),
      );
      return { status: ran.status, told, stderr: ran.stderr };
    },
  };
}
