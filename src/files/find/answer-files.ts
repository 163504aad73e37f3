import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { MAX_BYTES } from '../../text/decode.ts';
import { type FileKind, kindOfBytes } from './answer-kind.ts';

/** What a file is; of one too large to be read, by its beginning. Throws where it cannot be opened. */
export const kindOfFile = (path: string): FileKind => kindOfBytes(beginningOf(path));

function beginningOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    // One byte more than may be read tells that there is more.
    const bytes = Buffer.alloc(Math.min(MAX_BYTES + 1, statSync(path).size));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
