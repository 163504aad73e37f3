import { extname } from 'node:path';
import { typedPath } from '../../files/find/typed-path.ts';
import { signed } from '../../files/own-kind.ts';
import { isStdout } from '../../files/save/output-names.ts';
import { placeAt } from '../../files/save/output-place.ts';
import { saveResults } from '../../files/save/save-results.ts';
import type { Finding } from '../../model/finding.ts';
import { clash } from '../../report/clashes.ts';
import { visibleBytes } from '../../words/visible.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { refuse } from '../findings.ts';

/** What a command can print, and what was asked for by name. */
export interface Printable {
  /** What prints it. */
  readonly command: string;
  readonly formats: readonly string[];
  /** `--format`, where it was typed. */
  readonly given: string | null;
}

const FORMAT_OF_ENDING: ReadonlyMap<string, string> = new Map([
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.md', 'md'],
]);

/** Endings by which programs open something that is none of ours to print. */
const OTHERS = new Set(['.pdf', '.html', '.htm', '.xlsx', '.docx', '.sarif', '.xml', '.yaml', '.yml']);

/**
 * Runs a command with its result going to a file instead of the screen: UTF-8, without colours, mode 0600, whole or not
 * at all. The name's ending chooses the format where none was asked for. A refused command writes nothing.
 */
export async function printToFile(
  ctx: Context,
  out: string,
  printable: Printable,
  run: (ctx: Context, format: string | null) => Promise<ExitCode>,
): Promise<ExitCode> {
  const format = formatFor(out, printable);
  if (typeof format === 'object' && format !== null) return refuse(ctx, [format], null);
  if (isStdout(out)) return run(ctx, format);
  const printed: Uint8Array[] = [];
  const io = {
    ...ctx.io,
    out: (result: string | Uint8Array) =>
      void printed.push(typeof result === 'string' ? visibleBytes(result) : result),
    stdoutIsTerminal: false,
    columns: 80,
  };
  const code = await run({ ...ctx, io, noColor: true }, format);
  if (code === EXIT.badInput || code === EXIT.failed) return code;
  const path = typedPath(ctx.io.cwd, out);
  const markdown = extname(out).toLowerCase() === '.md';
  // A text alone would not be known again, and then never be replaced. A device gets what a screen would.
  const bytes =
    placeAt(path) === 'stream'
      ? Buffer.concat(printed)
      : signed(Buffer.concat(printed), printable.command, markdown);
  const saved = saveResults([{ path, name: out, bytes }]);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  if (placeAt(path) === 'file') ctx.io.err(`${ctx.words.t('cli.out.done', { file: out })}\n`);
  return code;
}

/** The format a file's ending stands for; `null` = as usual. */
function formatFor(out: string, { formats, given }: Printable): string | null | Finding {
  const ending = extname(out).toLowerCase();
  const meant = FORMAT_OF_ENDING.get(ending);
  if (given !== null)
    return meant === undefined || meant === given ? null : clash(`--format ${given}`, `-o ${out}`);
  if (meant !== undefined && formats.includes(meant)) return meant;
  // Text for people is Markdown enough.
  const fits = meant === 'md' ? formats.includes('text') : meant === undefined && !OTHERS.has(ending);
  if (fits) return null;
  const endings = formats.map((format) => (format === 'text' ? '.txt' : `.${format}`));
  return { severity: 'error', code: 'output-other-ending', args: { ending, endings }, location: null };
}
