import { Command, CommanderError, Option } from 'commander';
import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { findingText, type KeyBelow, type Words } from '../words/messages.ts';
import { shippedWords } from './assets.ts';
import { defineAnswer } from './commands/answer/line.ts';
import { defineAsk } from './commands/ask/line.ts';
import { defineBatch } from './commands/batch/line.ts';
import { defineCatalog } from './commands/catalog/line.ts';
import { defineCheck } from './commands/check/line.ts';
import { defineDiff } from './commands/diff/line.ts';
import { defineExplain } from './commands/explain/line.ts';
import { defineInit } from './commands/init/line.ts';
import { defineInterview } from './commands/interview/line.ts';
import { defineReport } from './commands/report/line.ts';
import { defineSchema } from './commands/schema/line.ts';
import { defineScore } from './commands/score/line.ts';
import { defineVerify } from './commands/verify/line.ts';
import { createContext, type GlobalOptions } from './context.ts';
import type { Defining, Task, Translate } from './define/defining.ts';
import { type Choose, definingBelow } from './define/defining-below.ts';
import { localiseUsage, withHelp } from './define/help.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

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
    const { usageMessage } = await import('./define/usage.ts');
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

/** In the order they stand in the help: what writes an answer file, what is made of one or two, of many, the checklists. */
const COMMANDS: readonly ((defining: Defining) => void)[] = [
  ...[defineInit, defineInterview, defineAnswer],
  ...[defineScore, defineReport, defineVerify, defineDiff, defineExplain, defineAsk],
  ...[defineBatch, defineCheck],
  ...[defineCatalog, defineSchema],
];

/** The whole command line. */
export function commandLineOf(words: Words, io: Io, choose: Choose): Command {
  const t = (key: KeyBelow<'cli'>): string => words.t(`cli.${key}`);
  const program = withHelp(withGlobalOptions(new Command('wazamori'), t), words, io).exitOverride();
  const defining = definingBelow(program, words, choose);
  const { does } = defining;
  does(
    program,
    () => async (ctx) =>
      (await import('./commands/menu/run.ts')).menu(
        ctx,
        () => `${program.helpInformation()}\n${t('help.after')}\n`,
      ),
  );
  for (const define of COMMANDS) define(defining);
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
