import { columnOf, contentEnd, eolOf, lineBegin, stepOf } from '../layout.ts';
import { commentsOf, type YamlComment } from './comments.ts';
import {
  type Change,
  changed,
  entryLine,
  inBrackets,
  inLines,
  itemLine,
  keySource,
  type Layout,
  type Part,
  partOf,
} from './parts.ts';
import type { Path } from './render.ts';
import type { Splice } from './splice.ts';
import type { YamlNode } from './tree.ts';

/** An entry or item on the way along a path, with all it holds. */
interface Stop {
  /** How many steps of the path lead here. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly write: (part: Part, indent: string, layout: Layout) => string;
  readonly node: YamlNode;
}

/**
 * Ways to write a change where a splice does not do: the one entry anew, in the plainest way there is; if not even that
 * reads back, the entry around it, at last the whole document. Comments in what is written anew stand above it.
 */
export function* rewrites(text: string, root: YamlNode, path: Path, change: Change): Generator<Splice> {
  const comments = commentsOf(text, root);
  const layout: Layout = { step: stepOf(text), eol: eolOf(text) };
  const stops = stopsAlong(text, root, path);
  for (const stop of stops.toReversed()) {
    // What is taken out is an entry of the one around it.
    if (change.kind === 'remove' && stop.depth === path.length) continue;
    const part = changed(partOf(text, stop.node), path.slice(stop.depth), change);
    const indent = ' '.repeat(columnOf(text, stop.start));
    const kept = keptAbove(text, comments, stop, indent, layout);
    yield { start: stop.start, end: stop.end, text: kept + stop.write(part, indent, layout) };
  }
  yield* wholeDocument(text, root, comments, changed(partOf(text, root), path, change), layout);
}

function* wholeDocument(
  text: string,
  root: YamlNode,
  comments: readonly YamlComment[],
  part: Part,
  layout: Layout,
): Generator<Splice> {
  const start = root.range.start;
  const end = contentEnd(text, root.range.start, root.range.end);
  const kept = keptAbove(text, comments, { start, end }, '', layout);
  // Behind `---` nothing but a comment or brackets may stand.
  const head = text.slice(lineBegin(text, start), start).trim() === '' ? '' : layout.eol;
  yield { start, end, text: head + kept + inLines(part, '', layout) };
  yield { start, end, text: head + kept + inBrackets(part) };
}

/** The comments of a stretch, each on a line of its own. */
function keptAbove(
  text: string,
  comments: readonly YamlComment[],
  { start, end }: Pick<Stop, 'start' | 'end'>,
  indent: string,
  { eol }: Layout,
): string {
  return comments
    .filter((comment) => comment.start >= start && comment.start < end)
    .map((comment) => `${text.slice(comment.start, comment.end)}${eol}${indent}`)
    .join('');
}

/** Entries and items a path leads through, as far as they stand on lines of their own. */
function stopsAlong(text: string, root: YamlNode, path: Path): readonly Stop[] {
  const stops: Stop[] = [];
  let node = root;
  for (const [i, key] of path.entries()) {
    if (node.kind === 'scalar' || node.flow) break;
    const stop = node.kind === 'map' ? entryStop(text, node, key, i + 1) : itemStop(text, node, key, i + 1);
    if (stop === null) break;
    stops.push(stop);
    node = stop.node;
  }
  return stops;
}

function entryStop(
  text: string,
  map: Extract<YamlNode, { kind: 'map' }>,
  key: string | number,
  depth: number,
): Stop | null {
  const entry = map.entries.find((candidate) => candidate.key === key);
  if (entry === undefined) return null;
  const start = markBefore(text, entry.keyRange.start, '?');
  const behind = Math.max(entry.keyRange.end, entry.value.range.end);
  const source = keySource(text, entry);
  return {
    depth,
    start,
    node: entry.value,
    end: contentEnd(text, start, behind),
    write: (value, indent, layout) => entryLine({ source, value }, indent, layout),
  };
}

function itemStop(
  text: string,
  seq: Extract<YamlNode, { kind: 'seq' }>,
  key: string | number,
  depth: number,
): Stop | null {
  const item = typeof key === 'number' ? seq.items[key] : undefined;
  if (item === undefined) return null;
  const start = markBefore(text, item.range.start, '-');
  return start === item.range.start
    ? null
    : { depth, start, node: item, end: contentEnd(text, start, item.range.end), write: itemLine };
}

/** Where the `?` or `-` stands that belongs to what begins at `at`; without one, `at` itself. */
function markBefore(text: string, at: number, mark: string): number {
  let from = at;
  while (from > 0 && ' \t\r\n'.includes(text[from - 1] ?? '')) from--;
  return from < at && text[from - 1] === mark ? from - 1 : at;
}
