import { basename, dirname, extname, join, resolve } from 'node:path';
import { assessFile } from '../assess-file.ts';
import { fontsFolder } from '../assets.ts';
import { type Context, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { savePdf } from '../save-output.ts';

export type ReportPages = 'full' | 'president' | 'plan';

export interface ReportOptions {
  readonly output?: string;
  readonly pages: ReportPages;
  readonly capacity?: number;
}

/** `wazamori report FILE`: the action plan as a PDF beside the answer file, or where `--output` says. */
export async function report(ctx: Context, name: string, options: ReportOptions): Promise<ExitCode> {
  const assessed = assessFile(ctx, name, options.capacity);
  if (typeof assessed === 'number') return assessed;
  const { file, assessment } = assessed;
  const toStdout = options.output !== undefined && isStdout(options.output);
  if (toStdout && ctx.io.stdoutIsTerminal) {
    return refuse(
      ctx,
      [{ severity: 'error', code: 'usage-pdf-to-terminal', args: {}, location: null }],
      null,
    );
  }
  const { renderPdf } = await import('../../report/pdf/render.ts');
  const { catalog, words } = ctx;
  const { bytes, missing } = await renderPdf({
    ...{ assessment, catalog, texts: ctx.texts(), answers: file.answers, words, pages: options.pages },
    fontsDir: fontsFolder,
  });
  if (missing.length > 0) ctx.io.err(`${words.t('cli.report.missing', { characters: missing })}\n`);
  if (toStdout) {
    ctx.io.out(bytes);
    return EXIT.fine;
  }
  const output = options.output ?? join(dirname(name), `${basename(name, extname(name))}.pdf`);
  const saved = savePdf(resolve(ctx.io.cwd, output), bytes, output);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  ctx.io.err(`${words.t('cli.report.done', { file: output })}\n`);
  return EXIT.fine;
}

/** `-` as everywhere, and the names under which a shell knows stdout: no file beside them could be renamed over them. */
const isStdout = (output: string): boolean =>
  ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(output);
