import type { Command } from 'commander';
import type { KeyBelow, Words } from '../../words/messages.ts';
import type { GlobalOptions } from '../context.ts';
import type { Defining, Task } from './defining.ts';
import { type WithOut, withOut } from './out.ts';
import type { Printable } from './print-to-file.ts';

/** Chosen by the command line: what to do, and with which of the options every command takes. */
export type Choose = (run: Task, options: GlobalOptions) => void;

/** Commands take over output, help and exit from their parent: they are made after it has them. */
export function definingBelow(program: Command, words: Words, choose: Choose): Defining {
  const t = (key: KeyBelow<'cli'>): string => words.t(`cli.${key}`);
  const does: Defining['does'] = (c, run, used = (given) => given) =>
    c.action((...passed: unknown[]) => {
      // Of a variadic argument each word is one of them.
      const args = passed.slice(0, -2).flat() as (string | undefined)[];
      const given = program.opts<GlobalOptions>();
      choose(run(args, c.opts(), given), used(given));
    });
  return {
    words,
    t,
    does,
    command: (name, parent = program) =>
      parent
        .command(name)
        .description(
          helpOf(words, [parent === program ? '' : `${parent.name()}.`, name.split(' ')[0]].join('')),
        )
        .helpOption('-h, --help', t('option.help'))
        .helpCommand(false),
    prints: (c, run, used) => does(withOut(c, t), printing(c, run), used),
  };
}

/** What a command is for, in a sentence; none is defined without. */
function helpOf(words: Words, command: string): string {
  const key = `cli.help.${command}`;
  if (!words.has(key)) throw new Error(`no message "${key}"`);
  return words.t(key);
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
