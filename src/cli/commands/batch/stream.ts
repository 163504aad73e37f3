import { typedPath } from '../../../files/find/typed-path.ts';
import { isStdout } from '../../../files/save/output-names.ts';
import { assessStream, type StreamCounts } from '../../../portfolio/work/assess-stream.ts';
import { writeLines } from '../../../portfolio/written/line-file.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { version } from '../../package.ts';
import { drained, standardInput } from './standard-input.ts';

export interface StreamOptions {
  readonly min?: number;
  readonly capacity?: number;
  readonly allowErrors?: boolean;
  /** A file for the results; without it they go to standard output. */
  readonly out?: string;
}

/**
 * `wazamori batch --stream`: an answer document as JSON on each line of standard input, its assessment on each line of
 * standard output or in the file of `-o`, in the same order.
 */
export async function batchStream(ctx: Context, options: StreamOptions): Promise<ExitCode> {
  const { io, words } = ctx;
  const { out } = options;
  if (out === undefined || isStdout(out)) return exitCodeOf(await streamTo(ctx, options, io.out), options);
  const written = await writeLines(typedPath(io.cwd, out), out, (write) => streamTo(ctx, options, write));
  if (!written.ok) return refuse(ctx, written.findings, null);
  if (written.value.kept) io.err(`${words.t('cli.out.done', { file: out })}\n`);
  return exitCodeOf(written.value.value, options);
}

function streamTo(
  { catalog, texts, words, today }: Context,
  options: StreamOptions,
  write: (line: string) => void,
): Promise<StreamCounts> {
  const { min = null, capacity = null } = options;
  const setup = { catalog, texts, words, today, version: version(), capacity, min };
  return assessStream(standardInput(), setup, async (line) => {
    write(line);
    await drained();
  });
}

function exitCodeOf({ failed, underMin }: StreamCounts, { allowErrors }: StreamOptions): ExitCode {
  if (failed > 0 && allowErrors !== true) return EXIT.badInput;
  return underMin > 0 ? EXIT.found : EXIT.fine;
}
