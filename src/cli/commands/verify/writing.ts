import { createHash } from 'node:crypto';
import type { AnswerFile } from '../../answer-file.ts';

/** How two files write the same answers: `words` = comments, order, quotes, spaces, the encoding. */
export type Writing = 'lineEnds' | 'mark' | 'lastLine' | 'words';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * In what the given file is written otherwise than the one of that SHA-256, of which the bytes may not be at hand: what
 * git and editors change of themselves is tried out.
 */
export function writtenOtherwise({ decoded, bytes }: AnswerFile, hash: string): readonly Writing[] {
  if (sha256(bytes) === hash) return [];
  const text = decoded.text.replaceAll('\r\n', '\n');
  const body = text.replace(/\n+$/, '');
  for (const mark of [decoded.bom, !decoded.bom])
    for (const eol of [decoded.eol, decoded.eol === '\n' ? '\r\n' : '\n'])
      for (const last of [text.slice(body.length), '\n', '']) {
        if (sha256(`${mark ? '\uFEFF' : ''}${(body + last).replaceAll('\n', eol)}`) !== hash) continue;
        const changed: readonly (Writing | null)[] = [
          eol === decoded.eol ? null : 'lineEnds',
          mark === decoded.bom ? null : 'mark',
          last === text.slice(body.length) ? null : 'lastLine',
        ];
        const told = changed.filter((writing) => writing !== null);
        // Ends of both kinds in one file became all of one kind.
        return told.length > 0 ? told : ['lineEnds'];
      }
  return ['words'];
}
