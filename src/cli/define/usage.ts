import type { Command, CommanderError } from 'commander';
import { nearest } from '../../text/nearest.ts';
import { joinSentences, type Words } from '../../words/messages.ts';

/** A mistake on the command line in the user's language: what is wrong and what to type next. */
export function usageMessage(error: CommanderError, program: Command, words: Words): string {
  const kind = kindOf(error, program);
  const given = givenIn(kind, error, program);
  const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? given;
  const key = `cli.usage.${kind}`;
  const main = words.has(key)
    ? words.t(key, { given: given.replace(/^-\w, /, '').replace(/ [<[].*$/, ''), value })
    : words.t('cli.usage.other', { detail: error.message });
  return joinSentences(
    [
      main,
      ...hints(kind, given, error, program, words),
      words.t('cli.usage.help', { command: helpedBy(program) }),
    ],
    words.lang,
  );
}

/** The program and the commands typed, as far as there are such. */
function typed(program: Command): readonly Command[] {
  const [first, second] = program.args;
  const command = program.commands.find((c) => c.name() === first);
  const inner = command?.commands.find((c) => c.name() === second);
  return [program, command, inner].filter((c) => c !== undefined);
}

const nameOf = (commands: readonly Command[]): string => commands.map((c) => c.name()).join(' ');

/** The command whose help says more: the one typed, as far as there is one. */
const helpedBy = (program: Command): string => nameOf(typed(program));

/** Bare `wazamori` opens the menu, so commander takes a mistyped command for one argument too many. */
function kindOf(error: CommanderError, program: Command): string {
  const kind = error.code.replace('commander.', '');
  const isCommand = program.commands.some((c) => c.name() === program.args[0]);
  if (kind === 'excessArguments' && !isCommand) return 'unknownCommand';
  // `wazamori catalog` alone: commander shows its help, which is no message.
  return kind === 'help' ? 'missingCommand' : kind;
}

/** What was typed wrong, as far as commander says it. */
function givenIn(kind: string, error: CommanderError, program: Command): string {
  if (kind === 'missingCommand') return program.args[0] ?? '';
  const named = /'([^']*)'/.exec(error.message)?.[1];
  return named ?? (kind === 'unknownCommand' ? (program.args[0] ?? '') : '');
}

/** How the value of an option is written, where that is not plain from its choices. */
const ARGUMENT_HINTS = [
  ['--capacity', 'positive'],
  ['--shard', 'shard'],
  ['--min', 'points'],
  ['--hide', 'hide'],
  ['--jobs', 'jobs'],
] as const;

function hints(
  kind: string,
  given: string,
  error: CommanderError,
  program: Command,
  words: Words,
): readonly string[] {
  const allowed = /Allowed choices are (.*)\.$/.exec(error.message)?.[1];
  const group = program.commands.find((c) => c.name() === program.args[0] && c.commands.length > 0);
  if (group !== undefined && (kind === 'missingCommand' || kind === 'unknownCommand')) {
    return [
      words.t('cli.usage.allowed', { allowed: group.commands.map((c) => `${group.name()} ${c.name()}`) }),
    ];
  }
  const hint =
    kind === 'invalidArgument' ? ARGUMENT_HINTS.find(([option]) => given.includes(option)) : undefined;
  if (hint !== undefined) return [words.t(`cli.usage.${hint[1]}`)];
  if (allowed !== undefined) return [words.t('cli.usage.allowed', { allowed: allowed.split(', ') })];
  if (kind === 'unknownOption') return optionHints(given, program, words);
  const known = kind === 'unknownCommand' ? program.commands.map((c) => c.name()) : [];
  const near = nearest(given, known);
  return near === null ? [] : [words.t('finding.nearest', { nearest: near })];
}

/**
 * The nearest option the command typed has, or the commands that have the one given: never the option just typed.
 * A longer name of the same (`--output` where it is `--out`) is near too.
 */
function optionHints(given: string, program: Command, words: Words): readonly string[] {
  // `-2026.yaml`: a file whose name begins with a hyphen.
  if (/\.(?:ya?ml|pdf|json|md|csv|html?|txt)$/i.test(given))
    return [words.t('cli.usage.hyphenFile', { file: `./${given}` })];
  const own = typed(program)
    .flatMap(optionsOf)
    .filter((option) => option !== given);
  const near = nearest(given, own) ?? own.find((option) => given.startsWith(option)) ?? null;
  if (near !== null) return [words.t('finding.nearest', { nearest: near })];
  const commands = program.commands
    .flatMap((c) => [[program, c], ...c.commands.map((inner) => [program, c, inner])])
    .filter((chain) => chain.at(-1)?.options.some((o) => o.long === given || o.short === given))
    .map(nameOf);
  return commands.length === 0 ? [] : [words.t('cli.usage.elsewhere', { commands })];
}

const optionsOf = ({ options }: Command): readonly string[] =>
  options.flatMap(({ long, hidden }) => (typeof long === 'string' && !hidden ? [long] : []));
