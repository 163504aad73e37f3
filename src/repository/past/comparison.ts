import type { Patterns } from '../../files/find/patterns.ts';
import type { Baseline } from '../../gate/regression/baseline.ts';
import type { Outcome } from '../../model/finding.ts';
import { outcome } from '../../text/outcomes.ts';
import type { CheckContext } from '../context.ts';
import type { Found, Target } from '../targets.ts';
import type { Opened } from './baselines.ts';
import type { NotedBaselines } from './baselines-by-company.ts';

/** The past the files are held against. */
export interface Comparison {
  readonly opened: Opened | null;
  readonly baselines: NotedBaselines | null;
  /** The earlier version of a file; `null` = none, or nothing is compared. */
  readonly earlierOf: (target: Target) => Outcome<Baseline> | null;
}

export async function compare(
  ctx: CheckContext & { readonly takesOut: boolean },
  { baseline: given, paths }: { readonly baseline?: string; readonly paths: readonly string[] },
  { found, opened, patterns }: { found: Found; opened: Opened | null; patterns: Patterns },
): Promise<Outcome<Comparison>> {
  if (given === undefined) return outcome({ opened: null, baselines: null, earlierOf: () => null });
  const { findBaselines, readBaseline } = await import('./baselines.ts');
  const baselines = findBaselines(ctx, { given, paths, patterns }, found, opened);
  if (!baselines.ok) return baselines;
  const earlierOf = (target: Target): Outcome<Baseline> | null => {
    const earlier = baselines.value.earlierOf(target);
    if (earlier === null || !earlier.ok) return earlier;
    const from = { given, inGit: opened !== null, takesOut: ctx.takesOut };
    return readBaseline(ctx, from, earlier.value.bytes);
  };
  return outcome({ opened, baselines: baselines.value, earlierOf });
}
