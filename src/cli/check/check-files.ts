import { patternsIn } from '../../files/patterns.ts';
import { byPlace, examine, type FileFindings, levelOf, unreadable } from '../../gate/examine.ts';
import { placesIn } from '../../gate/places.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { CheckedFile, GateReport, LeftOut } from '../../model/gate.ts';
import { type AnswerFile, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import type { Context } from '../context.ts';
import { version } from '../package.ts';
import type { BaselineNote } from './baselines-by-company.ts';
import { evidenceFiles } from './evidence-files.ts';
import { type NamedPolicy, policiesFor, type RefusedPolicy } from './policies.ts';
import { shownName } from './redaction.ts';
import {
  askRegisters,
  type KnownFile,
  notAnswers,
  type RegisterAnswer,
  registersOf,
  withoutExcluded,
} from './register.ts';
import { type Aside, type Found, type Target, targetsIn } from './targets.ts';

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
  /** Where names and companies disagree about what a file is held against; shown names. */
  readonly notes: readonly (Pick<BaselineNote, 'kind' | 'other'> & { readonly file: string })[];
  /** Every file that was read, by its full path: no report may take its place. */
  readonly inputs: ReadonlySet<string>;
}

/** Checks every file of the request; what is wrong with the request itself comes back as findings. */
export async function checkFiles(ctx: Context, request: CheckRequest): Promise<Checked | RefusedPolicy> {
  const patterns = await patternsIn(ctx.io.cwd, request.paths);
  if (!patterns.ok) return refused(patterns.findings);
  const all = targetsIn(ctx.io.cwd, request.paths, patterns.value);
  // Nothing passes on the strength of what could be looked into.
  if (all.closed.length > 0) return refused(all.closed);
  const policies = policiesFor(ctx, request.policy, all.targets);
  if ('findings' in policies) return policies;
  const registers = await registersOf(policies.values());
  if ('findings' in registers) return registers;
  const found = withoutExcluded(all, policies, registers);
  const { targets } = found;
  if (targets.length === 0) {
    const args = { paths: request.paths };
    return refused([{ severity: 'error', code: 'check-nothing-found', args, location: null }]);
  }
  const given = request.baseline;
  // Git and the processes it needs are loaded for who compares, not for who checks one file a hundred times a day.
  const comparing = given === undefined ? null : await import('./baselines.ts');
  const baselines = comparing?.findBaselines(ctx, given ?? '', found, request.paths) ?? null;
  if (baselines !== null && 'code' in baselines) return refused([baselines]);
  const earlierOf = (target: Target): Outcome<Baseline> | null => {
    const earlier = baselines?.earlierOf(target) ?? null;
    if (earlier === null) return null;
    if ('code' in earlier) return { ok: false, findings: [earlier] };
    return comparing?.readBaseline(ctx, given ?? '', earlier.bytes) ?? null;
  };
  const results = targets.map((target, i) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    return checkFile(ctx, { target, nth: i + 1, policy, earlier: earlierOf(target), redact: request.redact });
  });
  const used = [...policies.values()];
  const lost = (baselines?.lost ?? []).filter(({ reason }) => reason !== 'excluded');
  const unlike = notAnswers(registers, found).filter((aside) => !lost.includes(aside));
  const register = askRegisters(
    registers,
    results.map(({ known }) => known),
    policies,
    [...lost, ...unlike],
  );
  const policyNames = [...new Set(used.flatMap(({ name }) => name ?? []))];
  const leftOut = leftOutOf(found, request);
  return {
    report: {
      version: version(),
      asOf: ctx.today,
      policy: policyNames.length === 0 ? null : policyNames.join(', '),
      baseline: given ?? null,
      redacted: request.redact,
      found: targets.length + leftOut.filter(({ reason }) => isOneFile(reason)).length,
      checked: targets.length,
      leftOut,
      clients: register.clients,
      files: [
        ...results.map(({ file, known }) => withFindings(file, register.findings.get(known.target) ?? [])),
        ...missedFiles({ gone: baselines?.gone ?? [], lost, unlike }, used, request, found),
        ...policyFiles(register, request),
      ],
    },
    notes: notesOf(baselines?.notes ?? [], targets, request),
    fresh: results.flatMap(({ file, isNew }) => (isNew && baselines !== null ? [file.file] : [])),
    inputs: new Set([...targets, ...used].flatMap(({ path }) => path ?? [])),
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

interface FileRequest {
  readonly target: Target;
  /** Place among the targets, from 1. */
  readonly nth: number;
  readonly policy: NamedPolicy;
  /** Its earlier version; `null` = none, or nothing is compared. */
  readonly earlier: Outcome<Baseline> | null;
  readonly redact: boolean;
}

/** The name that may have been meant is another client's: it is none for a log. */
const namingNobody = (finding: Finding): Finding =>
  finding.code === 'file-not-found' ? { ...finding, args: { path: finding.args.path } } : finding;

function checkFile(
  ctx: Context,
  { target, nth, policy, earlier, redact }: FileRequest,
): { readonly file: CheckedFile; readonly known: KnownFile; readonly isNew: boolean } {
  const read = readAnswerFile(ctx.io.cwd, target.name, ctx.catalog);
  if (!read.ok) {
    const file = shownName(target.name, null, nth, redact);
    return {
      file: {
        file,
        readable: false,
        findings: unreadable(redact ? read.findings.map(namingNobody) : read.findings),
        suppressed: [],
      },
      known: { target, company: null, location: FIRST_LINE },
      isNew: false,
    };
  }
  const { answers } = read.value;
  const file = shownName(target.name, answers.company.name, nth, redact);
  const listed = policy.policy.clients.length > 0;
  const location = listed
    ? placesIn(read.value.decoded.text, read.value.root).at(['company', 'name'])
    : FIRST_LINE;
  const baseline = earlier?.ok === true ? earlier.value : null;
  const found = findingsIn(ctx, read.value, read.findings, policy, baseline);
  const broken = earlier?.ok === false ? unreadable(earlier.findings) : [];
  return {
    file: { file, readable: broken.length === 0, ...found, findings: [...broken, ...found.findings] },
    known: { target, company: answers.company, location },
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

interface Missed {
  /** Answer files of the baseline that are there no more. */
  readonly gone: readonly string[];
  /** Those that are there and answer no more. */
  readonly lost: readonly Aside[];
  /** Those the register says are answers, and that are none. */
  readonly unlike: readonly Aside[];
}

/** A file that is there no more, or answers no more, takes all its gaps with it; nothing in another file can excuse that. */
function missedFiles(
  { gone, lost, unlike }: Missed,
  policies: readonly NamedPolicy[],
  { redact }: CheckRequest,
  { targets }: Found,
): readonly CheckedFile[] {
  const shown = (path: string, i: number): string => shownName(path, null, targets.length + i + 1, redact);
  const [first] = policies;
  const others = [
    ...lost.map((aside) => ({ ...aside, by: 'by-baseline' as const })),
    ...unlike.map((aside) => ({ ...aside, by: 'by-register' as const })),
  ];
  const missed = [
    ...others.map(({ name, reason, by }, i) => {
      const file = shown(name, i);
      return { code: 'not-recognised', file, args: { path: file, reason, by } } as const;
    }),
    ...gone.map((path, i) => {
      const file = shown(path, others.length + i);
      return { code: 'file-gone', file, args: { path: file } } as const;
    }),
  ];
  return missed.flatMap(({ code, file, args }): readonly CheckedFile[] => {
    const severity = first === undefined ? 'error' : levelOf(first.policy, code, 'error');
    if (severity === 'off') return [];
    const finding = {
      ...({ severity, code, kind: 'regression', args } as const),
      ...{ location: FIRST_LINE, subject: file },
    };
    return [{ file, readable: true, findings: [finding], suppressed: [] }];
  });
}

const FIRST_LINE = { line: 1, column: 1 } as const;

/** A policy stands among the files where its register misses somebody. */
const policyFiles = ({ missing }: RegisterAnswer, { redact }: CheckRequest): readonly CheckedFile[] =>
  missing.flatMap(({ named: { name }, findings }, i) =>
    name === null || findings.length === 0
      ? []
      : [{ file: shownName(name, null, i + 1, redact, 'policy'), readable: true, findings, suppressed: [] }],
  );

const withFindings = (file: CheckedFile, findings: CheckedFile['findings']): CheckedFile =>
  findings.length === 0 ? file : { ...file, findings: [...file.findings, ...findings].sort(byPlace) };
