import { createHash } from 'node:crypto';

/** How many characters in a row make a copied passage. */
export const GRAM = 20;
/** Bytes kept of a gram's hash: enough that two different passages do not meet by chance. */
export const HASH_BYTES = 6;

/** Letters, digits and Japanese characters only: layout and punctuation do not make a passage another one. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

/** Hashes of every run of {@link GRAM} characters, as hexadecimal. Hashes, so that no source text is kept here. */
export function* gramHashes(text: string): Generator<{ readonly hash: string; readonly at: number }> {
  const chars = [...bare(text)];
  for (let at = 0; at + GRAM <= chars.length; at++) {
    const gram = chars.slice(at, at + GRAM).join('');
    yield {
      hash: createHash('sha256')
        .update(gram)
        .digest('hex')
        .slice(0, HASH_BYTES * 2),
      at,
    };
  }
}
