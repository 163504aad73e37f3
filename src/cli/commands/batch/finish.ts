import { relative } from 'node:path';
import type { RowsHeader } from '../../../portfolio/rows/rows-header.ts';
import type { Standings } from '../../../portfolio/tables/standings.ts';
import { tellFailures } from '../../../portfolio/told/failures.ts';
import { tellOutcome } from '../../../portfolio/told/outcome.ts';
import { type Finished, type FinishInput, finishRun } from '../../../portfolio/written/finish.ts';
import { holdOutput } from '../../../portfolio/written/hold-output.ts';
import { cacheOf, type Output, reportsFolder } from '../../../portfolio/written/output.ts';
import { minuteInJapan } from '../../../text/japan-time.ts';
import { fontsFolder, shippedWords } from '../../assets.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { tellLetters } from '../../letters.ts';
import { isDiscreet, nameless } from './discretion.ts';

/** What decides how the rows of a run become results. */
export interface FinishOptions {
  readonly out: string;
  readonly min?: number;
  readonly anonymous?: boolean;
  readonly allowErrors?: boolean;
  readonly quiet?: boolean;
}

/** A run whose rows are there. */
interface Rows extends Pick<FinishInput, 'stale' | 'copies'> {
  readonly out: string;
  readonly header: RowsHeader;
  readonly options: FinishOptions;
  /** Rows taken from the cache. */
  readonly reused: number;
}

export const outputOf = (out: string, options: FinishOptions): Output => ({
  out,
  name: options.out,
  anonymous: options.anonymous === true,
  languages: [shippedWords('ja'), shippedWords('en')],
});

/** Does what one run at a time may do in its output folder. */
export async function withOutput(
  ctx: Context,
  out: string,
  name: string,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const held = await holdOutput(out, name, minuteInJapan(ctx.io.now()), run);
  return held.ok ? held.value : refuse(ctx, held.findings, null);
}

/** Turns finished rows into results, says what there is to say, and gives the exit code. */
export async function finishBatch(ctx: Context, rows: Rows): Promise<ExitCode> {
  const { out, header, options, stale, copies } = rows;
  const results = {
    catalog: ctx.catalog,
    texts: ctx.texts(),
    words: ctx.words,
    rows: cacheOf(out).rows,
    header,
    out,
    min: options.min ?? null,
    anonymous: options.anonymous === true,
  };
  const finished = await finishRun({ results, name: options.out, stale, copies }, fontsFolder, (printed) =>
    tellLetters(ctx, printed),
  );
  if (!finished.ok) return refuse(ctx, finished.findings, null);
  tell(ctx, rows, finished.value);
  return exitCodeOf(finished.value.standings, options);
}

function tell(ctx: Context, { out, options, reused }: Rows, finished: Finished): void {
  const { io } = ctx;
  const voice = {
    result: (line: string) => io.out(`${line}\n`),
    aside: (line: string) => io.err(`${line}\n`),
  };
  const discreet = isDiscreet(ctx, options);
  const readers = {
    discreetly: discreet ? nameless(ctx) : null,
    columns: io.stdoutIsTerminal ? io.columns : null,
  };
  tellFailures(voice, finished.results, finished.standings, readers);
  const places = {
    cache: relative(io.cwd, cacheOf(out).folder),
    reports: relative(io.cwd, reportsFolder(out)),
    out: options.out,
  };
  tellOutcome(voice, { ...finished, reused, discreet, places }, readers);
}

function exitCodeOf({ files, totals }: Standings, options: FinishOptions): ExitCode {
  // Where there is other YAML alone, nothing was looked at, and nothing passes.
  if (files.read === 0 && files.leftOut > 0) return EXIT.badInput;
  if (files.failed > 0 && options.allowErrors !== true) return EXIT.badInput;
  return totals.underMin > 0 ? EXIT.found : EXIT.fine;
}
