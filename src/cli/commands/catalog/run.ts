import type { Finding } from '../../../model/finding.ts';
import { nearest } from '../../../text/nearest.ts';
import { jsonText } from '../../../words/visible.ts';
import { CHECKLISTS } from '../../assets.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';

/**
 * `wazamori catalog list`: every question of the checklists and every family of technologies. JSON is the array of the
 * items' rules, all of one shape; the families come as JSON where their list is asked for by name.
 */
export async function catalogList(
  ctx: Context,
  format: 'text' | 'json',
  checklist: string | undefined,
): Promise<ExitCode> {
  const { checklists, items, determination } = ctx.catalog;
  const known = checklists.map(({ id }) => id);
  if (checklist !== undefined && !known.includes(checklist)) {
    const args = { given: checklist, known, nearest: nearest(checklist, known) };
    return refuse(ctx, [{ severity: 'error', code: 'usage-unknown-checklist', args, location: null }], null);
  }
  const wanted = (id: string): boolean => checklist === undefined || checklist === id;
  const familiesIn = determination?.checklist ?? '';
  const listed = {
    items: items.filter((item) => wanted(item.checklist)),
    families: wanted(familiesIn) ? (determination?.families ?? []) : [],
    familiesIn,
  };
  if (format === 'json') {
    const families = listed.families.map(({ id, ...rest }) => ({ id, checklist: familiesIn, ...rest }));
    ctx.io.out(`${jsonText(checklist === familiesIn ? families : listed.items, 2)}\n`);
    return EXIT.fine;
  }
  const { listEntries } = await import('../../../report/terminal/catalog.ts');
  const terminal = terminalOf(ctx.io, ctx.noColor);
  ctx.io.out(listEntries(listed, ctx.texts(), ctx.words, terminal));
  return EXIT.fine;
}

/** `wazamori catalog show ID`: one question, or one family of technologies, with everything about it. */
export async function catalogShow(ctx: Context, id: string): Promise<ExitCode> {
  const { catalog, words } = ctx;
  const { determination } = catalog;
  const item = catalog.items.find((i) => i.id === id);
  const family = determination?.families.find((f) => f.id === id);
  const terminal = terminalOf(ctx.io, ctx.noColor);
  if (item !== undefined) {
    const { showItem } = await import('../../../report/terminal/catalog.ts');
    ctx.io.out(showItem(item, catalog, ctx.texts(), words, terminal));
    return EXIT.fine;
  }
  if (family !== undefined && determination !== undefined) {
    const { showFamily } = await import('../../../report/terminal/family.ts');
    ctx.io.out(showFamily(family, determination, ctx.texts(), words, terminal));
    return EXIT.fine;
  }
  return refuse(ctx, [unknownEntry(id, ctx)], null);
}

function unknownEntry(item: string, { catalog }: Context): Finding {
  const known = [...catalog.items, ...(catalog.determination?.families ?? [])].map(({ id }) => id);
  const args = { item, nearest: nearest(item, known) };
  return { severity: 'error', code: 'usage-unknown-entry', args, location: null };
}

/**
 * `wazamori catalog lint [DIR]`: whether checklists hold what their readers rely on. Exit 1 on any error. With an own
 * folder, whether that folder laid over them does.
 */
export async function catalogLint(
  ctx: Context,
  dir: string = CHECKLISTS,
  own: string | undefined = undefined,
): Promise<ExitCode> {
  const { lintFolder, lintOwn } = await import('./lint.ts');
  return own === undefined ? lintFolder(ctx, dir) : lintOwn(ctx, dir, own);
}
