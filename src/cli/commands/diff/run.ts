import { compareFiles } from '../../../engine/compare.ts';
import { type OpenedUnder, openUnder } from '../../../engine/editions.ts';
import type { Comparison } from '../../../model/comparison.ts';
import type { Outcome } from '../../../model/finding.ts';
import { jsonText } from '../../../words/visible.ts';
import { type AnswerFile, readAnswerFile, readBytesOf } from '../../answer-file.ts';
import { shippedEditions } from '../../assets.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { printFindings, refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';
import { version } from '../../package.ts';

export type DiffFormat = 'text' | 'json' | 'md';

/** `wazamori diff OLD NEW`: what changed between two answer files, by how much, and why. */
export async function diff(
  ctx: Context,
  older: string,
  newer: string,
  format: DiffFormat,
): Promise<ExitCode> {
  const before = readOlder(ctx, older);
  const after = readAnswerFile(ctx.io.cwd, newer, ctx.catalog);
  // Both are told in one go: who mends the first must not then meet the second.
  if (!before.ok) printFindings(ctx, before.findings, older);
  if (!after.ok) return refuse(ctx, after.findings, newer);
  if (!before.ok) return EXIT.badInput;
  printFindings(ctx, before.findings, older);
  printFindings(ctx, after.findings, newer);
  const comparison = compareFiles(
    before.value,
    { file: after.value, catalog: ctx.catalog },
    { today: ctx.today, version: version() },
  );
  if (format === 'json') {
    ctx.io.out(`${jsonText(comparison, 2)}\n`);
    return EXIT.fine;
  }
  ctx.io.out(await rendered(ctx, comparison, before.value, after.value, format));
  return EXIT.fine;
}

/** The older file with the checklists it was answered under. */
interface OlderFile extends Omit<OpenedUnder, 'opened'> {
  readonly file: AnswerFile;
}

function readOlder(ctx: Context, name: string): Outcome<OlderFile> {
  const file = readBytesOf(ctx.io.cwd, name);
  if (!file.ok) return file;
  const read = openUnder(file.value.bytes, ctx.catalog, shippedEditions);
  if (!read.ok) return read;
  const { opened, ...under } = read.value;
  return { ...read, value: { ...under, file: { ...file.value, ...opened } } };
}

async function rendered(
  ctx: Context,
  comparison: Comparison,
  before: OlderFile,
  after: AnswerFile,
  format: Exclude<DiffFormat, 'json'>,
): Promise<string> {
  const { words, lang, verbose, catalog } = ctx;
  const input = {
    comparison,
    texts: ctx.texts(),
    olderTitles: before.earlier?.titles[lang] ?? null,
    weights: catalog.weights,
    words,
    technologies: [...after.answers.technologies, ...before.file.answers.technologies],
  };
  if (format === 'md') return (await import('../../../report/diff/markdown.ts')).diffMarkdown(input);
  const { diffTerminal } = await import('../../../report/diff/terminal.ts');
  return diffTerminal({ ...input, terminal: terminalOf(ctx.io, ctx.noColor), verbose });
}
