import { examine, type FileFindings, levelOf, unreadable } from '../../gate/examine.ts';
import { placesIn } from '../../gate/places.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding } from '../../model/finding.ts';
import type { CheckedFile, GateReport } from '../../model/gate.ts';
import { type AnswerFile, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import { version } from '../assets.ts';
import type { Context } from '../context.ts';
import { type Baselines, findBaselines, readBaseline } from './baselines.ts';
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
export function checkFiles(ctx: Context, request: CheckRequest): Checked | RefusedPolicy {
  const targets = targetsIn(ctx.io.cwd, request.paths);
  if (targets.length === 0) {
    const args = { paths: request.paths };
    return refused([{ severity: 'error', code: 'check-nothing-found', args, location: null }]);
  }
  const policies = policiesFor(ctx, request.policy, targets);
  if ('findings' in policies) return policies;
  const given = request.baseline;
  const baselines = given === undefined ? null : findBaselines(ctx, given, targets, request.paths);
  if (baselines !== null && 'code' in baselines) return refused([baselines]);
  const results = targets.map((target, i) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    return checkFile(ctx, { target, nth: i + 1, policy, baselines, request });
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
    fresh: results.flatMap(({ file, isNew }) => (isNew ? [file.file] : [])),
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
  readonly baselines: Baselines | null;
  readonly request: CheckRequest;
}

function checkFile(
  ctx: Context,
  { target, nth, policy, baselines, request }: FileRequest,
): { readonly file: CheckedFile; readonly isNew: boolean } {
  const read = readAnswerFile(ctx.io.cwd, target.name, ctx.catalog);
  if (!read.ok) {
    const file = shownName(target.name, null, nth, request.redact);
    return {
      file: { file, readable: false, findings: unreadable(read.findings), suppressed: [] },
      isNew: false,
    };
  }
  const { answers } = read.value;
  const file = shownName(target.name, answers.company.name, nth, request.redact);
  const bytes = baselines?.bytesOf(target) ?? null;
  const earlier = bytes === null ? null : readBaseline(ctx, request.baseline ?? '', bytes);
  const baseline = earlier?.ok === true ? earlier.value : null;
  const found = findingsIn(ctx, read.value, read.findings, policy, baseline);
  const broken = earlier?.ok === false ? unreadable(earlier.findings) : [];
  return {
    file: { file, readable: broken.length === 0, ...found, findings: [...broken, ...found.findings] },
    isNew: baselines !== null && bytes === null,
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
  const { answers, decoded } = file;
  const assessment = assessAnswers(ctx, file, findings, undefined);
  const files = policy.evidence.verifyFiles ? evidenceFiles(ctx.io.cwd, file.path, answers) : new Map();
  return examine({ catalog, answers, assessment, policy, today, files, baseline }, placesIn(decoded.text));
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
