import { type Command, InvalidArgumentError, Option } from 'commander';
import { countIn } from '../../text/readers/counts.ts';
import type { KeyBelow, Words } from '../../words/messages.ts';
import type { Context, GlobalOptions } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** What a command does once its line is understood. */
export type Task = (ctx: Context) => Promise<ExitCode>;

/** How commands are defined: their words, their place in the program, and what is done when one is chosen. */
export interface Defining {
  readonly words: Words;
  /** Looks up below `cli.`. */
  readonly t: (key: KeyBelow<'cli'>) => string;
  /** A command with its description and help; below the program where no parent is given. */
  readonly command: (name: string, parent?: Command) => Command;
  /**
   * Ties a command to its task. A task loads its own module, so that reading the line loads none. Options that were
   * not given are no keys of `options`. `given` are those every command takes; `used`, what the task's context is made of.
   */
  readonly does: <O extends object>(
    command: Command,
    run: (args: readonly (string | undefined)[], options: O, given: GlobalOptions) => Task,
    used?: (given: GlobalOptions) => GlobalOptions,
  ) => Command;
  /** As `does`, for a command that prints its result: with `-o`, by which it goes to a file. */
  readonly prints: <O extends object>(
    command: Command,
    run: (args: readonly (string | undefined)[], options: O, given: GlobalOptions) => Task,
    used?: (given: GlobalOptions) => GlobalOptions,
  ) => Command;
}

export type Translate = Defining['t'];

/** For people or for machines. */
export const formatOption = (t: Translate): Option =>
  new Option('--format <format>', t('option.format')).choices(['text', 'json']).default('text');

/** Person-days a month: above 0, at most 1000, as people write numbers. */
export function capacityOption(t: Translate): Option {
  return new Option('--capacity <days>', t('option.capacity')).argParser((given) => {
    const days = countIn(given, 'person-days');
    if (days === null || !(days > 0 && days <= 1000)) throw new InvalidArgumentError(given);
    return days;
  });
}

/** Values of an option that may be given again and again, in their order. */
export const every = (given: string, before: readonly string[] = []): readonly string[] => [...before, given];
