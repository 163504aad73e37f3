import type { Finding } from '../model/finding.ts';
import type { IsoDate, Location } from '../model/text.ts';
import { MAX_FINDINGS } from '../text/findings.ts';
import { clip } from '../text/fullwidth.ts';
import { hasWords } from '../text/has-words.ts';
import { firstOf, isTooLong, LONGEST_TEXT } from '../text/longest.ts';
import { nearest } from '../text/nearest.ts';
import { type LineIndex, locate } from '../text/positions.ts';
import { type Counted, countOf } from '../text/readers/counts.ts';
import { readDay } from '../text/readers/days.ts';
import { wrongCount, wrongDay } from '../text/readers/findings.ts';
import type { YamlEntry, YamlNode } from '../text/yaml/tree.ts';
import { isUnknownWord, meaningOf, perhaps, type WordTable } from './words.ts';

/** What the small readers share: where things stand, and the findings so far. Every reader returns `null` for "not given". */
export interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: Finding[];
}

/** The shape a value should have, shown as the YAML a person would type: no words, so the same in both languages. */
type Shape = '"…"' | '[…]' | '{…: …}';

export type Fields = ReadonlyMap<string, YamlEntry>;

export function placeOf(reading: Reading, node: YamlNode): Location {
  return locate(reading.lines, node.range.start);
}

export function isAbsent(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

/** The known word nearest to a wrong one. Past the limit of findings nobody reads it: then it is not worth its time. */
export function nearestKnown(reading: Reading, given: string, known: Iterable<string>): string | null {
  return reading.findings.length > MAX_FINDINGS ? null : nearest(given, known);
}

export function wrongType(reading: Reading, node: YamlNode, expected: Shape): null {
  const given = clip(reading.text.slice(node.range.start, Math.min(node.range.end, node.range.start + 200)));
  reading.findings.push({
    severity: 'error',
    code: 'wrong-type',
    args: { expected, given },
    location: placeOf(reading, node),
  });
  return null;
}

/** Entries of a map by key; keys that are not `known` get a warning. An absent map has no entries. */
export function readFields(
  reading: Reading,
  node: YamlNode | undefined,
  known: readonly string[],
  place: string,
): Fields {
  const fields = readEntries(reading, node);
  for (const [key, entry] of fields) if (!known.includes(key)) unknownKey(reading, key, entry, known, place);
  return fields;
}

/** Entries of a map whose keys are ids of some kind, checked by the caller. */
export function readEntries(reading: Reading, node: YamlNode | undefined): Fields {
  if (node === undefined || isAbsent(node)) return new Map();
  if (node.kind !== 'map') {
    wrongType(reading, node, '{…: …}');
    return new Map();
  }
  const fields = new Map<string, YamlEntry>();
  for (const entry of node.entries) fields.set(shortened(reading, entry.key, entry.keyRange.start), entry);
  return fields;
}

export function unknownKey(
  reading: Reading,
  key: string,
  entry: YamlEntry,
  known: readonly string[],
  place: string,
): void {
  const args = { key: clip(key), place, nearest: nearestKnown(reading, key, known) };
  reading.findings.push({
    severity: 'warning',
    code: 'unknown-key',
    args,
    location: locate(reading.lines, entry.keyRange.start),
  });
}

/** Items of a list; an absent one has none. */
export function readList(reading: Reading, node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || isAbsent(node)) return [];
  if (node.kind === 'seq') return node.items;
  wrongType(reading, node, '[…]');
  return [];
}

/** A list, or one value standing for a list of one. */
export function readOneOrMore(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'seq' ? node.items : [node];
}

/**
 * Text as it was typed: `0123` and `true` stay text. Blank is "not given". Of one that is too long the beginning counts;
 * the file keeps all of it.
 */
export function readText(reading: Reading, node: YamlNode | undefined): string | null {
  if (node === undefined || isAbsent(node)) return null;
  if (node.kind !== 'scalar') return wrongType(reading, node, '"…"');
  const text = node.text.trim();
  return text === '' ? null : shortened(reading, text, node.range.start);
}

function shortened(reading: Reading, text: string, offset: number): string {
  if (!isTooLong(text)) return text;
  reading.findings.push({
    severity: 'warning',
    code: 'too-long',
    args: { limit: LONGEST_TEXT },
    location: locate(reading.lines, offset),
  });
  return firstOf(text);
}

/** Why something is as it is: a text that says nothing (「-」, nothing visible) is no reason. */
export function readReason(reading: Reading, node: YamlNode | undefined): string | null {
  const text = readText(reading, node);
  return hasWords(text) ? text : null;
}

export function readDate(reading: Reading, node: YamlNode | undefined): IsoDate | null {
  const text = readText(reading, node);
  if (node === undefined || text === null) return null;
  const read = readDay(text);
  if (read.ok) return read.value;
  reading.findings.push({ ...wrongDay(text, read.could), location: placeOf(reading, node) });
  return null;
}

/** わからない is a fair answer to a number too, and reads as "not given". */
export function readNumber(reading: Reading, node: YamlNode | undefined, counted: Counted): number | null {
  const text = readText(reading, node);
  if (node === undefined || text === null || isUnknownWord(text)) return null;
  const read = countOf(node.kind === 'scalar' && typeof node.value === 'number' ? node.value : text, counted);
  if (read.ok) return read.value;
  reading.findings.push({ ...wrongCount(text, read), location: placeOf(reading, node) });
  return null;
}

/** What a word means, or `null` with a finding that lists the words there are. */
export function readWord<T>(reading: Reading, node: YamlNode | undefined, words: WordTable<T>): T | null {
  const text = readText(reading, node);
  if (node === undefined || node.kind !== 'scalar' || text === null) return null;
  const meaning = meaningOf(text, words);
  if (meaning !== undefined) return meaning;
  const args = {
    given: clip(text),
    allowed: words.offered,
    nearest: nearestWord(reading, text, node.value, words),
  };
  reading.findings.push({ severity: 'error', code: 'wrong-word', args, location: placeOf(reading, node) });
  return null;
}

/** `true` is YAML's own word, not one of ours: it is asked back, never guessed. */
function nearestWord<T>(reading: Reading, text: string, value: unknown, words: WordTable<T>): string | null {
  if (typeof value === 'boolean')
    return [value ? 'はい' : 'いいえ'].find((word) => words.meaning.has(word)) ?? null;
  return reading.findings.length > MAX_FINDINGS ? null : perhaps(text, words);
}

export function missing(reading: Reading, key: string, place: string, node: YamlNode): null {
  reading.findings.push({
    severity: 'error',
    code: 'missing-value',
    args: { key, place },
    location: placeOf(reading, node),
  });
  return null;
}
