import { join } from 'node:path';
import { type Patterns, patternsIn } from '../../files/patterns.ts';
import { levelOf } from '../../gate/examine.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { GateReport, LeftOut } from '../../model/gate.ts';
import type { Context } from '../context.ts';
import { version } from '../package.ts';
import type { Opened } from './baselines.ts';
import type { BaselineNote } from './baselines-by-company.ts';
import { checkFile } from './check-file.ts';
import { comparedOf, noneCompared } from './compared.ts';
import type { Baselines } from './earlier-versions.ts';
import { type Missing, missedFiles } from './missed-files.ts';
import { type NamedPolicy, policiesFor, type RefusedPolicy } from './policies.ts';
import { shownName } from './redaction.ts';
import { type Found, type Target, targetsIn } from './targets.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly policy?: string;
  readonly baseline?: string;
  readonly redact: boolean;
}

export interface Checked {
  readonly report: GateReport;
  /** Where names and companies disagree about what a file is held against; shown names. */
  readonly notes: readonly (Pick<BaselineNote, 'kind' | 'other'> & { readonly file: string })[];
  /** Every file that was read, by its full path: no report may take its place. */
  readonly inputs: ReadonlySet<string>;
}

/** Checks every file of the request; what is wrong with the request itself comes back as findings. */
export async function checkFiles(ctx: Context, request: CheckRequest): Promise<Checked | RefusedPolicy> {
  const patterns = await patternsIn(ctx.io.cwd, request.paths);
  if (!patterns.ok) return refused(patterns.findings);
  const found = targetsIn(ctx.io.cwd, request.paths, patterns.value);
  // Nothing passes on the strength of what could be looked into.
  if (found.closed.length > 0) return refused(found.closed);
  if (found.targets.length === 0) {
    const args = { paths: request.paths };
    return refused([{ severity: 'error', code: 'check-nothing-found', args, location: null }]);
  }
  const policies = policiesFor(ctx, request.policy, found.targets);
  if ('findings' in policies) return policies;
  const comparison = await compare(ctx, request, found, patterns.value);
  if ('severity' in comparison) return refused([comparison]);
  const { baselines, earlierOf } = comparison;
  const results = found.targets.map((target, i) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    return checkFile(ctx, { target, nth: i + 1, policy, earlier: earlierOf(target), redact: request.redact });
  });
  const used = [...policies.values()];
  const files = results.map(({ file }) => file);
  const missed =
    baselines === null ? [] : missedFiles(baselines, missingIn(comparison, used, request, found));
  const compared = comparedOf(results, comparison.opened, request.baseline);
  return {
    report: {
      ...reportOf(ctx, request, found, used),
      compared,
      files: [...noneCompared(files, compared, baselines), ...missed],
    },
    notes: notesOf(baselines?.notes ?? [], found.targets, request),
    inputs: new Set([...found.targets, ...used].flatMap(({ path }) => path ?? [])),
  };
}

function reportOf(
  ctx: Context,
  request: CheckRequest,
  found: Found,
  used: readonly NamedPolicy[],
): Omit<GateReport, 'files' | 'compared'> {
  const policyNames = [...new Set(used.flatMap(({ name }) => name ?? []))];
  const leftOut = leftOutOf(found, request);
  return {
    version: version(),
    asOf: ctx.today,
    policy: policyNames.length === 0 ? null : policyNames.join(', '),
    baseline: request.baseline ?? null,
    redacted: request.redact,
    found: found.targets.length + leftOut.filter(({ reason }) => isOneFile(reason)).length,
    checked: found.targets.length,
    leftOut,
  };
}

interface Comparison {
  readonly opened: Opened | null;
  readonly baselines: (Baselines & { readonly notes: readonly BaselineNote[] }) | null;
  /** The earlier version of a file; `null` = none, or nothing is compared. */
  readonly earlierOf: (target: Target) => Outcome<Baseline> | null;
}

/** Git and the processes it needs are loaded for who compares, not for who checks one file a hundred times a day. */
async function compare(
  ctx: Context,
  { baseline: given, paths }: CheckRequest,
  found: Found,
  patterns: Patterns,
): Promise<Comparison | Finding> {
  if (given === undefined) return { opened: null, baselines: null, earlierOf: () => null };
  const { openBaseline, findBaselines, readBaseline } = await import('./baselines.ts');
  const opened = openBaseline(ctx, given);
  if (opened !== null && 'severity' in opened) return opened;
  const baselines = findBaselines(ctx, { given, paths, patterns }, found, opened);
  if ('severity' in baselines) return baselines;
  const earlierOf = (target: Target): Outcome<Baseline> | null => {
    const earlier = baselines.earlierOf(target);
    if (earlier === null) return null;
    if ('severity' in earlier) return { ok: false, findings: [earlier] };
    return readBaseline(ctx, { given, inGit: opened !== null }, earlier.bytes);
  };
  return { opened, baselines, earlierOf };
}

function missingIn(
  { opened }: Comparison,
  policies: readonly NamedPolicy[],
  { redact }: CheckRequest,
  { targets }: Found,
): Missing {
  const [first] = policies;
  return {
    shown: (path, nth) => shownName(path, null, targets.length + nth + 1, redact),
    placeOf: (name) => (opened === null ? null : join(opened.revision.root, name)),
    levelAt: (_, code) => (first === undefined ? 'error' : levelOf(first.policy, code, 'error')),
  };
}

const notesOf = (
  notes: readonly BaselineNote[],
  targets: readonly Target[],
  { redact }: CheckRequest,
): Checked['notes'] =>
  notes.map(({ target, other, kind }) => {
    const nth = targets.indexOf(target) + 1;
    const file = shownName(target.name, null, nth, redact);
    return { kind, file, other: shownName(other, null, nth, redact, 'earlier') };
  });

const isOneFile = (reason: LeftOut['reason']): boolean =>
  reason !== 'hidden-folder' && reason !== 'link-again';

const leftOutOf = ({ leftOut }: Found, { redact }: CheckRequest): readonly LeftOut[] =>
  leftOut.map(({ name, reason }, i) => ({ file: shownName(name, null, i + 1, redact, 'other'), reason }));

const refused = (findings: readonly Finding[]): RefusedPolicy => ({ name: null, findings });
