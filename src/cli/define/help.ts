import type { Command } from 'commander';
import type { Words } from '../../words/messages.ts';
import { displayWidth, wrapPhrases } from '../../words/width.ts';
import type { Io } from '../io.ts';

/** How help looks, in the user's language, as wide as the screen up to 100 columns. */
export function withHelp(program: Command, words: Words, io: Io): Command {
  return program
    .configureHelp({
      styleTitle: (title) => titleIn(title, words),
      subcommandTerm: termOf,
      displayWidth,
      // Commander breaks at spaces, which Japanese has none of.
      boxWrap: (text, width) => (displayWidth(text) <= width ? text : wrapPhrases(text, width).join('\n')),
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
    .addHelpText('after', `\n${words.t('cli.help.after')}`);
}

/** The line of usage of a command and of those below it, which commander writes in English. */
export function localiseUsage(command: Command, words: Words): void {
  if (words.lang === 'en') return;
  command.usage(
    command
      .usage()
      .replace('[options]', words.t('cli.helpTitle.anyOptions'))
      .replace('[command]', words.t('cli.helpTitle.anyCommand')),
  );
  for (const inner of command.commands) localiseUsage(inner, words);
}

function titleIn(title: string, words: Words): string {
  const key = `cli.helpTitle.${title.replace(':', '').toLowerCase()}`;
  return words.has(key) ? words.t(key) : title;
}

function termOf(command: Command): string {
  const args = command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`));
  return [command.name(), ...args].join(' ');
}
