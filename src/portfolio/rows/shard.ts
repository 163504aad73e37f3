import { contentHash } from '../../files/content-hash.ts';

/** One of several machines' share of the files. */
export interface Shard {
  /** 1…`of`. */
  readonly part: number;
  readonly of: number;
}

/** Which of `of` shares some rows come from; sorted, 1…`of`. */
export interface Shares {
  readonly of: number;
  readonly parts: readonly number[];
}

/**
 * What several results lack together, split by split; `undefined` = nothing. A result of a run that was not split lacks
 * nothing.
 */
export function joinShares(all: readonly (readonly Shares[] | undefined)[]): readonly Shares[] | undefined {
  if (all.some((shares) => shares === undefined)) return undefined;
  const splits = new Map<number, Set<number>>();
  for (const { of, parts } of all.flatMap((shares) => shares ?? []))
    splits.set(of, new Set([...(splits.get(of) ?? []), ...parts]));
  const lacking = [...splits]
    .filter(([of, parts]) => parts.size < of)
    .map(([of, parts]) => ({ of, parts: [...parts].sort((a, b) => a - b) }))
    .sort((a, b) => a.of - b.of);
  return lacking.length === 0 ? undefined : lacking;
}

/** The shares that are still to come, as they are typed: `3/8`. */
export const missingShares = (shares: readonly Shares[]): readonly string[] =>
  shares.flatMap(({ of, parts }) =>
    Array.from({ length: of }, (_, i) => i + 1)
      .filter((part) => !parts.includes(part))
      .map((part) => `${part}/${of}`),
  );

/**
 * Whether a file is in a share: by a hash of its path, so that a share stays the same when files come and go, and on a
 * Mac, which writes が as two characters.
 */
export function inShard(path: string, { part, of }: Shard): boolean {
  const hash = Number.parseInt(contentHash(Buffer.from(path.normalize('NFC'), 'utf8')).slice(0, 12), 16);
  return hash % of === part - 1;
}
