import type { Inflate } from '../tools.ts';

/** What a PDF is made of (ISO 32000-1, 7.3). Text of names and strings holds one byte a character. */
export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | Dictionary
  | { readonly kind: 'ref'; readonly id: number };

export interface Dictionary {
  readonly kind: 'dictionary';
  /** Without entries of `null`: those are as good as absent. */
  readonly entries: ReadonlyMap<string, Value>;
}

export interface PdfObject {
  /** Of a stream, its dictionary. */
  readonly value: Value;
  /** The bytes of a stream as they stand in the file. */
  readonly raw: Uint8Array | null;
}

export const NULL: Value = { kind: 'null' };
export const EMPTY: Dictionary = { kind: 'dictionary', entries: new Map() };

/** A PDF that breaks the rules, or uses one we do not read: programs may well show it each in its own way. */
export class Unreadable extends Error {
  /** The byte it was noticed at. */
  readonly at: number;
  constructor(at: number, why: string) {
    super(`${why} at byte ${at}`);
    this.at = at;
  }
}

/** What reading one file may cost in all, and what unpacks its streams. */
export interface Budget {
  /** Numbers, names, brackets …, of which a plan has a hundred thousand. */
  values: number;
  /** Bytes that come out of compressed streams. */
  inflated: number;
  readonly inflate: Inflate;
}

export const nameOf = (value: Value | undefined): string | null =>
  value?.kind === 'name' ? value.value : null;

export const wholeOf = (value: Value | undefined): number | null =>
  value?.kind === 'number' && value.whole && value.value >= 0 ? value.value : null;
