import { Argument } from 'commander';
import { SCHEMAS } from '../../../files/shipped/schema-files.ts';
import type { Defining } from '../../define/defining.ts';

export function defineSchema({ t, command, prints }: Defining): void {
  prints(
    command('schema').addArgument(
      new Argument(`[${t('argument.schema')}]`).choices(SCHEMAS).default('answers'),
    ),
    ([name]) =>
      async (ctx) =>
        (await import('./run.ts')).schema(ctx, SCHEMAS.find((known) => known === name) ?? 'answers'),
  );
}
