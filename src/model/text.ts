/** The two languages everything a person reads is written in; Japanese is written first. */
export type Lang = 'ja' | 'en';

/** One piece of prose in both languages. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** Calendar date `YYYY-MM-DD`. Plain text: comparing two of them as strings compares the dates. */
export type IsoDate = string;

/** Half-open range of UTF-16 offsets `[start, end)` in a decoded text (BOM not counted). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; a column counts UTF-16 units, the BOM is not counted. */
export interface Location {
  readonly line: number;
  readonly column: number;
}
