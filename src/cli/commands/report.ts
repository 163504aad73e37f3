import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { Hidden, ReportPages } from '../../report/document/input.ts';
import type { PdfReport } from '../../report/pdf/input.ts';
import { assessFile } from '../assess-file.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { refuse } from '../findings.ts';
import { type PlanToPrint, printPlan, reportInput } from '../print-plan.ts';
import { type ReportFormat, saveReport } from '../save-output.ts';

export interface ReportFlags {
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly pages?: ReportPages | 'worksheet';
  readonly section?: string;
  readonly handouts?: true;
  readonly hide?: readonly Hidden[];
  readonly attach?: true;
  /** `true`: the password stands in WAZAMORI_PASSWORD. */
  readonly password?: string | true;
  readonly capacity?: number;
}

const FORMAT_OF_ENDING: ReadonlyMap<string, ReportFormat> = new Map([
  ['.pdf', 'pdf'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'md'],
  ['.csv', 'csv'],
]);

/** `wazamori report FILE`: the action plan beside the answer file, or where `--output` says. */
export async function report(ctx: Context, name: string | undefined, flags: ReportFlags): Promise<ExitCode> {
  const wrong = wrongFlags(flags, ctx);
  if (wrong !== null) return refuse(ctx, [wrong], null);
  if (flags.pages === 'worksheet')
    return (await import('./worksheet.ts')).worksheet(ctx, name ?? null, flags);
  if (name === undefined)
    return refuse(ctx, [{ severity: 'error', code: 'usage-no-answer-file', args: {}, location: null }], null);
  const assessed = assessFile(ctx, name, flags.capacity);
  if (typeof assessed === 'number') return assessed;
  const { pages = 'full', handouts = false, hide = [], attach = false, capacity = null } = flags;
  const plan = { ...assessed, options: { pages, handouts, hide, attach, capacity } };
  const format = flags.format ?? endingOf(flags) ?? 'pdf';
  const output = flags.output ?? join(dirname(name), `${basename(name, extname(name))}.${format}`);
  const password = passwordOf(flags, ctx);
  const code = save(ctx, await render(ctx, plan, format, password), format, output);
  if (code === EXIT.fine && password !== null) ctx.io.err(`${ctx.words.t('cli.report.encrypted')}\n`);
  return code;
}

async function render(
  ctx: Context,
  plan: PlanToPrint,
  format: ReportFormat,
  password: string | null,
): Promise<PdfReport | string> {
  switch (format) {
    case 'pdf':
      return printPlan(ctx, plan, password);
    case 'html':
      return (await import('../../report/html/render.ts')).renderHtml(reportInput(ctx, plan));
    case 'md':
      return (await import('../../report/md/render.ts')).renderMarkdown(reportInput(ctx, plan));
    case 'csv':
      return (await import('../../report/csv/plan.ts')).planCsv(reportInput(ctx, plan));
  }
}

/** Writes the report and says so, and which characters could not be printed. */
export function save(
  ctx: Context,
  content: PdfReport | string,
  format: ReportFormat,
  output: string,
): ExitCode {
  const { words, io } = ctx;
  const bytes = typeof content === 'string' ? content : content.bytes;
  if (typeof content !== 'string' && content.missing.length > 0)
    io.err(`${words.t('cli.report.missing', { characters: content.missing })}\n`);
  if (isStdout(output)) {
    io.out(bytes);
    return EXIT.fine;
  }
  const saved = saveReport(resolve(io.cwd, output), bytes, format, output);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  io.err(`${words.t('cli.report.done', { file: output })}\n`);
  return EXIT.fine;
}

/** `-` as everywhere, and the names under which a shell knows stdout: no file beside them could be renamed over them. */
const isStdout = (output: string): boolean =>
  ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(output);

/** Options that cannot mean anything together. */
function wrongFlags(flags: ReportFlags, { io }: Context): Finding | null {
  const { attach, hide, pages = 'full', section, password, output } = flags;
  const ending = endingOf(flags);
  const format = flags.format ?? ending ?? 'pdf';
  const wrong = { severity: 'error', location: null } as const;
  const clash = (one: string, other: string): Finding => ({
    ...wrong,
    code: 'usage-clash',
    args: { one, other },
  });
  // A PDF named .html opens nowhere.
  if (ending !== null && ending !== format) return clash(`--format ${format}`, `-o ${output}`);
  if (attach && hide !== undefined) return clash('--attach', '--hide');
  if (attach && pages !== 'full') return clash('--attach', `--pages ${pages}`);
  if (attach && format !== 'pdf') return clash('--attach', `--format ${format}`);
  if (password !== undefined && format !== 'pdf') return clash('--password', `--format ${format}`);
  if (pages === 'worksheet' && format !== 'pdf') return clash('--pages worksheet', `--format ${format}`);
  // The worksheet is printed for pencils: it would come out open although a password was asked for.
  if (pages === 'worksheet' && password !== undefined) return clash('--pages worksheet', '--password');
  if (section !== undefined && pages !== 'worksheet')
    return {
      ...wrong,
      code: 'usage-needs-option',
      args: { option: '--section', needs: '--pages worksheet' },
    };
  if (output !== undefined && isStdout(output) && io.stdoutIsTerminal && format === 'pdf')
    return { ...wrong, code: 'usage-pdf-to-terminal', args: {} };
  // An empty one (`--password "$UNSET"`) would encrypt and yet open for everybody.
  if (password !== undefined && !passwordOf(flags, { io }))
    return { ...wrong, code: 'usage-no-password', args: {} };
  return null;
}

/** The format the ending of `-o` stands for, or `null` where it stands for none. */
function endingOf({ output }: ReportFlags): ReportFormat | null {
  return FORMAT_OF_ENDING.get(extname(output ?? '').toLowerCase()) ?? null;
}

function passwordOf({ password }: ReportFlags, { io }: Pick<Context, 'io'>): string | null {
  if (password === undefined) return null;
  return password === true ? (io.env['WAZAMORI_PASSWORD'] ?? null) : password;
}
