import { type Command, Option } from 'commander';
import type { CheckOptions } from '../commands/check.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';

type Written = Omit<CheckOptions, 'format'> & { readonly format?: readonly string[] };

/** Ties a command to what it does, as the program does for every command. */
type Define = (
  command: Command,
  run: (paths: readonly (string | undefined)[], options: Written) => (ctx: Context) => Promise<ExitCode>,
) => Command;

/** The options of `wazamori check`; its work is loaded when it runs. */
export function defineCheck(command: Command, t: (key: string) => string, does: Define): void {
  const every = (given: string, before: readonly string[] = []): readonly string[] => [...before, given];
  does(
    command
      .option(`--policy <${t('argument.file')}>`, t('option.policy'))
      .option(`--baseline <${t('argument.baseline')}>`, t('option.baseline'))
      .option(`--format <${t('argument.format')}>`, t('option.checkFormat'), every)
      .option(`-o, --output <${t('argument.file')}>`, t('option.output'))
      .addOption(
        new Option('--fail-on <severity>', t('option.failOn')).choices(['error', 'warning']).default('error'),
      )
      .option('--no-fail', t('option.noFail'))
      .option('--redact', t('option.redact'))
      .option('--no-redact', t('option.noRedact')),
    (paths, options) => async (ctx) =>
      (await import('../commands/check.ts')).check(
        ctx,
        paths.flatMap((path) => path ?? []),
        { ...options, format: options.format ?? [] },
      ),
  );
}
