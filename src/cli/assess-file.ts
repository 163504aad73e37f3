import { assess } from '../core/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import { type AnswerFile, readAnswerFile } from './answer-file.ts';
import { version } from './assets.ts';
import { type Context, refuse } from './context.ts';
import type { ExitCode } from './exit-codes.ts';

export interface AssessedFile {
  readonly file: AnswerFile;
  readonly assessment: Assessment;
}

/** Reads and assesses one file; prints what is wrong and gives the exit code where it cannot. */
export function assessFile(
  ctx: Context,
  name: string,
  capacity: number | undefined,
): AssessedFile | ExitCode {
  const read = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  if (!read.ok) return refuse(ctx, read.findings, name);
  return { file: read.value, assessment: assessAnswers(ctx, read.value, read.findings, capacity) };
}

export function assessAnswers(
  ctx: Context,
  file: AnswerFile,
  findings: readonly Finding[],
  capacity: number | undefined,
): Assessment {
  return assess({
    catalog: ctx.catalog,
    answers: file.answers,
    today: ctx.today,
    version: version(),
    source: { file: file.name, sha256: file.sha256 },
    findings,
    ...(capacity === undefined ? {} : { capacity }),
  });
}
