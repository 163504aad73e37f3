import { availableParallelism } from 'node:os';
import { patternsIn } from '../../../files/find/patterns.ts';
import { typedPath } from '../../../files/find/typed-path.ts';
import { onInterrupt } from '../../../files/save/signals.ts';
import type { Finding } from '../../../model/finding.ts';
import { sinceProblem } from '../../../portfolio/before/since-problem.ts';
import type { Shard } from '../../../portfolio/rows/shard.ts';
import type { Collected } from '../../../portfolio/work/collect.ts';
import { findInputs, type Inputs } from '../../../portfolio/work/inputs.ts';
import { ownCatalog, rulesHash } from '../../../portfolio/work/own-catalog.ts';
import { runBatch } from '../../../portfolio/work/run.ts';
import { threadsThatFit } from '../../../portfolio/work/threads-that-fit.ts';
import { cacheOf, outputProblem, reportsFolder, waitingReports } from '../../../portfolio/written/output.ts';
import { staleReports } from '../../../portfolio/written/stale-reports.ts';
import type { ClientFormat } from '../../../report/formats.ts';
import { BATCH_WORKER, catalogFolder, fontsFolder, shippedMessages } from '../../assets.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { version } from '../../package.ts';
import { refuseBatch } from './discretion.ts';
import { type FinishOptions, finishBatch, outputOf, withOutput } from './finish.ts';
import { progressLine } from './progress.ts';
import { standardInputLines } from './standard-input.ts';

export interface BatchOptions extends FinishOptions {
  readonly reports?: ClientFormat;
  readonly shard?: Shard;
  readonly since?: string;
  readonly capacity?: number;
  readonly jobs?: number;
}

/** `wazamori batch PATH…`: many answer files in; tables, a portfolio and, where asked, one report a client out. */
export async function batch(
  ctx: Context,
  given: readonly string[],
  options: BatchOptions,
): Promise<ExitCode> {
  const listed = given.includes('-') || (given.length === 0 && !ctx.io.stdinIsTerminal);
  const paths = [...given.filter((path) => path !== '-'), ...(listed ? await standardInputLines() : [])];
  const out = typedPath(ctx.io.cwd, options.out);
  const patterns = await patternsIn(ctx.io.cwd, paths);
  if (!patterns.ok) return refuseBatch(ctx, patterns.findings, options);
  const inputs = findInputs(ctx.io.cwd, paths, [out, cacheOf(out).folder], patterns.value);
  const roots = inputs.sources.filter(({ folder }) => folder).map(({ root }) => root);
  const problem = outputProblem(outputOf(out, options), roots) ?? usageProblem(ctx, paths, inputs, options);
  if (problem !== null) return refuseBatch(ctx, [problem], options);
  return withOutput(ctx, out, options.out, () => run(ctx, inputs, out, options));
}

function usageProblem(
  ctx: Context,
  paths: readonly string[],
  inputs: Inputs,
  { since, anonymous, reports }: BatchOptions,
): Finding | null {
  if (paths.length === 0) return { severity: 'error', code: 'usage-no-paths', args: {}, location: null };
  if (anonymous === true && reports !== undefined) {
    return { severity: 'error', code: 'usage-anonymous-reports', args: {}, location: null };
  }
  if (inputs.entries.length === 0) {
    return { severity: 'error', code: 'batch-nothing-found', args: { places: paths }, location: null };
  }
  return since === undefined ? null : sinceProblem(ctx.io.cwd, since, inputs);
}

async function run(ctx: Context, inputs: Inputs, out: string, options: BatchOptions): Promise<ExitCode> {
  const { shard = null, reports, since, capacity = null, jobs } = options;
  const line = progressLine(ctx, options.quiet === true);
  const stop = new AbortController();
  const deaf = onInterrupt(() => {
    stop.abort();
    line.clear();
    ctx.io.err(`${ctx.words.t('cli.batch.stopping')}\n`);
  });
  try {
    const { header, collected } = await runBatch({
      inputs,
      shard,
      setup: {
        catalogDir: catalogFolder,
        messages: shippedMessages(ctx.lang),
        lang: ctx.lang,
        today: ctx.today,
        version: version(),
        capacity,
        own: ctx.own === null ? null : ownCatalog(ctx.catalog, ctx.texts()),
        reports:
          reports === undefined
            ? null
            : {
                folder: reportsFolder(out),
                waiting: waitingReports(out),
                format: reports,
                fontsDir: fontsFolder,
              },
      },
      editions: Object.fromEntries(ctx.catalog.checklists.map((c) => [c.id, c.edition])),
      catalog: rulesHash(ctx.catalog),
      cache: cacheOf(out),
      since: since === undefined ? null : typedPath(ctx.io.cwd, since),
      workers: { script: BATCH_WORKER, count: threadsThatFit(jobs ?? availableParallelism()) },
      signal: stop.signal,
      onProgress: line.show,
    });
    line.clear();
    const unfinished = notDone(ctx, collected, options);
    if (unfinished !== null) return unfinished;
    // A share of the files is no reason to think that the others are gone.
    const stale = shard === null && !options.anonymous ? staleReports(out, cacheOf(out).rows) : [];
    const { reused } = collected.progress;
    return await finishBatch(ctx, { out, header, options, reused, stale, copies: [] });
  } finally {
    deaf();
  }
}

function notDone(ctx: Context, collected: Collected, options: BatchOptions): ExitCode | null {
  if (collected.kind === 'done') return null;
  if (collected.kind === 'problem') return refuseBatch(ctx, [collected.problem], options);
  const { done, of } = collected.progress;
  ctx.io.err(`${ctx.words.t('cli.batch.stopped', { done, of })}\n`);
  return EXIT.failed;
}
