import { type Command, Option } from 'commander';
import type { KeyBelow } from '../../words/messages.ts';
import type { Translate } from './defining.ts';

/** Where a result goes, as the command line gives it. */
export interface WithOut {
  readonly out?: string;
}

/**
 * `-o, --out`, the one way to say where a result goes: a shell that redirects may write it in an encoding of its own
 * (PowerShell: UTF-16). `--output`, as other tools spell it, is understood and not shown.
 */
export function withOut(
  command: Command,
  t: Translate,
  what: 'file' | 'folder' = 'file',
  about: KeyBelow<'cli'> = 'option.out',
): Command {
  const value = `<${t(`argument.${what}`)}>`;
  return command
    .addOption(new Option(`-o, --out ${value}`, t(about)))
    .addOption(new Option(`--output ${value}`, t(about)).hideHelp())
    .on('option:output', (given: string) => void command.setOptionValue('out', given));
}
