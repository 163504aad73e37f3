import { Option } from 'commander';
import { type Defining, every } from '../../define/defining.ts';
import { withOut } from '../../define/out.ts';
import type { CheckOptions } from './run.ts';

type Written = Omit<CheckOptions, 'format'> & { readonly format?: readonly string[] };

/** The line of `wazamori check`; its work is loaded when it runs. */
export function defineCheck({ t, command, does }: Defining): void {
  does<Written>(
    withOut(command(`check <${t('argument.paths')}...>`), t)
      .option(`--policy <${t('argument.file')}>`, t('option.policy'))
      .option(`--baseline <${t('argument.baseline')}>`, t('option.baseline'))
      .addOption(new Option('--trust <side>', t('option.trust')).choices(['base', 'head']))
      .option('--allow-policy-change', t('option.allowPolicyChange'))
      .option(`--root <${t('argument.folder')}>`, t('option.root'))
      .option(`--format <${t('argument.format')}>`, t('option.checkFormat'), every)
      .addOption(
        new Option('--fail-on <severity>', t('option.failOn')).choices(['error', 'warning']).default('error'),
      )
      .option('--no-fail', t('option.noFail'))
      .option('--redact', t('option.redact'))
      .option('--no-redact', t('option.noRedact')),
    (paths, options) => async (ctx) =>
      (await import('./run.ts')).check(
        ctx,
        paths.flatMap((path) => path ?? []),
        { ...options, format: options.format ?? [] },
      ),
  );
}
