import type { Command, CommanderError } from 'commander';
import { nearest } from '../text/nearest.ts';
import { joinSentences, type Words } from '../words/messages.ts';

/** A mistake on the command line in the user's language: what is wrong and what to type next. */
export function usageMessage(error: CommanderError, program: Command, words: Words): string {
  const kind = kindOf(error, program);
  const given =
    kind === 'unknownCommand' ? (program.args[0] ?? '') : (/'([^']*)'/.exec(error.message)?.[1] ?? '');
  const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? '';
  const key = `cli.usage.${kind}`;
  const main = words.has(key)
    ? words.t(key, { given: given.replace(/^-\w, /, '').replace(/ [<[].*$/, ''), value })
    : words.t('cli.usage.other', { detail: error.message });
  return joinSentences(
    [main, ...hints(kind, given, error, program, words), words.t('cli.usage.help')],
    words.lang,
  );
}

/** Bare `wazamori` opens the menu, so commander takes a mistyped command for one argument too many. */
function kindOf(error: CommanderError, program: Command): string {
  const kind = error.code.replace('commander.', '');
  const isCommand = program.commands.some((c) => c.name() === program.args[0]);
  return kind === 'excessArguments' && !isCommand ? 'unknownCommand' : kind;
}

function hints(
  kind: string,
  given: string,
  error: CommanderError,
  program: Command,
  words: Words,
): readonly string[] {
  const allowed = /Allowed choices are (.*)\.$/.exec(error.message)?.[1];
  if (allowed !== undefined) return [words.t('cli.usage.allowed', { allowed: allowed.split(', ') })];
  const known =
    kind === 'unknownCommand'
      ? program.commands.map((c) => c.name())
      : kind === 'unknownOption'
        ? optionsOf(program)
        : [];
  const near = nearest(given, known);
  return near === null ? [] : [words.t('finding.nearest', { nearest: near })];
}

const optionsOf = (program: Command): readonly string[] =>
  [program, ...program.commands].flatMap((c) =>
    c.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : [])),
  );
