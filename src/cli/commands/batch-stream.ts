import { createHash } from 'node:crypto';
import { readAnswers } from '../../answers/read.ts';
import { assess } from '../../core/assess.ts';
import type { Finding } from '../../model/finding.ts';
import { type StreamLine, streamLines } from '../../portfolio/stream.ts';
import { describeFinding } from '../../report/finding.ts';
import { decodeText, MAX_BYTES } from '../../text/decode.ts';
import { jsonText } from '../../words/visible.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { version } from '../package.ts';
import { drained, standardInput } from '../standard-input.ts';

export interface StreamOptions {
  readonly min?: number;
  readonly capacity?: number;
  readonly allowErrors?: boolean;
}

/**
 * `wazamori batch --stream`: an answer document as JSON on each line of standard input, its assessment on each line of
 * standard output, in the same order. A line that is none gives `{"schemaVersion": 2, "line": …, "findings": […]}`.
 */
export async function batchStream(ctx: Context, options: StreamOptions): Promise<ExitCode> {
  const { allowErrors = false, min = null } = options;
  const tool = version();
  let failed = 0;
  let under = 0;
  for await (const line of streamLines(standardInput())) {
    const result = assessLine(ctx, line, tool, options.capacity);
    if ('findings' in result) failed++;
    else if (min !== null && (result.score.low ?? 0) < min) under++;
    ctx.io.out(`${jsonText(result)}\n`);
    await drained();
  }
  if (failed > 0 && !allowErrors) return EXIT.badInput;
  return under > 0 ? EXIT.found : EXIT.fine;
}

function assessLine(ctx: Context, line: StreamLine, tool: string, capacity: number | undefined) {
  const refused = (findings: readonly Finding[]) => ({
    schemaVersion: 2,
    line: line.number,
    findings: findings.map((finding) => ({
      ...finding,
      // The document is one line: where it stands in the stream is what a person can open.
      location: finding.location === null ? null : { ...finding.location, line: line.number },
      message: describeFinding(finding, ctx.texts(), ctx.words),
    })),
  });
  if (line.bytes === null) {
    const args = { bytes: line.length, limit: MAX_BYTES };
    return refused([{ severity: 'error', code: 'file-too-large', args, location: null }]);
  }
  const decoded = decodeText(line.bytes);
  if (!decoded.ok) return refused(decoded.findings);
  // JSON is YAML: the one reader reads it, and everything it says holds for both.
  const read = readAnswers(decoded.value.text, ctx.catalog);
  if (!read.ok) return refused([...decoded.findings, ...read.findings]);
  return assess({
    ...{ catalog: ctx.catalog, answers: read.value, today: ctx.today, version: tool },
    source: {
      file: `-:${line.number}`,
      sha256: createHash('sha256').update(line.bytes).digest('hex'),
    },
    findings: [...decoded.findings, ...read.findings],
    ...(capacity === undefined ? {} : { capacity }),
  });
}
