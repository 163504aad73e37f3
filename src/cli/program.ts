import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import type { Words } from '../words/messages.ts';
import { displayWidth } from '../words/width.ts';
import { shippedWords } from './assets.ts';
import { defineBatch } from './batch-line.ts';
import { defineCheck } from './check/define.ts';
import type { AskFormat } from './commands/ask.ts';
import type { DiffFormat } from './commands/diff.ts';
import type { ReportFlags } from './commands/report.ts';
import { schema } from './commands/schema.ts';
import { type Context, createContext, type GlobalOptions } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { withReportOptions } from './report-options.ts';
import { SCHEMAS } from './schema-files.ts';

/** What a command does once its line is understood. */
type Task = (ctx: Context) => Promise<ExitCode>;

/** Reads the command line in the chosen language and runs its command; loads nothing a command does not need. */
export async function run(argv: readonly string[], io: Io, lang: Lang): Promise<ExitCode> {
  const words = shippedWords(lang);
  let task: { readonly run: Task; readonly options: GlobalOptions } | null = null;
  const program = define(words, io, (run, options) => {
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
  if ('code' in ctx) return refuseOption(ctx, words, io);
  return chosen.run(ctx);
}

function refuseOption(finding: Finding, words: Words, io: Io): ExitCode {
  io.err(`${words.t(`finding.${finding.code}`, finding.args)}\n`);
  return EXIT.badInput;
}

function define(words: Words, io: Io, choose: (run: Task, options: GlobalOptions) => void): Command {
  const t = (key: string): string => words.t(`cli.${key}`);
  const [FILE, ITEM, FOLDER] = [t('argument.file'), t('argument.item'), t('argument.folder')];
  const program = new Command('wazamori');
  const command = (name: string, parent: Command = program): Command =>
    parent
      .command(name)
      .description(t(`help.${[parent === program ? '' : `${parent.name()}.`, name.split(' ')[0]].join('')}`))
      .helpOption('-h, --help', t('option.help'))
      .helpCommand(false);
  const does = <O extends object = Options>(
    c: Command,
    run: (args: readonly (string | undefined)[], options: O) => Task,
    globals: () => GlobalOptions = () => program.opts<GlobalOptions>(),
  ): Command =>
    c.action((...given: unknown[]) => {
      // Of a variadic argument each word is one of them.
      const args = given.slice(0, -2).flat() as (string | undefined)[];
      choose(run(args, c.opts<O>()), globals());
    });

  program
    .description(t('help.program'))
    .helpOption('-h, --help', t('option.help'))
    .helpCommand(false)
    .option('-V, --version', t('option.version'))
    .addOption(new Option('--lang <lang>', t('option.lang')).choices(['ja', 'en']))
    .option('--today <date>', t('option.today'))
    .option(`--catalog <${FOLDER}>`, t('option.catalog'))
    .option('--no-color', t('option.noColor'))
    .option('--verbose', t('option.verbose'))
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => helpTitle(title, words),
      subcommandTerm: (c) => termOf(c),
      displayWidth,
      // The description says the choices in words already.
      optionDescription: (option) => option.description,
      showGlobalOptions: true,
      argumentDescription: (argument) => argument.description,
    })
    .configureOutput({
      writeOut: io.out,
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, io.columns),
      outputError: () => {},
    })
    .addHelpText('after', `\n${t('help.after')}`);
  // Subcommands inherit output, help and exit settings: they are made after them.
  does(
    program,
    () => async (ctx) =>
      (await import('./commands/menu.ts')).menu(
        ctx,
        () => `${program.helpInformation()}\n${t('help.after')}\n`,
      ),
  );

  does(
    command(`init [${FILE}]`),
    ([file]) =>
      async (ctx) =>
        (await import('./commands/init.ts')).init(ctx, file),
  );
  does(
    command(`interview [${FILE}]`)
      .addOption(depthOption(t))
      .option(`--only <${ITEM}>`, t('option.only'))
      .option(`--from <${FILE}>`, t('option.from')),
    ([file], { depth, only, from }) =>
      async (ctx) =>
        (await import('./commands/interview.ts')).interview(ctx, file, {
          ...optional('depth', depth),
          ...optional('only', only),
          ...optional('from', from),
        }),
  );
  does(
    command(`answer <${FILE}> <${t('argument.assignments')}...>`),
    ([file, ...assignments]) =>
      async (ctx) =>
        (await import('./commands/answer.ts')).answer(
          ctx,
          file ?? '',
          assignments.flatMap((given) => given ?? []),
        ),
  );
  does(
    command(`score <${FILE}>`)
      .addOption(formatOption(t))
      .addOption(capacityOption(t))
      .option(
        `--set <${t('argument.assignments')}>`,
        t('option.set'),
        (given: string, before: readonly string[] = []) => [...before, given],
      ),
    ([file], { format = 'text', capacity, set }) =>
      async (ctx) =>
        (await import('./commands/score.ts')).score(ctx, file ?? '', {
          format,
          ...optional('set', set),
          ...optional('capacity', capacity),
        }),
  );
  does<ReportFlags>(
    withReportOptions(command(`report [${FILE}]`), t).addOption(capacityOption(t)),
    ([file], flags) =>
      async (ctx) =>
        (await import('./commands/report.ts')).report(ctx, file, flags),
  );
  does<{ readonly answers?: string }>(
    command(`verify <${FILE}>`).option(`--answers <${FILE}>`, t('option.answers')),
    ([file], { answers }) =>
      async (ctx) =>
        (await import('./commands/verify.ts')).verify(ctx, file ?? '', answers),
  );
  does(
    command(`diff <${t('argument.older')}> <${t('argument.newer')}>`).addOption(
      new Option('--format <format>', t('option.diffFormat')).choices(['text', 'json', 'md']).default('text'),
    ),
    ([older, newer], { format }: { readonly format: DiffFormat }) =>
      async (ctx) =>
        (await import('./commands/diff.ts')).diff(ctx, older ?? '', newer ?? '', format),
  );
  does(
    command(`explain <${FILE}> [${ITEM}]`).option(
      `--verdict <${t('argument.technology')}>`,
      t('option.verdict'),
    ),
    ([file, item], { verdict }) =>
      async (ctx) =>
        (await import('./commands/explain.ts')).explain(ctx, file ?? '', {
          ...optional('item', item),
          ...optional('verdict', verdict),
        }),
  );
  does(
    command(`ask <${FILE}>`).addOption(
      new Option('--format <format>', t('option.askFormat')).choices(['text', 'md', 'csv']).default('text'),
    ),
    ([file], { format }: { readonly format: AskFormat }) =>
      async (ctx) =>
        (await import('./commands/ask.ts')).ask(ctx, file ?? '', format),
  );
  const batch = defineBatch({
    ...{ words, command, capacity: capacityOption(t) },
    does: (c, run) => does(c, (args, options) => run(args, options as never)),
  });
  defineCheck(command(`check <${t('argument.paths')}...>`), t, (c, run) => does(c, run));
  const catalog = command('catalog');
  does(
    command('list', catalog).addOption(formatOption(t)).option('--checklist <id>', t('option.checklist')),
    (_, { format = 'text', checklist }) =>
      async (ctx) =>
        (await import('./commands/catalog.ts')).catalogList(ctx, format, checklist),
  );
  does(
    command(`show <${ITEM}>`, catalog),
    ([item]) =>
      async (ctx) =>
        (await import('./commands/catalog.ts')).catalogShow(ctx, item ?? ''),
  );
  does(
    command(`lint [${FOLDER}]`, catalog),
    ([folder]) =>
      async (ctx) =>
        (await import('./commands/catalog.ts')).catalogLint(
          ctx,
          folder,
          program.opts<GlobalOptions>().catalog,
        ),
    // Linted, not used: what is wrong with it is the result.
    () => {
      const { catalog: _, ...rest } = program.opts<GlobalOptions>();
      return rest;
    },
  );
  does(
    program
      .command('schema')
      .description(t('help.schema'))
      .helpOption('-h, --help', t('option.help'))
      .addArgument(new Argument(`[${t('argument.schema')}]`).choices(SCHEMAS).default('answers')),
    ([name]) =>
      (ctx) =>
        schema(ctx, SCHEMAS.find((known) => known === name) ?? 'answers'),
  );
  for (const c of [program, ...program.commands, ...batch.commands, ...catalog.commands])
    localiseHelp(c, words);
  return program;
}

