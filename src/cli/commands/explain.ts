import { explainItem, explainScore } from '../../report/terminal/explain.ts';
import { nearest } from '../../text/nearest.ts';
import { assessFile } from '../assess-file.ts';
import { type Context, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { terminalOf } from '../io.ts';

/** `wazamori explain FILE [ITEM]`: where the points come from, or everything about one question. */
export async function explain(ctx: Context, name: string, itemId: string | undefined): Promise<ExitCode> {
  const assessed = assessFile(ctx, name, undefined);
  if (typeof assessed === 'number') return assessed;
  const { catalog, words } = ctx;
  const terminal = await terminalOf(ctx.io, ctx.noColor);
  const input = { assessment: assessed.assessment, catalog, texts: ctx.texts(), words, terminal, file: name };
  if (itemId === undefined) {
    ctx.io.out(explainScore(input));
    return EXIT.fine;
  }
  const item = catalog.items.find((i) => i.id === itemId);
  if (item === undefined) return refuse(ctx, [unknownItem(itemId, ctx)], null);
  ctx.io.out(explainItem(input, item));
  return EXIT.fine;
}

export function unknownItem(item: string, ctx: Context) {
  const known = ctx.catalog.items.map((i) => i.id);
  return {
    severity: 'error',
    code: 'usage-unknown-item',
    args: { item, nearest: nearest(item, known) },
    location: null,
  } as const;
}
