import { hostname } from 'node:os';
import { basename, relative } from 'node:path';
import { codeOf, diskProblem } from '../files/disk-problem.ts';
import { acquireLock } from '../files/lock.ts';
import { failuresIn } from '../portfolio/rows/rows-file.ts';
import type { RowsHeader } from '../portfolio/rows/rows-header.ts';
import { clientName, reasonText } from '../portfolio/tables/client-sentences.ts';
import { clientsAt } from '../portfolio/tables/clients.ts';
import { type ResultsInput, type Standings, standingsOf } from '../portfolio/tables/standings.ts';
import { reasonsOf } from '../portfolio/tables/visits.ts';
import { cacheOf, FILES, type Output, openOutput, reportsFolder } from '../portfolio/written/output.ts';
import { writeResults } from '../portfolio/written/results.ts';
import { removeReports, type StaleReport } from '../portfolio/written/stale-reports.ts';
import { switchResults } from '../portfolio/written/switch-results.ts';
import type { WholeFile } from '../portfolio/written/write-whole.ts';
import { describeFinding } from '../report/finding.ts';
import { minuteInJapan } from '../text/japan-time.ts';
import type { KeyBelow } from '../words/messages.ts';
import { wrapPhrases } from '../words/width.ts';
import { fontsFolder, shippedWords } from './assets.ts';
import { discreetFailure, isDiscreet } from './batch-discretion.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { refuse } from './findings.ts';
import { tellLetters } from './letters.ts';

/** What decides how the rows of a run become results. */
export interface FinishOptions {
  readonly out: string;
  readonly min?: number;
  readonly anonymous?: boolean;
  readonly allowErrors?: boolean;
  readonly quiet?: boolean;
}

export interface FinishInput {
  readonly out: string;
  readonly header: RowsHeader;
  readonly options: FinishOptions;
  /** Rows taken from the cache. */
  readonly reused: number;
  /** Reports of the run before that go, for their clients did. */
  readonly stale: readonly StaleReport[];
  /** Copies of reports from elsewhere, waiting for their places. */
  readonly copies: readonly WholeFile[];
}

const SHOWN = 5;

export const outputOf = (out: string, options: FinishOptions): Output => ({
  out,
  name: options.out,
  anonymous: options.anonymous === true,
  languages: [shippedWords('ja'), shippedWords('en')],
});

/** Opens the output folder for one run at a time, and turns a full disk or a missing right into a message. */
export async function withOutput(
  ctx: Context,
  out: string,
  name: string,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    openOutput(out);
    const since = minuteInJapan(ctx.io.now());
    const lock = acquireLock(cacheOf(out).rows, { pid: process.pid, host: hostname(), since });
    if (!lock.ok) return refuse(ctx, lock.findings, null);
    try {
      return await run();
    } finally {
      lock.value.release();
    }
  } catch (error) {
    // What is no trouble of the disk is a defect of ours, and is told as one.
    if (codeOf(error) === null) throw error;
    return refuse(ctx, [diskProblem(name, error)], null);
  }
}

/** Turns finished rows into results, says what there is to say, and gives the exit code. */
export async function finishBatch(ctx: Context, input: FinishInput): Promise<ExitCode> {
  const { out, header, options } = input;
  const results: ResultsInput = {
    ...{ catalog: ctx.catalog, texts: ctx.texts(), words: ctx.words },
    ...{ rows: cacheOf(out).rows, header, out, min: options.min ?? null },
    anonymous: options.anonymous === true,
  };
  const standings = standingsOf(results);
  const files = await writeResults(results, standings, fontsFolder, (printed) =>
    tellLetters(ctx, printed),
  ).catch((error: unknown) => {
    for (const copy of input.copies) copy.discard();
    throw error;
  });
  const reports = results.anonymous ? null : header.reports;
  const problem = switchResults({ out, name: options.out }, [...files, ...input.copies], reports);
  if (problem !== null) return refuse(ctx, [problem], null);
  const removed = removeReports(out, input.stale);
  tellFailures(ctx, results, standings);
  const written = files.map((file) => basename(file.settle().name));
  tellOutcome(ctx, input, results, standings, { written, removed });
  // Where there is other YAML alone, nothing was looked at, and nothing passes.
  if (standings.files.read === 0 && standings.files.leftOut > 0) return EXIT.badInput;
  if (standings.files.failed > 0 && options.allowErrors !== true) return EXIT.badInput;
  return standings.totals.underMin > 0 ? EXIT.found : EXIT.fine;
}

