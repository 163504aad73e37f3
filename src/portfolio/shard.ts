import { contentHash } from '../files/save.ts';

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

/** What several results cover together; `undefined` = everything, or nobody can tell (shares of different splits). */
export function joinShares(all: readonly (Shares | undefined)[]): Shares | undefined {
  const of = all[0]?.of;
  if (of === undefined || all.some((shares) => shares?.of !== of)) return undefined;
  const parts = [...new Set(all.flatMap((shares) => shares?.parts ?? []))].sort((a, b) => a - b);
  return parts.length === of ? undefined : { of, parts };
}

/** The shares that are still to come. */
export const missingShares = ({ of, parts }: Shares): readonly number[] =>
  Array.from({ length: of }, (_, i) => i + 1).filter((part) => !parts.includes(part));

/**
 * Whether a file is in a share: by a hash of its path, so that a share stays the same when files come and go, and on a
 * Mac, which writes が as two characters.
 */
export function inShard(path: string, { part, of }: Shard): boolean {
  const hash = Number.parseInt(contentHash(Buffer.from(path.normalize('NFC'), 'utf8')).slice(0, 12), 16);
  return hash % of === part - 1;
}
