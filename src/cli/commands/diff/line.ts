import { Option } from 'commander';
import type { Defining } from '../../define/defining.ts';
import type { DiffFormat } from './run.ts';

export function defineDiff({ t, command, prints }: Defining): void {
  prints<{ readonly format: DiffFormat }>(
    command(`diff <${t('argument.older')}> <${t('argument.newer')}>`).addOption(
      new Option('--format <format>', t('option.diffFormat')).choices(['text', 'json', 'md']).default('text'),
    ),
    ([older = '', newer = ''], { format }) =>
      async (ctx) =>
        (await import('./run.ts')).diff(ctx, older, newer, format),
  );
}
