import type { Outcome } from '../../model/finding.ts';
import type { GateFinding, Side } from '../../model/gate.ts';
import { failed, outcome } from '../../text/outcomes.ts';
import { isPushToDefault } from '../ci.ts';
import type { CheckContext } from '../context.ts';
import { gitRefusal } from '../past/baseline-refusals.ts';
import type { Opened } from '../past/baselines.ts';
import type { Found } from '../targets.ts';
import { type NamedPolicy, noPolicy, type Policies } from './policies.ts';
import { type Changing, checklistFindings, type Judging, judging } from './trust.ts';
import type { PoliciesThen } from './trusted-policies.ts';

/** Who judges, and what the past is seen with. */
export interface Sides {
  readonly trust: 'base' | 'head';
  readonly judging: Judging;
  /** With the checklists the files of now are held to. */
  readonly inForce: CheckContext;
  readonly checklistsFrom: Side;
  /** With those of the base's own commit; `takesOut`: what they took out of the shipped ones is missed. */
  readonly baselineCtx: CheckContext & { readonly takesOut: boolean };
  readonly checklists: readonly GateFinding[];
  /** Policies of the base whose successors were agreed to. */
  readonly replaced: readonly NamedPolicy[];
}

interface Wish {
  readonly policy?: string;
  readonly trust?: 'base' | 'head';
  readonly allowPolicyChange: boolean;
}

/**
 * The trusted side: policy and checklists of the commit that is compared with, unless they are to be trusted as they lie
 * here. Everything that is read out of a policy comes from the policy this gives for a file, and from no other.
 */
export async function trustedSide(
  ctx: CheckContext,
  wish: Wish,
  here: Policies,
  { opened, found }: { readonly opened: Opened | null; readonly found: Found },
): Promise<Outcome<Sides>> {
  const trust = wish.trust ?? (opened === null ? 'head' : 'base');
  if (opened === null) {
    const plain = judging(ctx, here, null, { allowed: false, merged: false });
    const baselineCtx = { ...ctx, takesOut: true };
    const none = { checklists: [], replaced: [] };
    return outcome({ trust, judging: plain, inForce: ctx, checklistsFrom: 'head', baselineCtx, ...none });
  }
  const refused = (reason: string): Outcome<never> => failed(gitRefusal(ctx, opened.revision.name, reason));
  const { catalogAt } = await import('./catalog-at.ts');
  const { policiesThen } = await import('./trusted-policies.ts');
  const opening = await catalogAt(ctx, opened);
  if (!opening.ok) return refused(opening.reason);
  const at = opening.value;
  // Who agreed to other checklists holds the past to them as well: nothing of theirs is anybody's step back.
  const past = 'ctx' in at && !wish.allowPolicyChange ? at.ctx : ctx;
  const baselineCtx = { ...past, takesOut: at.kind === 'outside' };
  const changing: Changing = { allowed: wish.allowPolicyChange, merged: isPushToDefault(await ctx.ci.run()) };
  const isBase = trust === 'base';
  const then = isBase ? policiesThen('ctx' in at ? at.ctx : ctx, wish.policy, opened) : null;
  const paths = found.targets.map(({ path }) => path);
  const problem = then === null ? null : opened.tree.read(then.namesFor(paths));
  if (problem !== null) return refused(problem);
  const judge = judging(ctx, here, then, changing);
  const [first] = paths.map(judge.policyOver);
  const policy = first?.ok === true ? first.value : noPolicy(ctx);
  const checklists = isBase || at.kind === 'unread' ? checklistFindings(ctx, at, policy, changing) : [];
  const usesBase = isBase && !changing.allowed && at.kind === 'own';
  return outcome({
    trust,
    judging: judge,
    baselineCtx,
    checklists,
    replaced: changing.allowed && then !== null ? policiesOver(then, paths) : [],
    inForce: usesBase ? baselineCtx : ctx,
    checklistsFrom: usesBase || (isBase && at.kind === 'same') ? 'base' : 'head',
  });
}

const policiesOver = (then: PoliciesThen, paths: readonly string[]): readonly NamedPolicy[] => [
  ...new Set(paths.map(then.over).filter((policy) => typeof policy !== 'string')),
];
