import { editionsReached } from '../core/editions.ts';
import { openText } from '../engine/open.ts';
import { saveFile } from '../files/save/save.ts';
import type { Outcome } from '../model/finding.ts';
import { encodeText } from '../text/decode.ts';
import { setValue } from '../text/yaml/edit.ts';
import { type AnswerFile, readAnswerFile } from './answer-file.ts';
import type { Context } from './context.ts';

/**
 * Saves a changed text over the file it came from, if it still reads and the file has not changed meanwhile. Where the
 * answers to `lists` now stand for the present edition, the file says so: what is compared later is what was asked.
 */
export function saveText(
  ctx: Context,
  file: AnswerFile,
  text: string,
  lists: ReadonlySet<string> = new Set(),
): Outcome<AnswerFile> {
  const reads = openText(text, ctx.catalog);
  if (!reads.ok) return reads;
  let edited = text;
  for (const [list, edition] of Object.entries(
    editionsReached(ctx.catalog, reads.value.answers, ctx.today, lists),
  )) {
    const raised = setValue(edited, ['assessment', 'editions', list], edition);
    if (!raised.ok) return raised;
    edited = raised.value;
  }
  if (edited === file.decoded.text) return { ok: true, value: file, findings: [] };
  const saved = saveFile(file.path, encodeText(edited, file.decoded), file.sha256);
  return saved.ok ? readAnswerFile(ctx.io.cwd, file.name, ctx.catalog) : saved;
}

/** The checklists that named questions belong to. */
export const listsOf = (
  { catalog }: Pick<Context, 'catalog'>,
  names: readonly string[],
): ReadonlySet<string> =>
  new Set(catalog.items.filter(({ id }) => names.includes(id)).map(({ checklist }) => checklist));
