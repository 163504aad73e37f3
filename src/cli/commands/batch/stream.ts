import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { assessOpened } from '../../../engine/assess.ts';
import { openAnswers } from '../../../engine/open.ts';
import { contentHash } from '../../../files/content-hash.ts';
import { codeOf, diskProblem } from '../../../files/disk-problem.ts';
import { targetOf } from '../../../files/save.ts';
import { switchAll } from '../../../files/switch.ts';
import { typedPath } from '../../../files/typed-path.ts';
import type { Assessment } from '../../../model/assessment.ts';
import type { Finding, Outcome } from '../../../model/finding.ts';
import { type StreamLine, streamLines } from '../../../portfolio/work/stream.ts';
import { openWhole } from '../../../portfolio/written/write-whole.ts';
import { describeFinding } from '../../../report/finding.ts';
import { MAX_BYTES } from '../../../text/decode.ts';
import { failed } from '../../../text/outcomes.ts';
import { jsonText } from '../../../words/visible.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { isStdout, notAPlace, placeAt } from '../../output-place.ts';
import { version } from '../../package.ts';
import { keptFrom } from '../../save-output.ts';
import { drained, standardInput } from '../../standard-input.ts';

export interface StreamOptions {
  readonly min?: number;
  readonly capacity?: number;
  readonly allowErrors?: boolean;
  /** A file for the results; without it they go to standard output. */
  readonly out?: string;
}

/**
 * `wazamori batch --stream`: an answer document as JSON on each line of standard input, its assessment on each line of
 * standard output or in the file of `-o`, in the same order. A line that is none gives `{"schemaVersion": 2, "line": …, "findings": […]}`.
 */
export async function batchStream(ctx: Context, options: StreamOptions): Promise<ExitCode> {
  const { out } = options;
  if (out === undefined || isStdout(out)) return streamTo(ctx, options, ctx.io.out);
  try {
    return await streamToFile(ctx, options, out);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return refuse(ctx, [diskProblem(out, error)], null);
  }
}

/** Line by line, and yet the file is there whole or not at all; a device or a pipe takes each line as it comes. */
async function streamToFile(ctx: Context, options: StreamOptions, out: string): Promise<ExitCode> {
  const path = targetOf(typedPath(ctx.io.cwd, out));
  const place = placeAt(path);
  if (place === 'folder' || place === 'other') return refuse(ctx, [notAPlace(place, out)], null);
  if (place === 'stream') {
    const device = openSync(path, 'w');
    try {
      return await streamTo(ctx, options, (line) => writeFileSync(device, line));
    } finally {
      closeSync(device);
    }
  }
  const kept = place === 'file' ? keptFrom(readFileSync(path), ['json'], out) : null;
  if (kept !== null) return refuse(ctx, [kept], null);
  const file = openWhole(path);
  try {
    const code = await streamTo(ctx, options, file.write);
    const problem = switchAll([{ ...file.settle(), name: out }]);
    if (problem !== null) return refuse(ctx, [problem], null);
    ctx.io.err(`${ctx.words.t('cli.out.done', { file: out })}\n`);
    return code;
  } finally {
    file.discard();
  }
}

async function streamTo(
  ctx: Context,
  options: StreamOptions,
  write: (line: string) => void,
): Promise<ExitCode> {
  const { allowErrors = false, min = null } = options;
  const tool = version();
  let refused = 0;
  let under = 0;
  for await (const line of streamLines(standardInput())) {
    const assessed = assessLine(ctx, line, tool, options.capacity);
    if (!assessed.ok) refused++;
    else if (min !== null && (assessed.value.score.low ?? 0) < min) under++;
    const result = assessed.ok ? assessed.value : refusedLine(ctx, line, assessed.findings);
    write(`${jsonText(result)}\n`);
    await drained();
  }
  if (refused > 0 && !allowErrors) return EXIT.badInput;
  return under > 0 ? EXIT.found : EXIT.fine;
}

function assessLine(
  { catalog, today }: Context,
  { number, bytes, length }: StreamLine,
  version: string,
  capacity: number | undefined,
): Outcome<Assessment> {
  if (bytes === null) {
    const args = { bytes: length, limit: MAX_BYTES };
    return failed({ severity: 'error', code: 'file-too-large', args, location: null });
  }
  // JSON is YAML: the one reader reads it, and everything it says holds for both.
  const read = openAnswers(bytes, catalog);
  if (!read.ok) return read;
  const source = { file: `-:${number}`, sha256: contentHash(bytes) };
  const by = { catalog, today, version, capacity };
  return { ...read, value: assessOpened(read.value, read.findings, by, source) };
}

const refusedLine = (ctx: Context, { number }: StreamLine, findings: readonly Finding[]) => ({
  schemaVersion: 2,
  line: number,
  findings: findings.map((finding) => ({
    ...finding,
    // The document is one line: where it stands in the stream is what a person can open.
    location: finding.location === null ? null : { ...finding.location, line: number },
    message: describeFinding(finding, ctx.texts(), ctx.words),
  })),
});
