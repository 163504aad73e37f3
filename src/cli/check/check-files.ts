import { patternsIn } from '../../files/patterns.ts';
import { examine, type FileFindings, levelOf, unreadable } from '../../gate/examine.ts';
import { placesIn } from '../../gate/places.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { CheckedFile, GateReport, LeftOut } from '../../model/gate.ts';
import { type AnswerFile, readAnswerFile } from '../answer-file.ts';
import { assessAnswers } from '../assess-file.ts';
import type { Context } from '../context.ts';
import { version } from '../package.ts';
import type { BaselineNote } from './baselines-by-company.ts';
import type { Baselines } from './earlier-versions.ts';
import { evidenceFiles } from './evidence-files.ts';
import { type FileNames, fileNames, type NamedFile, rootFolder } from './file-names.ts';
import { type NamedPolicy, policiesFor, type RefusedPolicy } from './policies.ts';
import { type PublicPlace, publicPlace } from './public-place.ts';
import { nameKey } from './redaction.ts';
import { type Target, targetsIn } from './targets.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly policy?: string;
  readonly baseline?: string;
  /** Folder the names in reports start from; left out = the repository's. */
  readonly root?: string;
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
  const found = targetsIn(ctx.io.cwd, request.paths, patterns.value);
  const { targets, closed } = found;
  // Nothing passes on the strength of what could be looked into.
  if (closed.length > 0) return refused(closed);
  if (targets.length === 0) {
    const args = { paths: request.paths };
    return refused([{ severity: 'error', code: 'check-nothing-found', args, location: null }]);
  }
  const root = rootFolder(ctx.io.cwd, request.root, targets);
  if (typeof root !== 'string') return refused([root]);
  const policies = policiesFor(ctx, request.policy, targets);
  if ('findings' in policies) return policies;
  const place = publicPlace(ctx.io.env);
  if (place !== null && !mayBePublic(place, [...policies.values()])) return refused([publicRefusal(place)]);
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
  const naming = { root, redact: request.redact, key: nameKey(ctx.io.env) };
  const names = fileNames(naming, [...targets, ...found.leftOut], baselines?.gone ?? []);
  const results = targets.map((target) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    return checkFile(ctx, { target, names, policy, earlier: earlierOf(target), redact: request.redact });
  });
  const nowOf = new Map(targets.map((target, i) => [target, results[i]?.file ?? names.of(target, null)]));
  const used = [...policies.values()];
  const policyNames = [...new Set(used.flatMap((policy) => names.policy(policy) ?? []))];
  const leftOut = found.leftOut.map((aside) => ({ file: names.other(aside), reason: aside.reason }));
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
      files: [
        ...results.map(({ file }) => file),
        ...(baselines === null ? [] : missedFiles(baselines, used, names)),
      ],
    },
    notes: notesOf(baselines?.notes ?? [], nowOf, names),
    fresh: results.flatMap(({ file, isNew }) => (isNew && baselines !== null ? [file.file] : [])),
    inputs: new Set([...targets, ...used].flatMap(({ path }) => path ?? [])),
  };
}

const notesOf = (
  notes: readonly BaselineNote[],
  nowOf: ReadonlyMap<Target, NamedFile>,
  names: FileNames,
): Checked['notes'] =>
  notes.flatMap(({ target, other, kind }) => {
    const now = nowOf.get(target);
    return now === undefined ? [] : [{ kind, file: now.file, other: names.former(other, now) }];
  });

const isOneFile = (reason: LeftOut['reason']): boolean =>
  reason !== 'hidden-folder' && reason !== 'link-again';

/**
 * Only `public: ok` of every policy in force lifts the refusal, and only where somebody agreed to it: no option of the
 * command line does, for the workflow lies in the hands of whoever is checked, and so does a policy that is part of the
 * proposal itself.
 */
const mayBePublic = ({ agreed }: PublicPlace, policies: readonly NamedPolicy[]): boolean =>
  policies.every(({ policy, fromBase }) => policy.public === 'ok' && (agreed || fromBase === true));

const publicRefusal = ({ why }: PublicPlace): Finding => ({
  ...{ severity: 'error', code: `public-${why}`, args: {}, location: null },
});

const refused = (findings: readonly Finding[]): RefusedPolicy => ({ name: null, findings });

interface FileRequest {
  readonly target: Target;
  readonly names: FileNames;
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
  { target, names, policy, earlier, redact }: FileRequest,
): { readonly file: CheckedFile; readonly isNew: boolean } {
  const read = readAnswerFile(ctx.io.cwd, target.name, ctx.catalog);
  if (!read.ok) {
    return {
      file: {
        ...names.of(target, null),
        readable: false,
        findings: unreadable(redact ? read.findings.map(namingNobody) : read.findings),
        suppressed: [],
      },
      isNew: false,
    };
  }
  const { answers } = read.value;
  const baseline = earlier?.ok === true ? earlier.value : null;
  const found = findingsIn(ctx, read.value, read.findings, policy, baseline);
  const broken = earlier?.ok === false ? unreadable(earlier.findings) : [];
  return {
    file: {
      ...names.of(target, answers.company.name),
      ...{ readable: broken.length === 0, ...found },
      findings: [...broken, ...found.findings],
    },
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

/** A file that is there no more, or answers no more, takes all its gaps with it; nothing in another file can excuse that. */
function missedFiles(
  { gone, lost }: Baselines,
  policies: readonly NamedPolicy[],
  names: FileNames,
): readonly CheckedFile[] {
  const [first] = policies;
  const missed = [
    ...lost.map((aside) => {
      const named = names.of(aside, null);
      return { code: 'not-recognised', named, args: { path: named.file, reason: aside.reason } } as const;
    }),
    ...gone.map((path) => {
      const named = names.earlier(path);
      return { code: 'file-gone', named, args: { path: named.file } } as const;
    }),
  ];
  return missed.flatMap(({ code, named, args }): readonly CheckedFile[] => {
    const severity = first === undefined ? 'error' : levelOf(first.policy, code, 'error');
    if (severity === 'off') return [];
    const location = { line: 1, column: 1 };
    const finding = { severity, code, kind: 'regression', args, location, subject: named.file } as const;
    return [{ ...named, readable: true, findings: [finding], suppressed: [] }];
  });
}
