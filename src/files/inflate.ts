import { inflateSync } from 'node:zlib';

/**
 * What bytes in zlib's format hold, and how many of them it took: what the press unpacks the streams of a PDF with
 * (`press/tools.ts`). Nothing beyond `limit` bytes is ever in memory; `too-much` = there would be more.
 */
export function inflate(
  raw: Uint8Array,
  limit: number,
): { readonly bytes: Uint8Array; readonly used: number } | 'spoiled' | 'too-much' {
  try {
    // `info` is not in the published types: it gives what inflated as well.
    const options: object = { maxOutputLength: limit, info: true };
    const said: unknown = inflateSync(raw, options);
    if (typeof said !== 'object' || said === null || !('buffer' in said) || !('engine' in said))
      return 'spoiled';
    const { buffer, engine } = said;
    if (!(buffer instanceof Uint8Array) || typeof engine !== 'object' || engine === null) return 'spoiled';
    return { bytes: buffer, used: 'bytesWritten' in engine ? Number(engine.bytesWritten) : 0 };
  } catch (error) {
    return error instanceof RangeError ? 'too-much' : 'spoiled';
  }
}
