import type { BuiltCatalog } from '../../catalog/built/built.ts';
import { ownCatalogThen } from '../../engine/editions.ts';
import { contentHash } from '../../files/content-hash.ts';
import { typedPath } from '../../files/find/typed-path.ts';
import { isYamlName } from '../../files/find/walk.ts';
import { readChecklists } from '../../files/shipped/checklists.ts';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { CheckContext } from '../context.ts';
import type { Opened } from '../past/baselines.ts';
import type { GitOutcome } from '../past/git.ts';
import { isOutside, nameFromRoot } from '../past/scopes.ts';

/** The checklists of a commit. */
export type CatalogAt =
  /** Those of now: there are no own ones, or they have not changed. */
  | { readonly kind: 'same'; readonly ctx: CheckContext }
  /** Those of now: they lie where no commit of this repository reaches. */
  | { readonly kind: 'outside'; readonly ctx: CheckContext }
  /** The commit has no such folder: the shipped ones alone. */
  | { readonly kind: 'shipped'; readonly ctx: CheckContext }
  | { readonly kind: 'own'; readonly ctx: CheckContext }
  | { readonly kind: 'unread'; readonly folder: string; readonly finding: CatalogFinding | null };

/** The checklists of another commit: the shipped ones, and over them the own folder as it was there. */
export async function catalogAt(
  ctx: CheckContext,
  { revision: { root }, tree }: Opened,
): Promise<GitOutcome<CatalogAt>> {
  const own = ctx.catalog.own;
  if (own === undefined) return found({ kind: 'same', ctx });
  const folder = nameFromRoot(root, ctx.cwd, typedPath(ctx.cwd, own.folder));
  if (isOutside(folder)) return found({ kind: 'outside', ctx });
  const names = tree.namesIn(folder).filter((name) => folder === '' || name.startsWith(`${folder}/`));
  const wanted = names.filter(isYamlName);
  const problem = tree.read(wanted);
  if (problem !== null) return { ok: false, reason: problem };
  if (wanted.length === 0) return found({ kind: 'shipped', ctx: withShipped(ctx) });
  const from = folder === '' ? 0 : folder.length + 1;
  const contents = new Map(
    wanted.flatMap((name) => {
      const bytes = tree.bytesAt(name);
      return bytes === null ? [] : [[name.slice(from), bytes] as const];
    }),
  );
  const then = await ownCatalogThen(own, contents, {
    shipped: { folder: ctx.shipped.folder, files: () => readChecklists(ctx.shipped.folder) },
    sha256: contentHash,
  });
  switch (then.kind) {
    case 'same':
      return found({ kind: 'same', ctx });
    case 'own':
      return found({ kind: 'own', ctx: withOwn(ctx, then.built) });
    case 'unread':
      return found({ ...then, folder: own.folder });
  }
}

const found = (value: CatalogAt): GitOutcome<CatalogAt> => ({ ok: true, value });

const withOwn = (ctx: CheckContext, { catalog, texts }: BuiltCatalog): CheckContext => ({
  ...ctx,
  catalog,
  texts: () => texts[ctx.words.lang],
});

const withShipped = (ctx: CheckContext): CheckContext => ({ ...ctx, ...ctx.shipped.checklists() });
