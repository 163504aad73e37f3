import type { InForce } from '../../model/gate.ts';
import type { PassedOver } from '../../model/policy.ts';
import type { CheckContext } from '../context.ts';
import type { FileNames } from '../file-names.ts';
import type { NamedPolicy } from './policies.ts';
import type { Sides } from './sides.ts';

/** What judged, each policy once, under the names they may be shown by. */
export function inForceOf(
  ctx: Pick<CheckContext, 'catalog'>,
  used: readonly NamedPolicy[],
  { trust, checklistsFrom }: Pick<Sides, 'trust' | 'checklistsFrom'>,
  names: FileNames,
): InForce {
  const policies = new Map(used.map((policy) => [`${policy.from} ${policy.name}`, policy]));
  const own = ctx.catalog.own;
  return {
    trust,
    policies: [...policies.values()].map((policy) => ({ name: names.policy(policy), from: policy.from })),
    lifting: liftingOf(used.map(({ policy }) => policy.suppressed)),
    checklists: own === undefined ? null : { folder: own.folder, sha256: own.sha256, from: checklistsFrom },
  };
}

const liftingOf = (asked: readonly PassedOver[]): InForce['lifting'] => [
  ...(asked.some(({ maxDays }) => maxDays !== null) ? (['until'] as const) : []),
  ...(asked.some(({ approvers }) => approvers.length > 0) ? (['by'] as const) : []),
];
