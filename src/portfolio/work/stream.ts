import { MAX_BYTES } from '../../text/decode.ts';

/** A line of a stream, or that it was longer than any answer file. */
export interface StreamLine {
  /** 1-based. */
  readonly number: number;
  /** `null`: too long, its bytes were let go as they came. */
  readonly bytes: Uint8Array | null;
  readonly length: number;
}

const NEWLINE = 10;

/**
 * Lines of a stream of bytes; blank ones are passed over. Never holds more than one line of `limit` bytes and one block,
 * whatever comes in.
 */
export async function* streamLines(
  blocks: AsyncIterable<Uint8Array>,
  limit: number = MAX_BYTES,
): AsyncGenerator<StreamLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length <= limit) held.push(bytes);
    else held = [];
  };
  const end = (): StreamLine | null => {
    number++;
    const line = { number, bytes: length > limit ? null : Buffer.concat(held), length };
    held = [];
    length = 0;
    return line.bytes?.every(isBlank) === true ? null : line;
  };
  for await (const block of blocks) {
    let from = 0;
    for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, from)) {
      take(block.subarray(from, at));
      from = at + 1;
      const line = end();
      if (line !== null) yield line;
    }
    if (from < block.length) take(block.slice(from));
  }
  if (length > 0) {
    const line = end();
    if (line !== null) yield line;
  }
}

const isBlank = (byte: number): boolean => byte === 32 || byte === 9 || byte === 13;
