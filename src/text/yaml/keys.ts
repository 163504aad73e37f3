import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { YamlNode } from './tree.ts';

/** A key, and whether a mapping or a list stands behind it. */
export interface TopKey {
  readonly key: string;
  readonly nested: boolean;
}

/** Keys of the first mapping in a tree, whether it is the whole document or stands in a list. */
export function firstKeys(node: YamlNode): readonly TopKey[] | null {
  if (node.kind === 'map')
    return node.entries.map(({ key, value }) => ({ key, nested: value.kind !== 'scalar' }));
  if (node.kind === 'scalar') return null;
  for (const item of node.items) {
    const keys = firstKeys(item);
    if (keys !== null) return keys;
  }
  return null;
}

/**
 * The same of every document in a text, also where anchors, tags, keys that stand twice or a second document keep it
 * from being read: what a file is can be told before all of it is sound. `null` where it is no YAML.
 */
export function firstKeysOfAll(text: string, depth: number): readonly (readonly TopKey[])[] | null {
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: depth });
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
  const found: TopKey[][] = [];
  let keys: TopKey[] | null = null;
  // What is open, from the outside in; of the first mapping only the nodes directly in it are counted.
  const open: Event[] = [];
  let mapping: Event | null = null;
  let nodes = 0;
  let name = '';
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      if (open.pop() === mapping) mapping = null;
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) keys = null;
    const isHere = mapping !== null && open.at(-1) === mapping;
    if (isHere && nodes++ % 2 === 0) name = event.type === EVENT_ID.SCALAR ? scalarText(text, event) : '';
    else if (isHere)
      keys?.push({
        key: name,
        nested: event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE,
      });
    if (event.type === EVENT_ID.MAPPING && keys === null) {
      keys = [];
      found.push(keys);
      mapping = event;
      nodes = 0;
    }
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) open.push(event);
  }
  return found;
}

const scalarText = (text: string, event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): string =>
  event.valueStart < 0 ? '' : getScalarValue(text, event);