/** The first files that could not be read, on stderr; all of them stand in errors.csv. */
function tellFailures(
  ctx: Context,
  { rows, texts, words, anonymous }: ResultsInput,
  { files }: Standings,
): void {
  if (files.failed === 0) return;
  // A nameless result has no list of them, and a place would name somebody.
  if (anonymous) {
    ctx.io.err(`${words.t('cli.batch.failedUnnamed', { n: files.failed })}\n`);
    return;
  }
  ctx.io.err(`${words.t('cli.batch.failed', { n: files.failed, file: FILES.errors })}\n`);
  const discreet = isDiscreet(ctx, {});
  let nth = 0;
  for (const { path, finding } of failuresIn(rows)) {
    if (nth++ === SHOWN) break;
    if (discreet) {
      ctx.io.err(`${discreetFailure(path, finding, ctx)}\n`);
      continue;
    }
    const { location } = finding;
    const place = location === null ? path : `${path}:${location.line}:${location.column}`;
    const message = describeFinding(finding, texts, words);
    ctx.io.err(`${words.t('cli.batch.someFailed', { place, message })}\n`);
  }
  if (files.failed > SHOWN) ctx.io.err(`${words.t('cli.batch.moreFailed', { n: files.failed - SHOWN })}\n`);
}

function tellOutcome(
  ctx: Context,
  { options, reused, out }: FinishInput,
  results: ResultsInput,
  standings: Standings,
  { written, removed }: { readonly written: readonly string[]; readonly removed: number },
): void {
  const { totals, files, gone } = standings;
  const { t } = ctx.words;
  const say = (key: KeyBelow<'cli.batch'>, args: Readonly<Record<string, unknown>> = {}): void =>
    ctx.io.err(`${t(`cli.batch.${key}`, args)}\n`);
  const { uncounted, doubts, byName } = files;
  if (files.leftOut > 0 && !results.anonymous) say('leftOut', { n: files.leftOut, file: FILES.errors });
  if (uncounted.older > 0) say('older', { n: uncounted.older });
  if (uncounted['same-day'] > 0) say('aside', { n: uncounted['same-day'] });
  if (uncounted.copy > 0) say('copies', { n: uncounted.copy });
  if (byName > 0) say('byName', { n: byName });
  const listed = results.anonymous ? 'Unnamed' : '';
  if (doubts['number-shared'] > 0) say(`shared${listed}`, { n: doubts['number-shared'], file: FILES.errors });
  if (doubts['identity-unclear'] > 0)
    say(`unclear${listed}`, { n: doubts['identity-unclear'], file: FILES.errors });
  if (reused > 0) say('reused', { n: reused, cache: relative(ctx.io.cwd, cacheOf(out).folder) });
  if (removed > 0) say('removed', { n: removed, folder: relative(ctx.io.cwd, reportsFolder(out)) });
  if (gone.length > 0 && !results.anonymous) say('gone', { n: gone.length, file: FILES.json });
  if (totals.underMin > 0) {
    say('underMin', { n: totals.underMin, min: options.min });
    tellUnshown(results, standings, isDiscreet(ctx, options), say);
  }
  const found = files.read + files.failed + files.leftOut;
  ctx.io.out(`${t('cli.batch.clients', { clients: totals.clients, read: files.read, found })}\n`);
  if (results.anonymous) say('anonymous');
  else if (isDiscreet(ctx, options)) say('visitsUnnamed', { file: FILES.summary });
  else tellVisits(ctx, results, standings);
  say('written', { folder: options.out, files: written });
  if (!results.anonymous) say('confidential');
}

/** Who counts as below the bar though no points of theirs are shown anywhere: by name, or nobody could find them. */
function tellUnshown(
  { catalog, words }: ResultsInput,
  { unshown, index }: Standings,
  discreet: boolean,
  say: (key: KeyBelow<'cli.batch'>, args: Readonly<Record<string, unknown>>) => void,
): void {
  const n = unshown.length();
  if (n === 0) return;
  if (discreet) {
    say('underMinUnknownCount', { n });
    return;
  }
  const rows = Array.from({ length: Math.min(n, SHOWN) }, (_, i) => unshown.at(i));
  const clients = clientsAt(index, rows, catalog).map((client) => clientName(client, words));
  say('underMinUnknown', { n, clients });
  if (n > SHOWN) say('underMinUnknownMore', { n: n - SHOWN, file: FILES.json });
}

function tellVisits(
  ctx: Context,
  { catalog, texts, words, header }: ResultsInput,
  standings: Standings,
): void {
  const { queue, index } = standings;
  if (queue.length === 0) return;
  ctx.io.out(`\n${words.t('cli.batch.visits')}\n`);
  const first = clientsAt(index, [...queue.subarray(0, SHOWN)], catalog);
  first.forEach((client, i) => {
    const reason = reasonText(reasonsOf(client, catalog, header.asOf), { catalog, texts, words });
    const line = words.t('cli.batch.visit', { turn: i + 1, client: clientName(client, words), reason });
    ctx.io.out(`${onScreen(ctx, line)}\n`);
  });
  const rest = queue.length - first.length;
  if (rest > 0) ctx.io.out(`${words.t('cli.batch.visitsMore', { n: rest, file: FILES.summary })}\n`);
}

/** A numbered line wrapped for people below its number; for other programs it stays one line. */
function onScreen({ io }: Pick<Context, 'io'>, line: string): string {
  if (!io.stdoutIsTerminal) return line;
  const hang = '   ';
  const columns = Math.max(24, Math.min(80, io.columns)) - hang.length;
  return wrapPhrases(line, columns)
    .map((part, i) => (i === 0 ? part : hang + part))
    .join('\n');
}
