import type { Finding } from '../model/finding.ts';
import { describeFinding } from '../report/finding.ts';
import { visibleLine } from '../words/visible.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** Prints findings to stderr as `file:line:column  severity  message`, one a line. */
export function printFindings(ctx: Context, findings: readonly Finding[], file: string | null): void {
  const texts = findings.length === 0 ? null : ctx.texts();
  for (const finding of findings) {
    const place = [file, finding.location?.line, finding.location?.column].filter(
      (p) => p !== null && p !== undefined,
    );
    const severity = ctx.words.t(`cli.severity.${finding.severity}`);
    const parts = [...(place.length === 0 ? [] : [place.join(':')]), severity];
    ctx.io.err(`${visibleLine([...parts, describeFinding(finding, texts, ctx.words)].join('  '))}\n`);
  }
}

/** Bad input: the findings on stderr, stdout empty, exit 2. */
export function refuse(ctx: Context, findings: readonly Finding[], file: string | null): ExitCode {
  printFindings(ctx, findings, file);
  return EXIT.badInput;
}
