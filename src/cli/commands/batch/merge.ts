import { typedPath } from '../../../files/find/typed-path.ts';
import { missingShares } from '../../../portfolio/rows/shard.ts';
import { rulesHash } from '../../../portfolio/work/own-catalog.ts';
import { mergedReports, mergeRows, partsProblem } from '../../../portfolio/written/merge.ts';
import { cacheOf, outputProblem } from '../../../portfolio/written/output.ts';
import { staleReports } from '../../../portfolio/written/stale-reports.ts';
import type { Context } from '../../context.ts';
import type { ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { refuseBatch } from './discretion.ts';
import { type FinishOptions, finishBatch, outputOf, withOutput } from './finish.ts';

/** `wazamori batch merge DIR…`: the results of runs that shared the files, as one run would have written them. */
export async function batchMerge(
  ctx: Context,
  names: readonly string[],
  options: FinishOptions,
): Promise<ExitCode> {
  const out = typedPath(ctx.io.cwd, options.out);
  const parts = names.map((name) => ({ name, folder: typedPath(ctx.io.cwd, name) }));
  const problem = outputProblem(outputOf(out, options), []) ?? partsProblem(parts, rulesHash(ctx.catalog));
  if (problem !== null) return refuse(ctx, [problem], null);
  return withOutput(ctx, out, options.out, async () => {
    const { rows } = cacheOf(out);
    const header = mergeRows(parts, rows);
    if (!header.ok) return refuseBatch(ctx, header.findings, options);
    const { reports, shares } = header.value;
    if (shares !== undefined) {
      const missing = missingShares(shares);
      ctx.io.err(`${ctx.words.t('cli.batch.sharesMissing', { missing })}\n`);
    }
    // Of a part one cannot tell who is gone: the reports of the others stay.
    const stale = options.anonymous === true || shares !== undefined ? [] : staleReports(out, rows);
    const copies =
      reports === null || options.anonymous === true ? [] : mergedReports(parts, rows, out, reports);
    return finishBatch(ctx, { out, header: header.value, options, reused: 0, stale, copies });
  });
}
