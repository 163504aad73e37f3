import { Command, CommanderError, Option } from 'commander';
import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { findingText, type Words } from '../words/messages.ts';
import { shippedWords } from './assets.ts';
import { defineBatch } from './batch-line.ts';
import { defineCheck } from './check/define.ts';
import { createContext, type GlobalOptions } from './context.ts';
import { defineAnswering } from './define/answering.ts';
import { defineChecklists } from './define/checklists.ts';
import { capacityOption, type Defining, type Task, type Translate } from './define/defining.ts';
import { localiseUsage, withHelp } from './define/help.ts';
import { type WithOut, withOut } from './define/out.ts';
import { defineResults } from './define/results.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Printable } from './print-to-file.ts';

/** Reads the command line in the chosen language and runs its command; loads nothing a command does not need. */
export async function run(argv: readonly string[], io: Io, lang: Lang): Promise<ExitCode> {
  const words = shippedWords(lang);
  let task: { readonly run: Task; readonly options: GlobalOptions } | null = null;
  const program = commandLineOf(words, io, (run, options) => {
    task = { run, options };
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.fine;
    const { usageMessage } = await import('./usage.ts');
    io.err(`${usageMessage(error, program, words)}\n`);
    return EXIT.badInput;
  }
  const chosen = task as { readonly run: Task; readonly options: GlobalOptions } | null;
  if (chosen === null) return EXIT.badInput;
  const folder = chosen.options.catalog;
  // Reading checklists from YAML takes zod and time: only who brings a folder waits for it.
  const own = folder === undefined ? null : (await import('./own-catalog.ts')).useOwn(folder, io, words);
  if (folder !== undefined && own === null) return EXIT.badInput;
  const ctx = createContext(io, words, chosen.options, own);
  return ctx.ok ? chosen.run(ctx.value) : refuseOption(ctx.findings, words, io);
}

function refuseOption(findings: readonly Finding[], words: Words, io: Io): ExitCode {
  for (const finding of findings) io.err(`${findingText(finding, words)}\n`);
  return EXIT.badInput;
}

/** Chosen by the command line: what to do, and with which of the options every command takes. */
type Choose = (run: Task, options: GlobalOptions) => void;

/** The whole command line. Commands stand in the help in the order they are defined in. */
export function commandLineOf(words: Words, io: Io, choose: Choose): Command {
  const t = (key: string): string => words.t(`cli.${key}`);
  const program = withHelp(withGlobalOptions(new Command('wazamori'), t), words, io).exitOverride();
  const defining = definingIn(program, words, choose);
  const { does } = defining;
  does(
    program,
    () => async (ctx) =>
      (await import('./commands/menu.ts')).menu(
        ctx,
        () => `${program.helpInformation()}\n${t('help.after')}\n`,
      ),
  );
  defineAnswering(defining);
  defineResults(defining);
  defineBatch({ ...defining, capacity: capacityOption(t) });
  defineCheck(defining);
  defineChecklists(defining);
  localiseUsage(program, words);
  return program;
}

function withGlobalOptions(program: Command, t: Translate): Command {
  return program
    .description(t('help.program'))
    .helpOption('-h, --help', t('option.help'))
    .helpCommand(false)
    .option('-V, --version', t('option.version'))
    .addOption(new Option('--lang <lang>', t('option.lang')).choices(['ja', 'en']))
    .option('--today <date>', t('option.today'))
    .option(`--catalog <${t('argument.folder')}>`, t('option.catalog'))
    .option('--no-color', t('option.noColor'))
    .option('--verbose', t('option.verbose'));
}

/** Commands take over output, help and exit from their parent: they are made after it has them. */
function definingIn(program: Command, words: Words, choose: Choose): Defining {
  const t = (key: string): string => words.t(`cli.${key}`);
  const does: Defining['does'] = (c, run, used = (given) => given) =>
    c.action((...passed: unknown[]) => {
      // Of a variadic argument each word is one of them.
      const args = passed.slice(0, -2).flat() as (string | undefined)[];
      const given = program.opts<GlobalOptions>();
      choose(run(args, c.opts(), given), used(given));
    });
  return {
    ...{ words, t, does },
    command: (name, parent = program) =>
      parent
        .command(name)
        .description(
          t(`help.${[parent === program ? '' : `${parent.name()}.`, name.split(' ')[0]].join('')}`),
        )
        .helpOption('-h, --help', t('option.help'))
        .helpCommand(false),
    prints: (c, run, used) => does(withOut(c, t), printing(c, run), used),
  };
}

/** The task of a command that prints, with its result going where `-o` says. */
function printing<O extends object>(
  c: Command,
  run: (args: readonly (string | undefined)[], options: O, given: GlobalOptions) => Task,
): (args: readonly (string | undefined)[], options: O & WithOut, given: GlobalOptions) => Task {
  return (args, options, given) => {
    const { out } = options;
    if (out === undefined) return run(args, options, given);
    return async (ctx) => {
      const { printToFile } = await import('./print-to-file.ts');
      return printToFile(ctx, out, printableBy(c), (to, format) =>
        run(args, format === null ? options : { ...options, format }, given)(to),
      );
    };
  };
}

/** The formats a command's `--format` offers; a command without it prints for people, a schema for machines. */
function printableBy(c: Command): Printable {
  const format = c.options.find(({ long }) => long === '--format');
  const formats = format?.argChoices ?? [c.name() === 'schema' ? 'json' : 'text'];
  const given = c.getOptionValueSource('format') === 'cli' ? String(c.getOptionValue('format')) : null;
  const above = c.parent?.parent ? `${c.parent.name()} ` : '';
  return { command: `${above}${c.name()}`, formats, given };
}
