import type { Range } from '../../model/text.ts';
import { oncePer } from '../once-per.ts';

/** A YAML document with the place of everything in it. Ranges are offsets into the parsed text. */
export type YamlNode = YamlMap | YamlSeq | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  /** Block style: from the first key to the end of the last value. Flow style: with its braces. */
  readonly range: Range;
  /** Written as `{a: 1}`. */
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  /** With quotes, where it has them. */
  readonly keyRange: Range;
  /** A value that is not there is a null scalar with an empty range behind the colon. */
  readonly value: YamlNode;
}

export interface YamlSeq {
  readonly kind: 'seq';
  readonly range: Range;
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The content as text, whatever its type: `0123` stays `0123`. */
  readonly text: string;
  /** With quotes, or with the `|` of a block text. */
  readonly range: Range;
  /** Written without quotes and not as a block text. */
  readonly plain: boolean;
}

/** Value under `key`, or `undefined`. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.length > FEW ? byKey(map).get(key) : map.entries.find((entry) => entry.key === key);
}

/** So many are looked through; of a map of thousands each key is asked for once or twice. */
const FEW = 16;

const byKey = oncePer(({ entries }: YamlMap): ReadonlyMap<string, YamlEntry> => {
  const known = new Map<string, YamlEntry>();
  for (const entry of entries) if (!known.has(entry.key)) known.set(entry.key, entry);
  return known;
});

/** The node at a path of keys, or `undefined` where one of them is missing or no map. */
export function nodeAt(root: YamlNode, path: readonly string[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const key of path) node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  return node;
}

export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** The bare values of a tree, as any YAML library would give them. */
export function plainValue(node: YamlNode): PlainValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
}
