import type { Location } from '../model/text.ts';
import { indexLines, type LineIndex, locate } from '../text/positions.ts';
import { entryOf, type YamlNode } from '../text/yaml/tree.ts';

export type Path = readonly (string | number)[];

/** Where things stand in one answer file, also those that have no place of their own in `Answers`. */
export interface Places {
  /** The value at `path`; where it is missing, the key of the nearest thing around it; at worst the first line. */
  readonly at: (path: Path) => Location;
}

/** Lines are counted only when the first place is asked for: most files have nothing to show. */
export function placesIn(text: string, root: YamlNode): Places {
  let lines: LineIndex | undefined;
  return {
    at: (path) => {
      lines ??= indexLines(text);
      return locate(lines, offsetOf(root, path));
    },
  };
}

function offsetOf(root: YamlNode, path: Path): number {
  let node = root;
  let offset = root.range.start;
  for (const step of path) {
    if (typeof step === 'number') {
      const item = node.kind === 'seq' ? node.items[step] : undefined;
      if (item === undefined) return offset;
      node = item;
      offset = item.range.start;
      continue;
    }
    const entry = node.kind === 'map' ? entryOf(node, step) : undefined;
    if (entry === undefined) return offset;
    node = entry.value;
    // A block or a missing value is shown at its key, a written one at itself.
    offset =
      node.kind === 'scalar' && node.range.end > node.range.start ? node.range.start : entry.keyRange.start;
  }
  return offset;
}
