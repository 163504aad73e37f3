import type { Sha256 } from '../../model/sha256.ts';
import type { DecodedText } from '../../text/decode.ts';

/** How two files write the same answers: `words` = comments, order, quotes, spaces, the encoding. */
export type Writing = 'lineEnds' | 'mark' | 'lastLine' | 'words';

export interface WrittenFile {
  readonly decoded: DecodedText;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

/**
 * In what the given file is written otherwise than the one of that SHA-256, of which the bytes may not be at hand: what
 * git and editors change of themselves is tried out.
 */
export function writtenOtherwise(file: WrittenFile, hash: string, sha256: Sha256): readonly Writing[] {
  if (file.sha256 === hash) return [];
  const { decoded } = file;
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
