import { levelOf } from '../../gate/levels.ts';
import { placesIn } from '../../gate/places.ts';
import { weakerThan } from '../../gate/policy/weaker.ts';
import { type WeakerChecklist, weakerChecklists } from '../../gate/weaker-checklists.ts';
import type { FileOutcome } from '../../model/finding.ts';
import type { CheckedFile, GateCode, GateFinding, GateSeverity } from '../../model/gate.ts';
import type { Location } from '../../model/text.ts';
import { outcome } from '../../text/outcomes.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import type { CheckContext } from '../context.ts';
import type { CatalogAt } from './catalog-at.ts';
import { type NamedPolicy, noPolicy, type Policies } from './policies.ts';
import type { PoliciesThen, PolicyThen } from './trusted-policies.ts';

/** What a change to the rules themselves costs. */
export interface Changing {
  /** Whoever runs the check agreed to it: what the change says holds, and is told. */
  readonly allowed: boolean;
  /** It is on the branch everything goes into already: told as a warning. */
  readonly merged: boolean;
}

export interface Judging {
  readonly policyOver: (path: string) => FileOutcome<NamedPolicy>;
  /** What there is to say of the policies that were asked for, by file. */
  readonly findings: () => ReadonlyMap<string, readonly GateFinding[]>;
}

/**
 * Whose policy judges a file. Without `then` that is the one which lies here. With it, it is that of the commit compared
 * with: whoever is checked does not choose the measure. Where it asks less now, that is a finding of its own.
 */
export function judging(
  ctx: CheckContext,
  here: Policies,
  then: PoliciesThen | null,
  changing: Changing,
): Judging {
  const told = new Map<string, GateFinding[]>();
  const done = new Set<string>();
  const once = (
    key: readonly (string | null)[],
    tell: () => readonly [string, readonly GateFinding[]],
  ): void => {
    const name = JSON.stringify(key);
    if (done.has(name)) return;
    done.add(name);
    const [file, findings] = tell();
    if (findings.length > 0) told.set(file, [...(told.get(file) ?? []), ...findings]);
  };
  const policyOver = (path: string): FileOutcome<NamedPolicy> => {
    const read = here.over(path);
    if (!read.ok) return read;
    const now = read.value;
    once(['nearer', now.path], () => [
      now.name ?? '',
      [...twice(now, here.beside(now)), ...nearer(now, here.above(now))],
    ]);
    const before = then?.over(path) ?? 'not-in-git';
    if (before === 'not-in-git') return read;
    const key = [typeof before === 'string' ? before : before.path, now.path];
    once(key, () => {
      const place = typeof before === 'string' || now.path !== null ? now : before;
      return [place.name ?? '', changed(ctx, before, now, changing)];
    });
    return typeof before === 'string' || changing.allowed ? read : outcome(before);
  };
  return { policyOver, findings: () => told };
}

/** What a change makes of a policy, at the lines of the new one. */
function changed(
  ctx: CheckContext,
  before: PolicyThen,
  now: NamedPolicy,
  changing: Changing,
): readonly GateFinding[] {
  if (typeof before === 'string' && now.path === null) return [];
  const was = typeof before === 'string' ? noPolicy(ctx) : before;
  if (was.text === now.text && was.text !== '') return [];
  const severity = severityOf(was, 'policy-weakened', 'error', changing);
  const weaker = severity === null ? [] : weakerThan(was.policy, now.policy);
  const place = placeIn(now);
  const findings = weaker.map(({ setting, asked, asks }): GateFinding => {
    const args = { setting, asked, asks };
    const at = { location: place(setting), subject: setting };
    return { severity: severity ?? 'error', code: 'policy-weakened', kind: 'policy', args, ...at };
  });
  if (typeof before !== 'string') return findings;
  const isBroken = before === 'policy-broken';
  const fresh: GateFinding = {
    severity: isBroken ? 'warning' : 'info',
    code: 'policy-new',
    kind: 'policy',
    args: { why: before },
    location: { line: 1, column: 1 },
    subject: null,
  };
  return [fresh, ...findings];
}

/** A policy nearer to the files takes the place of the one above, whole: what that asked is asked no more. */
function nearer(policy: NamedPolicy, next: FileOutcome<NamedPolicy>): readonly GateFinding[] {
  const above = next.ok ? next.value : null;
  if (above === null || above.path === null || policy.path === above.path) return [];
  const level = levelOf(above.policy, 'policy-nearer', 'warning');
  if (level === 'off') return [];
  const place = placeIn(policy);
  return weakerThan(above.policy, policy.policy).map(({ setting, asked, asks }) => ({
    severity: level,
    code: 'policy-nearer',
    kind: 'policy',
    args: { above: above.name, setting, asked, asks },
    location: place(setting),
    subject: setting,
  }));
}

/** What a change makes of the own checklists, and whether those of then can be read. */
export function checklistFindings(
  ctx: CheckContext,
  at: CatalogAt,
  policy: NamedPolicy,
  changing: Changing,
): readonly GateFinding[] {
  const location = { line: 1, column: 1 };
  if (at.kind === 'unread') {
    const args = { folder: at.folder, problem: at.finding === null ? '' : at.finding.file };
    return [{ severity: 'warning', code: 'checklist-unread', kind: 'policy', args, location, subject: null }];
  }
  if (at.kind === 'same' || at.kind === 'outside') return [];
  const was = { catalog: at.ctx.catalog, texts: at.ctx.texts() };
  const told = ({ what, subject, asked, asks, severity }: WeakerChecklist): readonly GateFinding[] => {
    const level = severityOf(policy, 'checklist-weakened', severity, changing);
    if (level === null) return [];
    const args = { what, item: subject, asked, asks };
    return [{ severity: level, code: 'checklist-weakened', kind: 'policy', args, location, subject }];
  };
  return weakerChecklists(was, { catalog: ctx.catalog, texts: ctx.texts() }).flatMap(told);
}

/** `null` = the policy it comes from says nothing of it; one of the change itself has no say. */
function severityOf(
  { policy, from }: NamedPolicy,
  code: GateCode,
  own: GateSeverity,
  { allowed, merged }: Changing,
): GateSeverity | null {
  if (allowed) return 'info';
  const level = from === 'base' ? levelOf(policy, code, own) : own;
  if (level === 'off') return null;
  return merged && level === 'error' ? 'warning' : level;
}

/** Where a setting stands, or would. */
function placeIn({ text }: NamedPolicy): (setting: string) => Location {
  const parsed = parseYaml(text);
  if (!parsed.ok) return () => ({ line: 1, column: 1 });
  const { at } = placesIn(text, parsed.value);
  return (setting) => at(setting.split('.'));
}

/** Two policies in one folder: whoever mends the second wonders why nothing changes. */
function twice(policy: NamedPolicy, other: string | null): readonly GateFinding[] {
  const level = other === null ? 'off' : levelOf(policy.policy, 'policy-twice', 'warning');
  if (other === null || level === 'off') return [];
  const at = { location: { line: 1, column: 1 }, subject: other };
  return [{ severity: level, code: 'policy-twice', kind: 'policy', args: { other }, ...at }];
}

/** As files of the report, under the names they may be shown by. */
export const asFiles = (
  findings: ReadonlyMap<string, readonly GateFinding[]>,
  shown: (name: string, nth: number) => string,
): readonly CheckedFile[] =>
  [...findings].map(([name, told], nth) => ({
    file: shown(name, nth),
    readable: true,
    findings: told,
    suppressed: [],
  }));
