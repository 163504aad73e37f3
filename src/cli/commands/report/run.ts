import { basename, dirname, join } from 'node:path';
import { typedPath } from '../../../files/find/typed-path.ts';
import { isStdout } from '../../../files/save/output-names.ts';
import { placeAt } from '../../../files/save/output-place.ts';
import { saveResults } from '../../../files/save/save-results.ts';
import type { Diagnostic } from '../../../model/finding.ts';
import { clash, formatOf, passwordOf, wrongFlags } from '../../../report/clashes.ts';
import { describeFinding } from '../../../report/finding.ts';
import type { PlanFlags } from '../../../report/flags.ts';
import { rowOf } from '../../../report/formats.ts';
import type { PdfReport } from '../../../report/pdf/input.ts';
import { reportFile } from '../../../report/report-file.ts';
import { visibleBytes } from '../../../words/visible.ts';
import { assessFile } from '../../assess-file.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { tellLetters } from '../../letters.ts';
import { printingOf, reportInput } from '../../print-plan.ts';

/** `wazamori report FILE`: the action plan beside the answer file, or where `-o` says. */
export async function report(ctx: Context, name: string | undefined, flags: PlanFlags): Promise<ExitCode> {
  const wrong = wrongFlags(flags, ctx.io);
  if (wrong !== null) return refuse(ctx, [wrong], null);
  if (name === undefined)
    return refuse(ctx, [{ severity: 'error', code: 'usage-no-answer-file', args: {}, location: null }], null);
  const assessed = assessFile(ctx, name, flags.capacity);
  if (!assessed.ok) return refuse(ctx, assessed.findings, assessed.file);
  tellKept(ctx, assessed.value.assessment.diagnostics);
  const { pages, handouts = false, hide = [], attach = false, capacity = null } = flags;
  const plan = { ...assessed.value, options: { pages, handouts, hide, attach, capacity } };
  const format = formatOf(flags);
  const output = flags.out ?? join(dirname(name), reportFile(basename(name), format));
  // The sheets stand beside the plan, and a device has no beside.
  if (handouts && placeAt(typedPath(ctx.io.cwd, output)) === 'stream')
    return refuse(ctx, [clash('--handouts', `-o ${output}`)], null);
  const password = passwordOf(flags, ctx.io.env);
  const printing = printingOf(ctx, plan, password);
  const made: Made[] = [{ content: await rowOf(format).make(reportInput(ctx, plan), printing), output }];
  if (handouts) {
    const { printHandouts } = await import('./handouts.ts');
    made.push(...(await printHandouts(reportInput(ctx, plan), format, output, printing)));
  }
  const code = save(ctx, made);
  if (code !== EXIT.fine) return code;
  if (password !== null) ctx.io.err(`${ctx.words.t('cli.report.encrypted')}\n`);
  return code;
}

/** Whatever pages are printed: that the answers should be gone by now is said. */
function tellKept(ctx: Context, diagnostics: readonly Diagnostic[]): void {
  for (const found of diagnostics)
    if (found.code === 'keep-until-passed') ctx.io.err(`${describeFinding(found, ctx.texts(), ctx.words)}\n`);
}

/** A report, or a sheet beside it, and where it goes. */
interface Made {
  readonly content: PdfReport | string;
  readonly output: string;
}

/** Writes what was made, all or none, and says so, and which characters could not be printed. */
export function save(ctx: Context, made: readonly Made[]): ExitCode {
  const { words, io } = ctx;
  // What the plan says of a letter, its sheets need not say again.
  const told = new Set<string>();
  for (const { content } of made) if (typeof content !== 'string') tellLetters(ctx, content, told);
  const results = made.map(({ content, output }) => {
    const bytes = typeof content === 'string' ? visibleBytes(content) : content.bytes;
    return { path: typedPath(io.cwd, output), name: output, bytes };
  });
  const files = results.filter(({ name }) => !isStdout(name));
  const saved = saveResults(files);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  for (const { path, name, bytes } of results) {
    if (isStdout(name)) io.out(bytes);
    // A device or a pipe keeps nothing that one could look for.
    else if (placeAt(path) === 'file') io.err(`${words.t('cli.out.done', { file: name })}\n`);
  }
  return EXIT.fine;
}
