import { CHECKLISTS } from '../assets.ts';
import { type Context, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { terminalOf } from '../io.ts';
import { unknownItem } from './explain.ts';

/** `wazamori catalog list`: every question of the checklists. JSON is an array of the items' rules. */
export async function catalogList(
  ctx: Context,
  format: 'text' | 'json',
  checklist: string | undefined,
): Promise<ExitCode> {
  const items = ctx.catalog.items.filter((item) => checklist === undefined || item.checklist === checklist);
  if (format === 'json') {
    ctx.io.out(`${JSON.stringify(items, null, 2)}\n`);
    return EXIT.fine;
  }
  const { listItems } = await import('../../report/terminal/catalog.ts');
  const terminal = await terminalOf(ctx.io, ctx.noColor);
  ctx.io.out(listItems(items, ctx.texts(), ctx.words, terminal));
  return EXIT.fine;
}

/** `wazamori catalog show ITEM`: one question with everything about it. */
export async function catalogShow(ctx: Context, id: string): Promise<ExitCode> {
  const item = ctx.catalog.items.find((i) => i.id === id);
  if (item === undefined) return refuse(ctx, [unknownItem(id, ctx)], null);
  const { showItem } = await import('../../report/terminal/catalog.ts');
  const terminal = await terminalOf(ctx.io, ctx.noColor);
  ctx.io.out(showItem(item, ctx.catalog, ctx.texts(), ctx.words, terminal));
  return EXIT.fine;
}

/** `wazamori catalog lint [DIR]`: whether checklists hold what their readers rely on. Exit 1 on any error. */
export async function catalogLint(ctx: Context, dir: string = CHECKLISTS): Promise<ExitCode> {
  const { lintFolder } = await import('./catalog-lint.ts');
  return lintFolder(ctx, dir);
}
