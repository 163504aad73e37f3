import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { change, clientFile, commitAll, makeClientRepository } from '../../cli/client-repository.ts';

/** A head office's checkout on a branch, in the hands of somebody who would rather look good. */
export interface Repository {
  readonly folder: string;
  /** Changes the file of a client (1–12); each replacement has to find its text. */
  readonly edit: (nth: number, ...edits: readonly (readonly [string, string])[]) => void;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly move: (from: string, to: string) => void;
  readonly copy: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly link: (path: string, to: string) => void;
  readonly commit: (message: string) => void;
  readonly git: (...args: readonly string[]) => void;
  /** The commit a name stands for. */
  readonly commitOf: (name: string) => string;
}

const YES = 'guidance.nda-before-showing: はい';
/** What there is to hide: client 3 showed its drawings before it had an agreement. */
export const worse = (repo: Repository, nth = 3): void =>
  repo.edit(nth, [YES, 'guidance.nda-before-showing: いいえ']);

/** What was played so far is what the change begins with. */
export const asBase = (repo: Repository): void => {
  repo.commit('As it was before');
  repo.git('checkout', '--quiet', '-B', 'main');
  repo.git('checkout', '--quiet', '-B', 'change');
};

export const POLICY = `policy: 1
score: {overall: {low: 10}}
required: [guidance.core-technology-list]
legal: {noStop: true}
plan: {noOverdue: true}
accepted: {most: 1, approvers: [代表取締役], maxDays: 365}
suppressed: {most: 2, approvers: [情報管理の責任者], maxDays: 180}
ageDays: 180
clients:
${Array.from({ length: 12 }, (_, i) => `  - {name: c${i + 1}, files: ${clientFile(i + 1)}}\n`).join('')}rules: 2027.1
`;

/** Of the six clients that answer more than the others, what they answer. */
const MORE: readonly (readonly [nth: number, from: string, to: string])[] = [
  [2, 'technologyAbroad: goods-only', 'technologyAbroad: flows'],
  [
    1,
    'guidance.nda-before-showing: はい',
    'guidance.nda-before-showing: {answer: はい, basis: 現物, evidence: [{what: 契約書の控え, file: papers/nda.txt, sha256: SHA, seen: 2026-11-01}]}',
  ],
  [
    2,
    '    family: [none]\n    kind: manufacture\n',
    '    family: [mlcc]\n    kind: manufacture\n    listControl: not-listed\n    definitionCheck: meets\n    destination: non-group-a\n    trigger: subsidiary\n    exclusion: none\n    informReceived: no\n',
  ],
];

/** Its base: 12 clients, their register, evidence, own checklists, all on `main`; then a branch. */
export function makeRepository(folder: string, sha256: string, paper: string): void {
  makeClientRepository(folder);
  writeFileSync(join(folder, 'wazamori.policy.yaml'), POLICY);
  mkdirSync(join(folder, 'clients/papers'));
  writeFileSync(join(folder, 'clients/papers/nda.txt'), paper);
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(folder, 'own/remove.yaml'), 'items: [guidance.exhibition-review]\n');
  for (const [nth, from, to] of MORE) change(folder, nth, [from, to.replace('SHA', sha256)]);
  commitAll(folder, 'The register, evidence and checklists of our own');
  gitIn(folder, 'checkout', '--quiet', '-b', 'change');
}

export function openRepository(folder: string): Repository {
  const at = (path: string): string => join(folder, path);
  return {
    folder,
    edit: (nth, ...edits) => change(folder, nth, ...edits),
    read: (path) => readFileSync(at(path), 'utf8'),
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    move: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    copy: (from, to) => cpSync(at(from), at(to), { recursive: true }),
    remove: (path) => rmSync(at(path), { recursive: true }),
    link: (path, to) => symlinkSync(to, at(path)),
    commit: (message) => commitAll(folder, message),
    git: (...args) => void gitIn(folder, ...args),
    commitOf: (name) => gitIn(folder, 'rev-parse', name).trim(),
  };
}

function gitIn(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Nagoya Office',
      GIT_AUTHOR_EMAIL: 'office@example.invalid',
      GIT_COMMITTER_NAME: 'Nagoya Office',
      GIT_COMMITTER_EMAIL: 'office@example.invalid',
    },
  });
}
