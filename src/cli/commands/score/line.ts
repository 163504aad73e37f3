import { capacityOption, type Defining, every, formatOption } from '../../define/defining.ts';
import type { ScoreOptions } from './run.ts';

export function defineScore({ t, command, prints }: Defining): void {
  prints<ScoreOptions>(
    command(`score <${t('argument.file')}>`)
      .addOption(formatOption(t))
      .addOption(capacityOption(t))
      .option(`--set <${t('argument.assignments')}>`, t('option.set'), every),
    ([file = ''], options) =>
      async (ctx) =>
        (await import('./run.ts')).score(ctx, file, options),
  );
}
