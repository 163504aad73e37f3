import { Option } from 'commander';
import type { Defining } from '../../define/defining.ts';
import type { InterviewOptions } from './run.ts';

export function defineInterview({ t, command, does }: Defining): void {
  const FILE = t('argument.file');
  does<InterviewOptions>(
    command(`interview [${FILE}]`)
      .addOption(new Option('--depth <depth>', t('option.depth')).choices(['quick', 'full', 'evidence']))
      .option(`--only <${t('argument.item')}>`, t('option.only'))
      .option(`--from <${FILE}>`, t('option.from')),
    ([file], options) =>
      async (ctx) =>
        (await import('./run.ts')).interview(ctx, file, options),
  );
}
