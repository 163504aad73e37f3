import type { Lang } from '../model/text.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, processIo } from './io.ts';
import { version } from './package.ts';

/**
 * Runs one command line and gives its exit code ({@link EXIT}). Never throws: what nobody expected becomes one line on
 * stderr and exit 3, with the stack behind `--verbose`.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  // Asked by scripts and package managers many times a day: answered before anything else is loaded.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.out(`${version()}\n`);
    return EXIT.fine;
  }
  try {
    const { run } = await import('./program.ts');
    return await run(argv, io, langOf(argv, io.env));
  } catch (error) {
    return toolFailed(error, argv, io);
  }
}

/** The language has to be known before the options are read: help and option errors are written in it. */
function langOf(argv: readonly string[], env: Io['env']): Lang {
  const at = argv.indexOf('--lang');
  const given =
    argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ??
    (at === -1 ? undefined : argv[at + 1]);
  return (given ?? env['WAZAMORI_LANG']) === 'en' ? 'en' : 'ja';
}

function toolFailed(error: unknown, argv: readonly string[], io: Io): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  io.err(
    langOf(argv, io.env) === 'ja'
      ? `ツールの中で問題が起きました：${message}\n回答ファイルはそのままです。--verbose をつけると詳しく出ます。\n`
      : `Something went wrong inside the tool: ${message}\nYour answer file is untouched. Add --verbose for details.\n`,
  );
  if (argv.includes('--verbose') && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  return EXIT.failed;
}
