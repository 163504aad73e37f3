import type { Defining } from '../../define/defining.ts';

export function defineInit({ t, command, does }: Defining): void {
  does(
    command(`init [${t('argument.file')}]`),
    ([file]) =>
      async (ctx) =>
        (await import('./run.ts')).init(ctx, file),
  );
}
