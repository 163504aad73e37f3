import { examine, type FileFindings, levelOf, unreadable } from '../../gate/examine.ts';
import { placesIn } from '../../gate/places.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { CheckedFile, GateReport } from '../../model/gate.ts';
import { type AnswerFile, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import type { Context } from '../context.ts';
import { version } from '../package.ts';
import type { Baselines } from './baselines.ts';
import { evidenceFiles } from './evidence-files.ts';
import { type NamedPolicy, policiesFor, type RefusedPolicy } from './policies.ts';
import { shownName } from './redaction.ts';
import { type Target, targetsIn } from './targets.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly policy?: string;
  readonly baseline?: string;
  readonly redact: boolean;
}

export interface Checked {
  readonly report: GateReport;
  /** Shown names of files the baseline does not have. */
  readonly fresh: readonly string[];
  /** Every file that was read, by its full path: no report may take its place. */
  readonly inputs: ReadonlySet<string>;
}

/** Checks every file of the request; what is wrong with the request itself comes back as findings. */
export async function checkFiles(ctx: Context, request: CheckRequest): Promise<Checked | RefusedPolicy> {
  const targets = targetsIn(ctx.io.cwd, request.paths);
  if (targets.length === 0) {
    const args = { paths: request.paths };
    return refused([{ severity: 'error', code: 'check-nothing-found', args, location: null }]);
  }
  const policies = policiesFor(ctx, request.policy, targets);
  if ('findings' in policies) return policies;
  const given = request.baseline;
  // Git and the processes it needs are loaded for who compares, not for who checks one file a hundred times a day.
  const comparing = given === undefined ? null : await import('./baselines.ts');
  const baselines = comparing?.findBaselines(ctx, given ?? '', targets, request.paths) ?? null;
  if (baselines !== null && 'code' in baselines) return refused([baselines]);
  const earlierOf = (target: Target): Outcome<Baseline> | null => {
    const bytes = baselines?.bytesOf(target) ?? null;
    return bytes === null ? null : (comparing?.readBaseline(ctx, given ?? '', bytes) ?? null);
  };
  const results = targets.map((target, i) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    return checkFile(ctx, { target, nth: i + 1, policy, earlier: earlierOf(target), redact: request.redact });
  });
  const policyNames = [...new Set([...policies.values()].flatMap(({ name }) => name ?? []))];
  const gone =
    baselines === null ? [] : goneFiles(baselines, [...policies.values()], request, targets.length);
  return {
    report: {
      version: version(),
      asOf: ctx.today,
      policy: policyNames.length === 0 ? null : policyNames.join(', '),
      baseline: given ?? null,
      redacted: request.redact,
      files: [...results.map(({ file }) => file), ...gone],
    },
    fresh: results.flatMap(({ file, isNew }) => (isNew && baselines !== null ? [file.file] : [])),
    inputs: new Set([
      ...targets.map(({ path }) => path),
      ...[...policies.values()].flatMap(({ path }) => path ?? []),
    ]),
  };
}

const refused = (findings: readonly Finding[]): RefusedPolicy => ({ name: null, findings });

interface FileRequest {
  readonly target: Target;
  /** Place among the targets, from 1. */
  readonly nth: number;
  readonly policy: NamedPolicy;
  /** Its earlier version; `null` = none, or nothing is compared. */
  readonly earlier: Outcome<Baseline> | null;
  readonly redact: boolean;
}

function checkFile(
  ctx: Context,
  { target, nth, policy, earlier, redact }: FileRequest,
): { readonly file: CheckedFile; readonly isNew: boolean } {
  const read = readAnswerFile(ctx.io.cwd, target.name, ctx.catalog);
  if (!read.ok) {
    const file = shownName(target.name, null, nth, redact);
    return {
      file: { file, readable: false, findings: unreadable(read.findings), suppressed: [] },
      isNew: false,
    };
  }
  const { answers } = read.value;
  const file = shownName(target.name, answers.company.name, nth, redact);
  const baseline = earlier?.ok === true ? earlier.value : null;
  const found = findingsIn(ctx, read.value, read.findings, policy, baseline);
  const broken = earlier?.ok === false ? unreadable(earlier.findings) : [];
  return {
    file: { file, readable: broken.length === 0, ...found, findings: [...broken, ...found.findings] },
    isNew: earlier === null,
  };
}

function findingsIn(
  ctx: Context,
  file: AnswerFile,
  findings: readonly Finding[],
  { policy }: NamedPolicy,
  baseline: Baseline | null,
): FileFindings {
  const { catalog, today } = ctx;
  const { answers, decoded, root } = file;
  const assessment = assessAnswers(ctx, file, findings, undefined);
  const files = policy.evidence.verifyFiles ? evidenceFiles(ctx.io.cwd, file.path, answers) : new Map();
  return examine(
    { catalog, answers, assessment, policy, today, files, baseline },
    placesIn(decoded.text, root),
  );
}

/** A file that is there no more takes all its gaps with it; nothing in another file can excuse that. */
function goneFiles(
  { gone }: Baselines,
  policies: readonly NamedPolicy[],
  { redact }: CheckRequest,
  checked: number,
): readonly CheckedFile[] {
  const [first] = policies;
  const severity = first === undefined ? 'error' : levelOf(first.policy, 'file-gone', 'error');
  if (severity === 'off') return [];
  return gone.map((path, i): CheckedFile => {
    const file = shownName(path, null, checked + i + 1, redact);
    const args = { path: file };
    const location = { line: 1, column: 1 };
    return {
      file,
      readable: true,
      findings: [{ severity, code: 'file-gone', kind: 'regression', args, location, subject: file }],
      suppressed: [],
    };
  });
}
