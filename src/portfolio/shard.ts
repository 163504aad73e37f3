import { contentHash } from '../text/save.ts';

/** One of several machines' share of the files. */
export interface Shard {
  /** 1…`of`. */
  readonly part: number;
  readonly of: number;
}

/**
 * Whether a file is in a share: by a hash of its path, so that a share stays the same when files come and go, and on a
 * Mac, which writes が as two characters.
 */
export function inShard(path: string, { part, of }: Shard): boolean {
  const hash = Number.parseInt(contentHash(Buffer.from(path.normalize('NFC'), 'utf8')).slice(0, 12), 16);
  return hash % of === part - 1;
}
