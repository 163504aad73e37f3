import { isBlockText } from './comments.ts';
import { type EditValue, type Path, render } from './render.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './tree.ts';

/** A value about to be written anew: what nobody changes keeps its spelling, its quotes and its brackets. */
export type Part =
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'map'; readonly flow: boolean; readonly entries: readonly PartEntry[] }
  | { readonly kind: 'seq'; readonly flow: boolean; readonly items: readonly Part[] };

interface PartEntry {
  readonly key: string;
  readonly source: string;
  readonly value: Part;
}

/** What is to become of a place in a document: a new value, or nothing. */
export type Change = { readonly kind: 'set'; readonly value: EditValue } | { readonly kind: 'remove' };

/** A part of a document as it stands in `text`. */
export function partOf(text: string, node: YamlNode): Part {
  if (node.kind === 'scalar') return { kind: 'one', source: sourceOf(text, node) };
  if (node.kind === 'seq')
    return { kind: 'seq', flow: node.flow, items: node.items.map((item) => partOf(text, item)) };
  const entries = node.entries.map((entry) => ({
    key: entry.key,
    source: keySource(text, entry),
    value: partOf(text, entry.value),
  }));
  return { kind: 'map', flow: node.flow, entries };
}

/** A key that is the same key within braces and without. */
const PLAIN_KEY = /^(?:[A-Za-z0-9_.-]+|"[^"\\\r\n]*"|'[^'\r\n]*')$/;

/** A key as it is to be written anew. */
export function keySource(text: string, { key, keyRange }: Pick<YamlEntry, 'key' | 'keyRange'>): string {
  const written = text.slice(keyRange.start, keyRange.end);
  return PLAIN_KEY.test(written) ? written : render(key);
}

/** On one line, and the same within braces and without: `0123` stays `0123`. */
function sourceOf(text: string, node: YamlScalar): string {
  const written = text.slice(node.range.start, node.range.end);
  const oneLine = !/[\r\n]/.test(written) && !isBlockText(text, node);
  if (oneLine && (!node.plain || typeof node.value !== 'string')) return written;
  return render(node.value);
}

const newPart = (value: EditValue): Part => ({ kind: 'one', source: render(value) });

/** `part` after a change at `path`; sections that are missing are made. */
export function changed(part: Part | undefined, path: Path, change: Change): Part {
  const [key, ...rest] = path;
  if (key === undefined) return change.kind === 'set' ? newPart(change.value) : newPart(null);
  const gone = rest.length === 0 && change.kind === 'remove';
  if (typeof key === 'number') {
    const seq = part?.kind === 'seq' ? part : { kind: 'seq' as const, flow: false, items: [] };
    const at = Math.min(key, seq.items.length);
    const put = gone ? [] : [changed(seq.items[at], rest, change)];
    return { ...seq, items: [...seq.items.slice(0, at), ...put, ...seq.items.slice(at + 1)] };
  }
  const map = part?.kind === 'map' ? part : { kind: 'map' as const, flow: false, entries: [] };
  const at = map.entries.findIndex((entry) => entry.key === key);
  const before = map.entries[at];
  const put = gone
    ? []
    : [{ key, source: before?.source ?? render(key), value: changed(before?.value, rest, change) }];
  const split = at === -1 ? map.entries.length : at;
  return { ...map, entries: [...map.entries.slice(0, split), ...put, ...map.entries.slice(split + 1)] };
}

/** How a file is laid out. */
export interface Layout {
  readonly step: string;
  readonly eol: string;
}

/** What stands behind the colon of a key at `indent`: a value on the same line, or entries on their own. */
export function behindColon(part: Part, indent: string, layout: Layout): string {
  if (part.kind === 'one') return part.source === '' ? '' : ` ${part.source}`;
  if (part.flow || isEmptyPart(part)) return ` ${inBrackets(part)}`;
  return `${layout.eol}${indent}${layout.step}${inLines(part, indent + layout.step, layout)}`;
}

/** An entry of a block map whose key stands at `indent`. */
export const entryLine = (
  { source, value }: Pick<PartEntry, 'source' | 'value'>,
  indent: string,
  layout: Layout,
): string => `${source}:${behindColon(value, indent, layout)}`;

/** A map or list in lines, of which the first is already indented. */
export function inLines(part: Part, indent: string, layout: Layout): string {
  if (part.kind === 'one' || isEmptyPart(part)) return inBrackets(part);
  const next = `${layout.eol}${indent}`;
  if (part.kind === 'map') return part.entries.map((entry) => entryLine(entry, indent, layout)).join(next);
  return part.items.map((item) => itemLine(item, indent, layout)).join(next);
}

/** An item of a block list whose dash stands at `indent`. */
export function itemLine(part: Part, indent: string, layout: Layout): string {
  if (part.kind === 'one' || part.flow || part.kind === 'seq') return `- ${inBrackets(part)}`;
  return `- ${inLines(part, `${indent}  `, layout)}`;
}

const isEmptyPart = (part: Part): boolean =>
  (part.kind === 'map' && part.entries.length === 0) || (part.kind === 'seq' && part.items.length === 0);

/** A value on one line. */
export function inBrackets(part: Part): string {
  if (part.kind === 'one') return part.source;
  // A comma with nothing before it is no item.
  if (part.kind === 'seq') return `[${part.items.map((item) => inBrackets(item) || 'null').join(', ')}]`;
  return `{${part.entries.map(({ source, value }) => `${source}: ${inBrackets(value)}`).join(', ')}}`;
}
