import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of one invented client; `nth` changes a few answers so that no two are alike. */
function client(nth: number): string {
  const third = (i: number): string => ['はい', '一部', 'いいえ'][(nth + i) % 3] ?? 'はい';
  return `wazamori: 1
company:
  name: 株式会社みなと精工${nth}
  employees: ${20 + nth}
assessment:
  date: 2026-11-10
  by: 総務課長
  depth: full
  editions: {guidance: "2026.1"}
profile:
  overseasProduction: none
  technologyAbroad: goods-only
  customerDrawings: yes
  outsourcing: yes
  jointDevelopment: no
  exhibitions: no
  foreignInvestment: no
  listControlled: no
  nonCompetePromises: no
  chinaInvolved: no
answers:
  guidance.core-technology-list: はい
  guidance.need-to-know-access: いいえ
  guidance.confidential-marking: 一部
  guidance.take-out-rules: ${third(0)}
  guidance.leaver-returns: ${third(1)}
  guidance.information-rules: ${third(2)}
  guidance.nda-before-showing: はい
  guidance.subcontractor-care-check: いいえ
  guidance.audit-visit-scope: いいえ
  guidance.drawing-handover-record: はい
technologies:
  - id: t1
    name: 薄板の焼鈍条件
    family: [none]
    kind: manufacture
`;
}

export const POLICY = `policy: 1
legal: {noStop: true}
accepted: {most: 3}
ageDays: 180
`;

/** A repository of a head office: 12 client files, a policy, one commit on \`main\`. */
export function makeClientRepository(folder: string): void {
  mkdirSync(join(folder, 'clients'));
  writeFileSync(join(folder, 'wazamori.policy.yaml'), POLICY);
  for (let nth = 1; nth <= 12; nth++) writeFileSync(join(folder, clientFile(nth)), client(nth));
  gitIn(folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  commitAll(folder, 'Answers of November');
}

export const clientFile = (nth: number): string => `clients/c${String(nth).padStart(3, '0')}.yaml`;

export function commitAll(folder: string, message: string): void {
  gitIn(folder, ['add', '--all']);
  gitIn(folder, ['commit', '--quiet', '--message', message]);
}

/** Changes one client's file; each replacement has to find its text. */
export function change(folder: string, nth: number, ...edits: readonly (readonly [string, string])[]): void {
  const path = join(folder, clientFile(nth));
  const text = edits.reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
      return before.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

/** Line of a text in a client's file, 1-based. */
export function lineOf(folder: string, nth: number, text: string): number {
  const lines = readFileSync(join(folder, clientFile(nth)), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** One call of git in a folder, with a name to commit under; what it prints. */
export function gitIn(cwd: string, args: readonly string[]): string {
  const who = { NAME: 'Nagoya Office', EMAIL: 'office@example.invalid' };
  const names = Object.entries(who).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { ...process.env, ...Object.fromEntries(names), GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim();
}
