import type { InForce } from '../../model/gate.ts';
import type { Context } from '../context.ts';
import type { NamedPolicy } from './policies.ts';
import { shownName } from './redaction.ts';
import type { Sides } from './sides.ts';

/** What judged, each policy once, under the names they may be shown by. */
export function inForceOf(
  ctx: Context,
  used: readonly NamedPolicy[],
  { trust, checklistsFrom }: Pick<Sides, 'trust' | 'checklistsFrom'>,
  redact: boolean,
): InForce {
  const policies = new Map(used.map(({ name, from }) => [`${from} ${name}`, { name, from }]));
  const own = ctx.catalog.own;
  return {
    trust,
    policies: [...policies.values()].map(({ name, from }, i) => ({
      ...{ name: name === null ? null : shownName(name, null, i + 1, redact, 'policy'), from },
    })),
    checklists: own === undefined ? null : { folder: own.folder, sha256: own.sha256, from: checklistsFrom },
  };
}
