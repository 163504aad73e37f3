import { patternsIn } from '../files/find/patterns.ts';
import type { FileOutcome, Finding, Outcome } from '../model/finding.ts';
import { failed, outcome } from '../text/outcomes.ts';
import type { PublicPlace } from './ci.ts';
import type { CheckContext } from './context.ts';
import { rootFolder } from './file-names.ts';
import { type FormerPlaces, formerPlaces } from './measure/former-places.ts';
import { type NamedPolicy, policiesHere } from './measure/policies.ts';
import { type Register, registersOf, withoutExcluded } from './measure/register.ts';
import { type Sides, trustedSide } from './measure/sides.ts';
import type { Judging } from './measure/trust.ts';
import type { Opened } from './past/baselines.ts';
import { type Comparison, compare } from './past/comparison.ts';
import { type Found, type Target, targetsIn } from './targets.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly policy?: string;
  readonly baseline?: string;
  /** Whose policy and checklists judge; left out = those of the base where that is a commit. */
  readonly trust?: 'base' | 'head';
  readonly allowPolicyChange: boolean;
  /** Folder the names in reports start from; left out = the repository's. */
  readonly root?: string;
  readonly redact: boolean;
}

/** Everything that has to be known before the first file is judged. */
export interface Ready {
  readonly ctx: CheckContext;
  readonly request: CheckRequest;
  readonly root: string;
  readonly found: Found;
  readonly policies: ReadonlyMap<Target, NamedPolicy>;
  readonly registers: readonly Register[];
  readonly former: FormerPlaces;
  readonly sides: Sides;
  readonly comparison: Comparison;
}

/** Finds files, policies, checklists and what they are compared with; what is wrong with the request comes back as findings. */
export async function prepareCheck(ctx: CheckContext, request: CheckRequest): Promise<FileOutcome<Ready>> {
  const patterns = await patternsIn(ctx.cwd, request.paths);
  if (!patterns.ok) return asked(patterns);
  const all = targetsIn(ctx.cwd, request.paths, patterns.value);
  // Nothing passes on the strength of what could be looked into.
  if (all.closed.length > 0) return asked(failed(...all.closed));
  const root = rootFolder(ctx.cwd, request.root, all.targets);
  if (!root.ok) return asked(root);
  const here = policiesHere(ctx, request.policy);
  if (!here.ok) return here;
  const opened = await openedBase(ctx, request);
  if (!opened.ok) return asked(opened);
  const sided = await trustedSide(ctx, request, here.value, { opened: opened.value, found: all });
  if (!sided.ok) return asked(sided);
  const sides = sided.value;
  const judged = policiesOf(sides.judging, all);
  if (!judged.ok) return judged;
  const policies = judged.value;
  const place = ctx.ci.place();
  if (place !== null && !mayBePublic(place, [...policies.values()]))
    return asked(failed(publicRefusal(place)));
  const kept = await registersOf(policies.values());
  if (!kept.ok) return kept;
  const registers = kept.value;
  const found = withoutExcluded(all, policies, registers);
  if (found.targets.length === 0) {
    const args = { paths: request.paths };
    return asked(failed({ severity: 'error', code: 'check-nothing-found', args, location: null }));
  }
  const comparison = await compare(sides.baselineCtx, request, {
    found,
    opened: opened.value,
    patterns: patterns.value,
  });
  if (!comparison.ok) return asked(comparison);
  const former = await formerPlaces(registers, sides.replaced, (path) => {
    const policy = sides.judging.policyOver(path);
    return policy.ok ? policy.value : undefined;
  });
  return outcome({
    ctx: sides.inForce,
    request,
    root: root.value,
    found,
    policies,
    registers,
    former,
    sides,
    comparison: comparison.value,
  });
}

/** What is wrong with the request itself stands in no file. */
const asked = ({ findings }: Outcome<unknown>): FileOutcome<never> => ({ ok: false, findings, file: null });

/** Git and the processes it needs are loaded for who compares, not for who checks one file a hundred times a day. */
async function openedBase(
  ctx: CheckContext,
  { baseline, trust }: CheckRequest,
): Promise<Outcome<Opened | null>> {
  const opened = baseline === undefined ? outcome(null) : await baselineIn(ctx, baseline);
  return opened.ok && opened.value === null && trust === 'base'
    ? failed({ severity: 'error', code: 'trust-without-baseline', args: {}, location: null })
    : opened;
}

async function baselineIn(ctx: CheckContext, given: string): Promise<Outcome<Opened | null>> {
  const { openBaseline } = await import('./past/baselines.ts');
  return openBaseline(ctx, given, await ctx.ci.run());
}

function policiesOf(
  { policyOver }: Judging,
  { targets }: Found,
): FileOutcome<ReadonlyMap<Target, NamedPolicy>> {
  const policies = new Map<Target, NamedPolicy>();
  for (const target of targets) {
    const policy = policyOver(target.path);
    if (!policy.ok) return policy;
    policies.set(target, policy.value);
  }
  return outcome(policies);
}

/**
 * Only `public: ok` of every policy in force lifts the refusal, and only where somebody agreed to it: no option of the
 * command line does, for the workflow lies in the hands of whoever is checked, and so does a policy that is part of the
 * proposal itself.
 */
const mayBePublic = ({ agreed }: PublicPlace, policies: readonly NamedPolicy[]): boolean =>
  policies.every(({ policy, from }) => policy.public === 'ok' && (agreed || from === 'base'));

const publicRefusal = ({ why }: PublicPlace): Finding => ({
  severity: 'error',
  code: `public-${why}`,
  args: {},
  location: null,
});
