import type { Finding } from '../../model/finding.ts';
import type { Range } from '../../model/text.ts';
import { clip } from '../fullwidth.ts';
import { lineBegin, lineEnd } from '../layout.ts';
import { type LineIndex, locate } from '../positions.ts';
import type { YamlNode, YamlScalar } from './tree.ts';

/** A comment from its `#` to the end of its line, and what stands before it there. */
export interface YamlComment {
  readonly start: number;
  readonly end: number;
  /** The key, value or block text that ends nearest before it; `null` = none does. */
  readonly behind: Leaf | null;
}

/** A key or a value without anything in it. */
interface Leaf {
  readonly range: Range;
  /** `null` for a key. */
  readonly scalar: YamlScalar | null;
}

/** Every comment of a text in its order, those behind the `|` or `>` of a block text too. */
export function commentsOf(text: string, root: YamlNode): readonly YamlComment[] {
  const comments: YamlComment[] = [];
  let last: Leaf | null = null;
  let from = 0;
  // Between two leaves stand only spaces, marks and comments: each `#` there begins one.
  const gap = (until: number): void => {
    for (let at = hashBefore(text, from, until); at !== -1; at = hashBefore(text, from, until)) {
      from = Math.min(lineEnd(text, at), until);
      comments.push({ start: at, end: from, behind: last });
    }
    from = until;
  };
  for (const leaf of leavesOf(root)) {
    gap(leaf.range.start);
    last = leaf;
    if (isBlockText(text, leaf)) gap(lineEnd(text, leaf.range.start));
    from = leaf.range.end;
  }
  gap(text.length);
  return comments;
}

/** Whether a key or value is a block text: the one scalar that holds a comment, on its first line. */
export const isBlockText = (text: string, { range }: Pick<Leaf, 'range'>): boolean =>
  text[range.start] === '|' || text[range.start] === '>';

function hashBefore(text: string, from: number, until: number): number {
  // `indexOf` would look through the whole text behind a stretch that has none.
  for (let at = from; at < until; at++) if (text.charCodeAt(at) === 35) return at;
  return -1;
}

function* leavesOf(node: YamlNode): Generator<Leaf> {
  if (node.kind === 'scalar') {
    if (node.range.end > node.range.start) yield { range: node.range, scalar: node };
  } else if (node.kind === 'seq') {
    for (const item of node.items) yield* leavesOf(item);
  } else {
    for (const { keyRange, value } of node.entries) {
      if (keyRange.end > keyRange.start) yield { range: keyRange, scalar: null };
      yield* leavesOf(value);
    }
  }
}

/** Nearly all files have none, and then nobody walks their tree. Lines of `#####` only adorn. */
const GLUED = /[ \t]#[^\s#=*~_-]/;

/**
 * Comments that look as if they were meant to belong to a value: `課題 #12` is 課題 to YAML. What tells them from real ones
 * is the missing space behind the `#`, as nobody writes it who means a comment.
 */
export function cutValues(text: string, root: YamlNode, lines: LineIndex): readonly Finding[] {
  if (!GLUED.test(text)) return [];
  return commentsOf(text, root).flatMap((comment): readonly Finding[] => {
    const { start, end } = comment;
    if (!GLUED.test(text.slice(start - 1, start + 2)) || !cutsValue(text, comment)) return [];
    const location = locate(lines, start);
    return [
      { severity: 'warning', code: 'yaml-hash-cuts', args: { text: clip(text.slice(start, end)) }, location },
    ];
  });
}

function cutsValue(text: string, { start, behind }: YamlComment): boolean {
  const line = lineBegin(text, start);
  const head = text.slice(Math.max(line, behind?.range.end ?? 0), start).trim();
  // Behind a value or on the line of a key or dash that has none yet; behind a bracket or comma something is complete.
  if (behind !== null && behind.range.end > line)
    return head === '' ? !isBlockText(text, behind) : /^:$|(?:^|\s)-$/.test(head);
  if (head !== '') return /(?:^|\s)-$|^:$/.test(head);
  return behind !== null && goesOn(text, behind, line, start);
}

/** A line of its own, level with the text of several lines right above it: its next line, to whoever wrote it. */
function goesOn(text: string, { range, scalar }: Leaf, line: number, at: number): boolean {
  if (scalar?.plain !== true || text.slice(range.end, line).trim() !== '') return false;
  const above = lineBegin(text, range.end);
  const own = above > range.start || text.slice(above, range.start).trim() === '';
  const indent = /^[ \t]*/.exec(text.slice(above, range.end))?.[0].length ?? 0;
  return own && at - line === indent && text.slice(range.end, line).split('\n').length === 2;
}
