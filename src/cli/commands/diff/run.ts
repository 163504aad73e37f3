import { editionsOf } from '../../../catalog/compiled/edition.ts';
import { answeredUnder, type EarlierEdition } from '../../../catalog/compiled/shipped-editions.ts';
import { compare } from '../../../core/compare/compare.ts';
import type { Comparison } from '../../../model/comparison.ts';
import type { Outcome } from '../../../model/finding.ts';
import { jsonText } from '../../../words/visible.ts';
import { type AnswerFile, readAnswerFile } from '../../answer-file.ts';
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
  const comparison = compare(
    { ...sideOf(before.value.file), catalog: before.value.catalog },
    { ...sideOf(after.value), catalog: ctx.catalog },
    { today: ctx.today, version: version() },
  );
  if (format === 'json') {
    ctx.io.out(`${jsonText(comparison, 2)}\n`);
    return EXIT.fine;
  }
  ctx.io.out(await rendered(ctx, comparison, before.value, after.value, format));
  return EXIT.fine;
}

/** The older file with the checklists it was answered under; `null` where those are not known here. */
interface OlderFile {
  readonly file: AnswerFile;
  readonly catalog: Context['catalog'] | null;
  readonly earlier: EarlierEdition | null;
}

const sideOf = ({ answers, name, sha256 }: AnswerFile) => ({ answers, source: { file: name, sha256 } });

/** Words and ids mean what they meant when the file was written: it is read with its own edition where that ships. */
function readOlder(ctx: Context, name: string): Outcome<OlderFile> {
  const read = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  const done = (value: OlderFile, { findings }: Outcome<AnswerFile> = read): Outcome<OlderFile> => ({
    ok: true,
    value,
    findings,
  });
  const written = read.ok ? read.value.answers.assessment.editions : {};
  if (read.ok && answeredUnder(written, editionsOf(ctx.catalog))) {
    return done({ file: read.value, catalog: ctx.catalog, earlier: null });
  }
  // A word that has gone since stops the reading today: then the file itself is asked which edition it means.
  for (const load of shippedEditions(written)) {
    const earlier = load();
    const again = readAnswerFile(ctx.io.cwd, name, earlier.catalog);
    if (!again.ok || !answeredUnder(again.value.answers.assessment.editions, editionsOf(earlier.catalog)))
      continue;
    return done({ file: again.value, catalog: earlier.catalog, earlier }, again);
  }
  return read.ok ? done({ file: read.value, catalog: null, earlier: null }) : read;
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
