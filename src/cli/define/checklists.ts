import { Argument } from 'commander';
import { SCHEMAS } from '../schema-files.ts';
import { type Defining, formatOption } from './defining.ts';

/** `catalog list`, `catalog show`, `catalog lint`, `schema`: the questions themselves, and the shapes of files. */
export function defineChecklists({ t, command, prints }: Defining): void {
  const catalog = command('catalog');
  prints<{ readonly format: 'text' | 'json'; readonly checklist?: string }>(
    command('list', catalog).addOption(formatOption(t)).option('--checklist <id>', t('option.checklist')),
    (_, { format, checklist }) =>
      async (ctx) =>
        (await import('../commands/catalog.ts')).catalogList(ctx, format, checklist),
  );
  prints(
    command(`show <${t('argument.item')}>`, catalog),
    ([item = '']) =>
      async (ctx) =>
        (await import('../commands/catalog.ts')).catalogShow(ctx, item),
  );
  prints(
    command(`lint [${t('argument.folder')}]`, catalog),
    ([folder], _, { catalog: own }) =>
      async (ctx) =>
        (await import('../commands/catalog.ts')).catalogLint(ctx, folder, own),
    // Linted, not used: what is wrong with it is the result.
    ({ catalog: _, ...rest }) => rest,
  );
  prints(
    command('schema').addArgument(
      new Argument(`[${t('argument.schema')}]`).choices(SCHEMAS).default('answers'),
    ),
    ([name]) =>
      async (ctx) =>
        (await import('../commands/schema.ts')).schema(
          ctx,
          SCHEMAS.find((known) => known === name) ?? 'answers',
        ),
  );
}
