import { readAnswers } from '../answers/read.ts';
import { assess } from '../core/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import { type AnswerFile, readAnswerFile } from './answer-file.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './findings.ts';
import { version } from './package.ts';

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

/**
 * The file as it would be with some answers, facts or actions set otherwise; the file itself is not touched. Supposing
 * an action done supposes what it is for: the gaps it closes are closed.
 */
export async function whatIf(
  ctx: Context,
  { file, assessment }: AssessedFile,
  assignments: readonly string[],
  capacity: number | undefined,
): Promise<AssessedFile | ExitCode> {
  // Editing brings the YAML writer: only who asks "what if" waits for it.
  const { assign, assignedName } = await import('../answers/assignments.ts');
  const named = new Set(assignments.map(assignedName));
  const done = new Set(assignments.filter((given) => /[=＝]\s*done\s*$/.test(given)).map(assignedName));
  // What is said of a question itself goes before what an action does for it.
  const closed = assessment.gaps
    .filter(({ action, item }) => done.has(action) && !named.has(item))
    .map(({ item }) => `${item}=yes`);
  const edited = assign(ctx, file.decoded.text, [...closed, ...assignments]);
  if (!edited.ok) return refuse(ctx, edited.findings, null);
  const read = readAnswers(edited.value, ctx.catalog);
  if (!read.ok) return refuse(ctx, read.findings, file.name);
  const supposed = { ...file, answers: read.value };
  return { file: supposed, assessment: assessAnswers(ctx, supposed, read.findings, capacity) };
}
