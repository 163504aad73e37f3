import type { Defining } from '../../define/defining.ts';

export function defineVerify({ t, command, prints }: Defining): void {
  const FILE = t('argument.file');
  prints<{ readonly answers?: string }>(
    command(`verify <${FILE}>`).option(`--answers <${FILE}>`, t('option.answers')),
    ([file = ''], { answers }) =>
      async (ctx) =>
        (await import('./run.ts')).verify(ctx, file, answers),
  );
}
