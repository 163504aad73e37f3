/**
 * What a PDF is made with, from whoever calls: the press knows no disk and packs nothing by itself, so that it runs
 * wherever bytes do. On this machine it is `files/shipped/press-tools.ts`.
 */
export interface PressTools {
  readonly fonts: FontFiles;
  readonly deflate: Deflate;
}

/** TrueType files. Who hands over the same object again has them parsed once. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For characters the two do not have; read at its first use, and most documents never need it. */
  readonly fallback: () => Uint8Array;
}

/**
 * Packs bytes in zlib's format (RFC 1950): `deflateSync` of node, `deflate` of pako. Both give the same bytes for the
 * same settings; another implementation gives a PDF of other bytes that shows the same.
 */
export type Deflate = (bytes: Uint8Array, settings: DeflateSettings) => Uint8Array;

export interface DeflateSettings {
  readonly level: 5;
  readonly memLevel: 9;
}

/**
 * Unpacks bytes in zlib's format and says how many of `raw` it took. Never holds more than `limit` bytes of what comes
 * out: `too-much` = there would be more. `spoiled` = it is no such format, or breaks off.
 */
export type Inflate = (raw: Uint8Array, limit: number) => Inflated | 'spoiled' | 'too-much';

export interface Inflated {
  readonly bytes: Uint8Array;
  /** How many bytes of `raw` it came from. */
  readonly used: number;
}
