import { statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../../files/disk-problem.ts';
import { kindOfFile } from '../../files/find/answer-files.ts';
import { type PatternIndex, patternIndex } from '../../files/find/pattern-index.ts';
import { fixedPart, isPattern } from '../../files/find/patterns.ts';
import { isPassedOver, slashed, walk } from '../../files/find/walk.ts';
import { missingClient, type RegisteredFile, registerFindings } from '../../gate/register.ts';
import type { FileOutcome } from '../../model/finding.ts';
import type { GateFinding } from '../../model/gate.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import { type Aside, type Found, isPolicyName, type Target } from '../targets.ts';
import type { NamedPolicy } from './policies.ts';

/** What a policy in force says of files by their names; its patterns begin in the folder it lies in. */
export interface Register {
  readonly named: NamedPolicy;
  readonly folder: string;
  /** Entries of `clients` that mean a file, by its full path. */
  readonly entriesOf: PatternIndex;
  readonly excludes: (path: string) => boolean;
}

/** The registers of the policies in force, each once. A pattern that means nothing is refused. */
export async function registersOf(
  policies: Iterable<NamedPolicy>,
): Promise<FileOutcome<readonly Register[]>> {
  const registers: Register[] = [];
  for (const named of new Set(policies)) {
    const { clients, exclude } = named.policy;
    if (named.path === null || clients.length + exclude.length === 0) continue;
    const owners = clients.flatMap(({ files }, entry) => files.map(() => entry));
    const listed = await patternIndex(clients.flatMap(({ files }) => files));
    const excluded = await patternIndex(exclude);
    if (!listed.ok || !excluded.ok)
      return { ...failed(...listed.findings, ...excluded.findings), file: named.name };
    const folder = dirname(named.path);
    const within = (path: string): string => slashed(relative(folder, path));
    registers.push({
      named,
      folder,
      entriesOf: (path) => [...new Set(listed.value(within(path)).flatMap((at) => owners[at] ?? []))],
      excludes: (path) => excluded.value(within(path)).length > 0,
    });
  }
  return outcome(registers);
}

/** What was found without what its policy excludes; a file given itself is always checked. */
export function withoutExcluded(
  found: Found,
  policies: ReadonlyMap<Target, NamedPolicy>,
  registers: readonly Register[],
): Found {
  const out = found.targets.filter((target) =>
    registers.some(
      ({ named, excludes }) => !target.itself && policies.get(target) === named && excludes(target.path),
    ),
  );
  if (out.length === 0) return found;
  const leftOut: readonly Aside[] = [
    ...found.leftOut,
    ...out.map((target) => ({ ...target, reason: 'excluded' as const })),
  ];
  return {
    ...found,
    targets: found.targets.filter((target) => !out.includes(target)),
    leftOut: [...leftOut].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}

/** A checked file, and whose it says it is. */
export type KnownFile = Pick<RegisteredFile, 'company' | 'location'> & { readonly target: Target };

export interface RegisterAnswer {
  readonly findings: ReadonlyMap<Target, readonly GateFinding[]>;
  /** Entries nothing goes with, at their lines of the policy. */
  readonly missing: readonly { readonly named: NamedPolicy; readonly findings: readonly GateFinding[] }[];
  readonly clients: { readonly listed: number; readonly checked: number } | null;
}

/** What the registers say of the files; `broken` are those of an entry that hold no answers and are told already. */
export function askRegisters(
  registers: readonly Register[],
  files: readonly KnownFile[],
  policies: ReadonlyMap<Target, NamedPolicy>,
  broken: readonly Aside[],
): RegisterAnswer {
  const findings = new Map<Target, readonly GateFinding[]>();
  const missing: RegisterAnswer['missing'][number][] = [];
  let [listed, checked] = [0, 0];
  for (const register of registers.filter(({ named }) => named.policy.clients.length > 0)) {
    const { policy } = register.named;
    const mine = files
      .map((file) => ({ ...file, entries: register.entriesOf(file.target.path) }))
      .filter(({ target, entries }) => entries.length > 0 || policies.get(target) === register.named);
    for (const [i, found] of registerFindings(policy, mine).entries()) {
      const target = mine[i]?.target;
      if (target !== undefined) findings.set(target, [...(findings.get(target) ?? []), ...found]);
    }
    const seen = new Set(mine.flatMap(({ entries }) => entries));
    const told = new Set(broken.flatMap(({ path }) => register.entriesOf(path)));
    const gone = policy.clients.flatMap((_, entry) =>
      seen.has(entry) || told.has(entry) || liesElsewhere(register, entry) ? [] : [entry],
    );
    missing.push({
      named: register.named,
      findings: gone.flatMap((entry) => missingClient(policy, entry)),
    });
    listed += policy.clients.length;
    checked += seen.size;
  }
  return { findings, missing, clients: listed === 0 ? null : { listed, checked } };
}

/** Files the registers say are answers, that lie there and are none. */
export function notAnswers(registers: readonly Register[], { leftOut }: Found): readonly Aside[] {
  return leftOut.filter(
    (aside) => hidesAnswers(aside) && registers.some(({ entriesOf }) => entriesOf(aside.path).length > 0),
  );
}

/** A folder, a policy or a file put aside keeps nobody's answers from being looked at; what is hidden may. */
function hidesAnswers({ path, reason }: Aside): boolean {
  switch (reason) {
    case 'other-yaml':
    case 'empty':
    case 'unreadable-yaml':
    case 'not-a-file':
    case 'broken-link':
      return true;
    case 'policy':
      return !isPolicyName(path);
    case 'hidden':
      return isAnswerFile(path);
    default:
      return false;
  }
}

/** Whether an entry has its file where this run was not asked to look: a hook hands over only what has changed. */
function liesElsewhere({ named, folder, entriesOf, excludes }: Register, entry: number): boolean {
  const means = (path: string): boolean =>
    entriesOf(path).includes(entry) && !excludes(path) && !isPolicyName(path) && isAnswerFile(path);
  return (named.policy.clients[entry]?.files ?? []).some((pattern) => {
    const base = isPattern(pattern) ? fixedPart(pattern) : pattern;
    const root = join(folder, base);
    if (isPassedOver(base.replace(/^(?:\.{1,2}(?:\/|$))+/, ''))) return false;
    const stats = statSync(root, { throwIfNoEntry: false });
    if (stats === undefined) return false;
    if (!stats.isDirectory()) return means(root);
    for (const { inner, problem } of walk(root))
      if (problem === undefined && means(join(root, inner))) return true;
    return false;
  });
}

function isAnswerFile(path: string): boolean {
  try {
    return statSync(path).isFile() && kindOfFile(path) === 'answers';
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}
