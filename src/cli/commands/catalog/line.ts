import { type Defining, formatOption } from '../../define/defining.ts';

/** `catalog list`, `catalog show`, `catalog lint`: the questions themselves. */
export function defineCatalog({ t, command, prints }: Defining): void {
  const catalog = command('catalog');
  prints<{ readonly format: 'text' | 'json'; readonly checklist?: string }>(
    command('list', catalog).addOption(formatOption(t)).option('--checklist <id>', t('option.checklist')),
    (_, { format, checklist }) =>
      async (ctx) =>
        (await import('./run.ts')).catalogList(ctx, format, checklist),
  );
  prints(
    command(`show <${t('argument.item')}>`, catalog),
    ([item = '']) =>
      async (ctx) =>
        (await import('./run.ts')).catalogShow(ctx, item),
  );
  prints(
    command(`lint [${t('argument.folder')}]`, catalog),
    ([folder], _, { catalog: own }) =>
      async (ctx) =>
        (await import('./run.ts')).catalogLint(ctx, folder, own),
    // Linted, not used: what is wrong with it is the result.
    ({ catalog: _, ...rest }) => rest,
  );
}
