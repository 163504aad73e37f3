import { summary } from '../../../report/terminal/summary.ts';
import { jsonText } from '../../../words/visible.ts';
import { assessFile, supposed } from '../../assess-file.ts';
import { type Context, calledAs } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { terminalOf, typable } from '../../io.ts';

export interface ScoreOptions {
  readonly format: 'text' | 'json';
  readonly capacity?: number;
  /** `NAME=word`: what if it were so? */
  readonly set?: readonly string[];
}

/** `wazamori score FILE`: where the company stands, for people or as the versioned JSON result. */
export async function score(ctx: Context, name: string, options: ScoreOptions): Promise<ExitCode> {
  const found = assessFile(ctx, name, options.capacity);
  const { set = [], capacity } = options;
  const assessed = found.ok && set.length > 0 ? await supposed(ctx, found.value, set, capacity) : found;
  if (!assessed.ok) return refuse(ctx, assessed.findings, assessed.file);
  const { assessment, file } = assessed.value;
  if (options.format === 'json') {
    ctx.io.out(`${jsonText(assessment, 2)}\n`);
    return EXIT.fine;
  }
  if (set.length > 0) ctx.io.out(`${ctx.words.t('cli.score.whatIf', { set })}\n\n`);
  const terminal = terminalOf(ctx.io, ctx.noColor);
  const { catalog, words, verbose } = ctx;
  ctx.io.out(
    summary({
      assessment,
      catalog,
      texts: ctx.texts(),
      words,
      terminal,
      file: typable(name),
      program: calledAs(ctx),
      verbose,
      technologies: file.answers.technologies,
    }),
  );
  return EXIT.fine;
}
