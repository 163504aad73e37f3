import { Option } from 'commander';
import type { Defining } from '../../define/defining.ts';
import type { AskFormat } from './run.ts';

export function defineAsk({ t, command, prints }: Defining): void {
  prints<{ readonly format: AskFormat }>(
    command(`ask <${t('argument.file')}>`).addOption(
      new Option('--format <format>', t('option.askFormat')).choices(['text', 'md', 'csv']).default('text'),
    ),
    ([file = ''], { format }) =>
      async (ctx) =>
        (await import('./run.ts')).ask(ctx, file, format),
  );
}
