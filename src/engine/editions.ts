import type { BuiltCatalog } from '../catalog/built/built.ts';
import { editionsOf } from '../catalog/compiled/edition.ts';
import { answeredUnder, type EarlierEdition } from '../catalog/compiled/shipped-editions.ts';
import type { OwnSource } from '../catalog/own/load.ts';
import { verdictOf } from '../core/verdict/verdict.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog, OwnChecklists } from '../model/catalog.ts';
import type { CatalogFinding } from '../model/catalog-finding.ts';
import type { Outcome } from '../model/finding.ts';
import { type OpenedAnswers, readerOf } from './open.ts';

/** Answers of an earlier day with the checklists they were given under; `null` where nobody knows those. */
export interface OpenedUnder {
  readonly opened: OpenedAnswers;
  readonly catalog: Catalog | null;
  /** The edition, where it is not that of now. */
  readonly earlier: EarlierEdition | null;
}

/** Editions of other days that fit what a file names, latest first; none is read before it is called for. */
export type Editions = (written: Answers['assessment']['editions']) => readonly (() => EarlierEdition)[];

/** Words and ids mean what they meant when the file was written: it is read with its own edition where that is kept. */
export function openUnder(bytes: Uint8Array, catalog: Catalog, editions: Editions): Outcome<OpenedUnder> {
  const readWith = readerOf(bytes);
  const now = readWith(catalog);
  if (now.ok && isUnder(now.value, catalog))
    return { ...now, value: { opened: now.value, catalog, earlier: null } };
  // A word that has gone since stops the reading today: then the file itself is asked which edition it means.
  for (const load of editions(now.ok ? now.value.answers.assessment.editions : {})) {
    const earlier = load();
    const then = readWith(earlier.catalog);
    if (then.ok && isUnder(then.value, earlier.catalog))
      return { ...then, value: { opened: then.value, catalog: earlier.catalog, earlier } };
  }
  return now.ok ? { ...now, value: { opened: now.value, catalog: null, earlier: null } } : now;
}

const isUnder = ({ answers }: OpenedAnswers, catalog: Catalog): boolean =>
  answeredUnder(answers.assessment.editions, editionsOf(catalog));

/**
 * Whether the lists of now are those of answers, as far as both know them: a list the answers name that is not in use
 * here is no obstacle to a batch, which compares what both rounds were asked.
 */
export const asksTheSame = ({ checklists }: Pick<Catalog, 'checklists'>, { assessment }: Answers): boolean =>
  checklists.every(({ id, edition }) => (assessment.editions[id] ?? edition) === edition);

/** Own checklists as they were in another commit. */
export type OwnThen =
  /** They hold what they hold now. */
  | { readonly kind: 'same' }
  | { readonly kind: 'own'; readonly built: BuiltCatalog }
  | { readonly kind: 'unread'; readonly finding: CatalogFinding | null };

/**
 * Opens the checklists of another commit: the shipped ones, and over them the own folder with what it held there, by
 * path inside it. Whoever needs an older catalogue comes here. What reads YAML of checklists is loaded where there is any.
 */
export async function ownCatalogThen(
  now: OwnChecklists,
  contents: ReadonlyMap<string, Uint8Array>,
  over: Pick<OwnSource, 'shipped' | 'sha256'>,
): Promise<OwnThen> {
  const { loadOwnContents } = await import('../catalog/own/load.ts');
  const loaded = loadOwnContents({ ...over, name: now.folder, judge: verdictOf }, contents, now.sha256);
  if (loaded === null) return { kind: 'same' };
  if (loaded.ok) return { kind: 'own', built: loaded.value };
  return { kind: 'unread', finding: loaded.findings.find(({ severity }) => severity === 'error') ?? null };
}
