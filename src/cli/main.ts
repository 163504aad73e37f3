import type { Lang } from '../model/text.ts';
import { visible, visibleLine } from '../words/visible.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, processIo, wayOut } from './io.ts';
import { version } from './package.ts';

/**
 * Runs one command line and gives its exit code ({@link EXIT}). Never throws: what nobody expected becomes one line on
 * stderr and exit 3, with the stack behind `--verbose`.
 */
export async function main(argv: readonly string[], outside: Io = processIo()): Promise<ExitCode> {
  const io = wayOut(outside);
  // Asked by scripts and package managers many times a day: answered before anything else is loaded.
  const asked = argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
  try {
    if (asked) {
      io.out(`${version()}\n`);
      return EXIT.fine;
    }
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
  io.err(failure(error, argv, io.env));
  return EXIT.failed;
}

/**
 * What nobody expected, in sentences, with the stack behind `--verbose`. The messages' own files may be what could not be
 * opened, so these words stand here. `output` marks what was lost on the way out.
 */
export function failure(error: unknown, argv: readonly string[], env: Io['env']): string {
  const ja = langOf(argv, env) === 'ja';
  const code = error instanceof Object && 'code' in error ? String(error.code) : null;
  const stack = argv.includes('--verbose') && error instanceof Error ? `${visible(error.stack ?? '')}\n` : '';
  if (error instanceof Object && 'output' in error)
    return ja
      ? `結果を最後まで書き出せませんでした（${error.output}）。書き出す先の空き容量を確かめて、もう一度動かしてください。\n`
      : `The result could not be written to its end (${error.output}). Check that there is space for it and try again.\n`;
  if (code === 'EMFILE' || code === 'ENFILE')
    return `${
      ja
        ? `同時に開けるファイルの数が足りません（${code}）。ほかのプログラムを閉じるか、「ulimit -n 256」で増やしてから、もう一度動かしてください。\n回答ファイルはそのままです。\n`
        : `Too few files may be open at the same time (${code}). Close other programs, or raise it with "ulimit -n 256", and try again.\nYour answer file is untouched.\n`
    }${stack}`;
  const message = visibleLine(error instanceof Error ? error.message : String(error));
  return `${
    ja
      ? `ツールの中で問題が起きました：${message}\n回答ファイルはそのままです。--verbose をつけると詳しく出ます。\n`
      : `Something went wrong inside the tool: ${message}\nYour answer file is untouched. Add --verbose for details.\n`
  }${stack}`;
}
