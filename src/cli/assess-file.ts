import { type Assessing, assessOpened } from '../engine/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { FileOutcome, Finding } from '../model/finding.ts';
import { type AnswerFile, readAnswerFile } from './answer-file.ts';
import type { Context } from './context.ts';
import { version } from './package.ts';

export interface AssessedFile {
  readonly file: AnswerFile;
  readonly assessment: Assessment;
}

/** Reads and assesses one file. */
export function assessFile(
  ctx: Context,
  name: string,
  capacity: number | undefined,
): FileOutcome<AssessedFile> {
  const read = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  if (!read.ok) return { ...read, file: name };
  const assessment = assessAnswers(ctx, read.value, read.findings, capacity);
  return { ...read, value: { file: read.value, assessment } };
}

export const assessAnswers = (
  ctx: Context,
  file: AnswerFile,
  findings: readonly Finding[],
  capacity: number | undefined,
): Assessment =>
  assessOpened(file, findings, assessing(ctx, capacity), { file: file.name, sha256: file.sha256 });

/** By what a command assesses. */
export const assessing = ({ catalog, today }: Context, capacity?: number): Assessing => ({
  catalog,
  today,
  version: version(),
  capacity,
});

/** The file as it would be with some answers, facts or actions set otherwise; the file itself is not touched. */
export async function supposed(
  ctx: Context,
  { file, assessment }: AssessedFile,
  assignments: readonly string[],
  capacity: number | undefined,
): Promise<FileOutcome<AssessedFile>> {
  // Editing brings the YAML writer: only who asks "what if" waits for it.
  const { whatIf } = await import('../engine/what-if.ts');
  const read = whatIf(file, assessment.gaps, assignments, ctx.catalog);
  if (!read.ok) return read;
  const other = { ...file, answers: read.value.answers };
  return { ...read, value: { file: other, assessment: assessAnswers(ctx, other, read.findings, capacity) } };
}
