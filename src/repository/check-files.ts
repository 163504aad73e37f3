import { join } from 'node:path';
import { typedPath } from '../files/find/typed-path.ts';
import { byPlace } from '../gate/examine.ts';
import { levelOf } from '../gate/levels.ts';
import type { FileOutcome } from '../model/finding.ts';
import type { CheckedFile, GateFinding, GateReport, LeftOut } from '../model/gate.ts';
import { checkFile } from './check-file.ts';
import type { CheckContext } from './context.ts';
import { type FileNames, fileNames, type NamedFile } from './file-names.ts';
import { inForceOf } from './measure/in-force.ts';
import type { NamedPolicy } from './measure/policies.ts';
import { askRegisters, notAnswers, type RegisterAnswer } from './measure/register.ts';
import { asFiles } from './measure/trust.ts';
import type { BaselineNote } from './past/baselines-by-company.ts';
import { comparedOf, noneCompared } from './past/compared.ts';
import { type Missing, missedFiles } from './past/missed-files.ts';
import { type CheckRequest, prepareCheck, type Ready } from './prepare.ts';
import { nameKey } from './redaction.ts';
import type { Target } from './targets.ts';
export interface Checked {
  readonly report: GateReport;
  /** The prose of the checklists that were in force. */
  readonly texts: CheckContext['texts'];
  /** Where names and companies disagree about what a file is held against; shown names. */
  readonly notes: readonly (Pick<BaselineNote, 'kind' | 'other'> & { readonly file: string })[];
  /** Every file that was read, by its full path: no report may take its place. */
  readonly inputs: ReadonlySet<string>;
}

/** Checks every file of the request; what is wrong with the request itself comes back as findings. */
export async function checkFiles(ctx: CheckContext, request: CheckRequest): Promise<FileOutcome<Checked>> {
  const ready = await prepareCheck(ctx, request);
  return ready.ok ? { ...ready, value: checked(ready.value) } : ready;
}

function checked(ready: Ready): Checked {
  const { ctx, request, found, policies, registers, comparison } = ready;
  const names = namesOf(ready);
  const results = found.targets.map((target) => {
    const policy = policies.get(target);
    if (policy === undefined) throw new Error(`no policy for ${target.name}`);
    const earlier = comparison.earlierOf(target);
    return checkFile(ctx, { target, names, policy, earlier, redact: request.redact });
  });
  const { baselines } = comparison;
  const missing = missingIn(ready, names);
  const { isExcluded } = ready.former;
  const lost = (baselines?.lost ?? []).filter(
    ({ was, reason }) => !(isExcluded(missing.placeOf(was)) ?? reason === 'excluded'),
  );
  const gone = (baselines?.gone ?? []).filter((name) => isExcluded(missing.placeOf(name)) !== true);
  const told = new Set(lost.map(({ path }) => path));
  const unlike = notAnswers(registers, found).filter(({ path }) => !told.has(path));
  const missed = missedFiles({ ...(baselines ?? NOTHING_MISSED), gone, lost, unlike }, missing);
  const known = results.map((result) => result.known);
  const register = askRegisters(registers, known, policies, [...lost, ...unlike]);
  const compared = comparedOf(results, comparison.opened, request.baseline);
  const files = noneCompared(
    results.map(({ file, known }) => withFindings(file, register.findings.get(known.target) ?? [])),
    compared,
    baselines,
  );
  const nowOf = new Map(results.map(({ known: { target }, file }) => [target, file]));
  const used = [...policies.values()];
  return {
    report: {
      ...reportOf(ready, used, names),
      compared,
      clients: register.clients,
      files: [...files, ...ruleFiles(ready, register, names), ...missed],
    },
    texts: ctx.texts,
    notes: notesOf(baselines?.notes ?? [], nowOf, names),
    inputs: new Set([...found.targets, ...used].flatMap(({ path }) => path ?? [])),
  };
}

function namesOf({ ctx, request, root, found, comparison: { baselines } }: Ready): FileNames {
  const naming = { root, redact: request.redact, key: nameKey(ctx.env) };
  const then = baselines === null ? [] : [...baselines.gone, ...baselines.closed];
  return fileNames(naming, [...found.targets, ...found.leftOut], then);
}

const NOTHING_MISSED = { gone: [], closed: [] };

/** Policies and checklists stand among the files, with what there is to say of them. */
function ruleFiles(
  { ctx, sides }: Ready,
  { missing }: RegisterAnswer,
  names: FileNames,
): readonly CheckedFile[] {
  const told = new Map<string, readonly GateFinding[]>();
  const tell = (name: string, findings: readonly GateFinding[]): void => {
    if (findings.length > 0) told.set(name, [...(told.get(name) ?? []), ...findings]);
  };
  for (const [name, findings] of sides.judging.findings()) tell(name, findings);
  for (const { named, findings } of missing) tell(named.name ?? '', findings);
  tell(ctx.catalog.own?.folder ?? '', sides.checklists);
  return asFiles(told, (name) => names.policy({ name, path: typedPath(ctx.cwd, name) }) ?? name);
}

const withFindings = (file: CheckedFile, findings: CheckedFile['findings']): CheckedFile =>
  findings.length === 0 ? file : { ...file, findings: [...file.findings, ...findings].sort(byPlace) };

function reportOf(
  { ctx, request, found, sides }: Ready,
  used: readonly NamedPolicy[],
  names: FileNames,
): Omit<GateReport, 'files' | 'compared' | 'clients'> {
  const inForce = inForceOf(ctx, used, sides, names);
  const policyNames = [...new Set(inForce.policies.flatMap(({ name }) => name ?? []))];
  const leftOut = found.leftOut.map((aside) => ({ file: names.other(aside), reason: aside.reason }));
  return {
    version: ctx.version,
    asOf: ctx.today,
    policy: policyNames.length === 0 ? null : policyNames.join(', '),
    baseline: request.baseline ?? null,
    inForce,
    redacted: request.redact,
    found: found.targets.length + leftOut.filter(({ reason }) => isOneFile(reason)).length,
    checked: found.targets.length,
    leftOut,
  };
}

function missingIn({ comparison, policies, sides, former }: Ready, names: FileNames): Missing {
  const { opened } = comparison;
  const [first] = policies.values();
  const policyOver = (path: string | null): NamedPolicy | undefined => {
    const policy = path === null ? null : sides.judging.policyOver(path);
    return policy?.ok === true ? policy.value : first;
  };
  return {
    names,
    placeOf: (name) =>
      opened === null || opened.revision.path !== '' ? null : join(opened.revision.root, name),
    levelAt: (path, code) => {
      const policy = policyOver(path);
      const level = policy === undefined ? 'error' : levelOf(policy.policy, code, 'error');
      return level !== 'off' && code === 'file-gone' && former.hasLeft(path) ? 'info' : level;
    },
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