interface Options {
  readonly format?: 'text' | 'json';
  readonly depth?: 'quick' | 'full' | 'evidence';
  readonly capacity?: number;
  readonly set?: readonly string[];
  readonly checklist?: string;
  readonly verdict?: string;
  readonly only?: string;
  readonly from?: string;
}

type Translate = (key: string) => string;

const formatOption = (t: Translate): Option =>
  new Option('--format <format>', t('option.format')).choices(['text', 'json']).default('text');
const depthOption = (t: Translate): Option =>
  new Option('--depth <depth>', t('option.depth')).choices(['quick', 'full', 'evidence']);

function capacityOption(t: Translate): Option {
  return new Option('--capacity <days>', t('option.capacity')).argParser((given) => {
    const days = Number(given.normalize('NFKC'));
    if (given.trim() === '' || !(days > 0 && days <= 1000)) throw new InvalidArgumentError(given);
    return days;
  });
}

/** An optional field that is left out, not undefined, where there is no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

const termOf = (command: Command): string => {
  const args = command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`));
  return [command.name(), ...args].join(' ');
};

function helpTitle(title: string, words: Words): string {
  const key = title.replace(':', '').toLowerCase();
  return words.has(`cli.helpTitle.${key}`) ? words.t(`cli.helpTitle.${key}`) : title;
}

function localiseHelp(command: Command, words: Words): void {
  if (words.lang === 'en') return;
  command.usage(
    command
      .usage()
      .replace('[options]', words.t('cli.helpTitle.anyOptions'))
      .replace('[command]', words.t('cli.helpTitle.anyCommand')),
  );
}
