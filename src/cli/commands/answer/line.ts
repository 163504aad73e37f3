import type { Defining } from '../../define/defining.ts';

export function defineAnswer({ t, command, does }: Defining): void {
  does(
    command(`answer <${t('argument.file')}> <${t('argument.assignments')}...>`),
    ([file = '', ...assignments]) =>
      async (ctx) =>
        (await import('./run.ts')).answer(
          ctx,
          file,
          assignments.flatMap((given) => given ?? []),
        ),
  );
}
