import type { Defining } from '../../define/defining.ts';

export function defineExplain({ t, command, prints }: Defining): void {
  prints<{ readonly verdict?: string }>(
    command(`explain <${t('argument.file')}> [${t('argument.item')}]`).option(
      `--verdict <${t('argument.technology')}>`,
      t('option.verdict'),
    ),
    ([file = '', item], options) =>
      async (ctx) =>
        (await import('./run.ts')).explain(ctx, file, {
          ...options,
          ...(item === undefined ? {} : { item }),
        }),
  );
}
