import type { Patterns } from '../../../files/patterns.ts';
import type { Baseline } from '../../../gate/regression/baseline.ts';
import type { Finding, Outcome } from '../../../model/finding.ts';
import type { Context } from '../../context.ts';
import type { Found, Target } from '../targets.ts';
import type { Opened } from './baselines.ts';
import type { BaselineNote } from './baselines-by-company.ts';
import type { Baselines } from './earlier-versions.ts';

/** The past the files are held against. */
export interface Comparison {
  readonly opened: Opened | null;
  readonly baselines: (Baselines & { readonly notes: readonly BaselineNote[] }) | null;
  /** The earlier version of a file; `null` = none, or nothing is compared. */
  readonly earlierOf: (target: Target) => Outcome<Baseline> | null;
}

export async function compare(
  ctx: Context & { readonly takesOut: boolean },
  { baseline: given, paths }: { readonly baseline?: string; readonly paths: readonly string[] },
  { found, opened, patterns }: { found: Found; opened: Opened | null; patterns: Patterns },
): Promise<Comparison | Finding> {
  if (given === undefined) return { opened: null, baselines: null, earlierOf: () => null };
  const { findBaselines, readBaseline } = await import('./baselines.ts');
  const baselines = findBaselines(ctx, { given, paths, patterns }, found, opened);
  if ('severity' in baselines) return baselines;
  const earlierOf = (target: Target): Outcome<Baseline> | null => {
    const earlier = baselines.earlierOf(target);
    if (earlier === null) return null;
    if ('severity' in earlier) return { ok: false, findings: [earlier] };
    const from = { given, inGit: opened !== null, takesOut: ctx.takesOut };
    return readBaseline(ctx, from, earlier.bytes);
  };
  return { opened, baselines, earlierOf };
}
