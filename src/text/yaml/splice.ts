import { columnOf, contentEnd, eolOf, lineBegin, lineEnd, nextLine, stepOf } from '../layout.ts';
import { type EditValue, type Path, render, renderItem, renderNested, renderSections } from './render.ts';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode, type YamlSeq } from './tree.ts';

/** One stretch of a text and what stands there afterwards; everything else stays byte for byte. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where the walk along a path has come to. */
interface Spot {
  readonly node: YamlNode;
  /** Offset behind the colon or dash the node belongs to. */
  readonly behind: number;
  /** Column of the key it belongs to. */
  readonly indent: number;
  readonly inFlow: boolean;
}

/** The stretch to change so that `value` stands at `path`. */
export function spliceFor(text: string, root: YamlNode, path: Path, value: EditValue): Splice {
  if (isEmpty(root) && path.length > 0) return firstEntry(text, root, path, value);
  let spot: Spot = { node: root, behind: 0, indent: 0, inFlow: false };
  for (const [depth, key] of path.entries()) {
    const next = step(text, spot, key);
    if (next === null) {
      if (typeof key === 'number') return addItem(text, spot, value);
      return addEntry(text, spot, path.slice(depth), value);
    }
    spot = next;
  }
  return replacement(text, spot, value);
}

/** Into a file of nothing but comments, or of nothing at all. */
function firstEntry(text: string, { range }: YamlNode, path: Path, value: EditValue): Splice {
  const added = renderSections(path, value, '', stepOf(text), eolOf(text));
  if (range.start < range.end) return { ...range, text: added };
  const ownLine = text === '' || /[\r\n]$/.test(text);
  return {
    start: text.length,
    end: text.length,
    text: `${ownLine ? '' : eolOf(text)}${added}${eolOf(text)}`,
  };
}

function step(text: string, { node, inFlow, indent }: Spot, key: string | number): Spot | null {
  if (typeof key === 'number') {
    const item = node.kind === 'seq' ? node.items[key] : undefined;
    return item && node.kind === 'seq'
      ? { node: item, behind: item.range.start, indent, inFlow: inFlow || node.flow }
      : null;
  }
  const entry = node.kind === 'map' ? entryOf(node, key) : undefined;
  if (entry === undefined || node.kind !== 'map') return null;
  const colon = text.indexOf(':', entry.keyRange.end);
  const behind = colon === -1 || colon >= entry.value.range.start ? entry.value.range.start : colon + 1;
  return {
    node: entry.value,
    behind,
    indent: columnOf(text, entry.keyRange.start),
    inFlow: inFlow || node.flow,
  };
}

function replacement(text: string, { node, behind }: Spot, value: EditValue): Splice {
  const { start, end } = node.range;
  if (start === end) return { start, end, text: `${needsColon(text, start) ? ':' : ''} ${render(value)}` };
  if (node.kind === 'scalar' || node.flow) {
    // Many a program takes a tab there for indentation.
    const tabbed = /^[ \t]*\t[ \t]*$/.test(text.slice(behind, start));
    const written = tabbed ? { start: behind, text: ` ${render(value)}` } : { start, text: render(value) };
    return { ...written, end: nodeEnd(text, node) };
  }
  // A block list may stand no deeper than its key; one line cannot. It moves up, the comment above it behind it.
  return {
    start: behind,
    end: nodeEnd(text, node),
    text: ` ${render(value)}${text.slice(behind, contentEnd(text, behind, start))}`,
  };
}

/** `{a}` is YAML's short way to say `{a: null}`: its value has no colon to stand behind. */
function needsColon(text: string, at: number): boolean {
  const before = text[at - 1];
  return before !== ':' && before !== '-' && before !== '[' && before !== ',';
}

function addEntry(text: string, spot: Spot, path: Path, value: EditValue): Splice {
  const { node, indent } = spot;
  if (node.kind === 'map' && node.flow)
    return addToFlow(text, node.entries.at(-1)?.value, node, renderNested(path, value));
  if (node.kind === 'map') {
    const column = columnOf(text, node.range.start);
    return lineAfter(text, node, renderSections(path, value, ' '.repeat(column), stepOf(text), eolOf(text)));
  }
  if (isEmpty(node) && !spot.inFlow) {
    return section(
      text,
      spot,
      renderSections(path, value, ' '.repeat(indent) + stepOf(text), stepOf(text), eolOf(text)),
    );
  }
  const { start, end } = node.range;
  const before = start < end ? '' : needsColon(text, start) ? ': ' : ' ';
  return { start, end: nodeEnd(text, node), text: `${before}{${renderNested(path, value)}}` };
}

function addItem(text: string, spot: Spot, value: EditValue): Splice {
  const { node, indent } = spot;
  if (node.kind === 'seq' && node.flow) return addToFlow(text, node.items.at(-1), node, render(value));
  if (node.kind === 'seq') {
    return lineAfter(
      text,
      node,
      renderItem(value, ' '.repeat(columnOf(text, node.range.start)), eolOf(text)),
    );
  }
  if (isEmpty(node) && !spot.inFlow) {
    return section(text, spot, renderItem(value, ' '.repeat(indent) + stepOf(text), eolOf(text)));
  }
  return replacement(text, spot, [value]);
}

function addToFlow(text: string, last: YamlNode | undefined, node: YamlMap | YamlSeq, added: string): Splice {
  if (last === undefined) return { start: node.range.start + 1, end: node.range.start + 1, text: added };
  const at = last.range.end;
  // `{a:` followed by a comma: the colon has to stay one.
  return {
    start: at,
    end: at,
    text: `${text[at - 1] === ':' && last.range.start === at ? ' ' : ''}, ${added}`,
  };
}

/** A new line behind the one on which a block ends, so that the comment behind its last value stays there. */
function lineAfter(text: string, node: YamlNode, added: string): Splice {
  const eol = eolOf(text);
  const at = node.range.end;
  if (text[at - 1] === '\n') return { start: at, end: at, text: added + eol };
  const end = lineEnd(text, at);
  return { start: end, end, text: eol + added };
}

/** The first content of a section that stands empty (or says `null`), below its line and the comment on it. */
function section(text: string, { node, behind }: Spot, added: string): Splice {
  const until = lineEnd(text, node.range.end);
  const comment = text.slice(node.range.end, contentEnd(text, node.range.end, until));
  return { start: behind, end: until, text: `${comment}${eolOf(text)}${added}` };
}

/** The stretch to take out so that there is no entry at `path`; `null` where there is none. */
export function removal(text: string, root: YamlNode, path: Path): Splice | null {
  let node: YamlNode = root;
  for (const key of path.slice(0, -1)) {
    const next = childAt(node, key);
    if (next === undefined) return null;
    node = next;
  }
  const last = path.at(-1);
  if (node.kind === 'seq' && typeof last === 'number') return itemRemoval(text, node, last);
  if (node.kind !== 'map') return null;
  const index = node.entries.findIndex((entry) => entry.key === last);
  const entry = node.entries[index];
  if (entry === undefined) return null;
  return node.flow ? flowRemoval(node, index, entry) : blockRemoval(text, node, index, entry);
}

function childAt(node: YamlNode, key: string | number): YamlNode | undefined {
  if (typeof key === 'number') return node.kind === 'seq' ? node.items[key] : undefined;
  return node.kind === 'map' ? entryOf(node, key)?.value : undefined;
}

/** The lines of a list entry from its dash on; the comment above the next entry stays. */
function itemRemoval(text: string, seq: YamlSeq, index: number): Splice | null {
  const item = seq.items[index];
  if (item === undefined) return null;
  if (seq.flow) {
    const next = seq.items[index + 1];
    if (next) return { start: item.range.start, end: next.range.start, text: '' };
    return { start: seq.items[index - 1]?.range.end ?? item.range.start, end: item.range.end, text: '' };
  }
  const start = lineBegin(text, dashBefore(text, item.range.start));
  const until = item.range.end;
  const end = text[until - 1] === '\n' ? until : nextLine(text, until);
  const last = end === text.length && !/[\r\n]$/.test(text);
  return { start: last ? start - (text.slice(0, start).endsWith('\r\n') ? 2 : 1) : start, end, text: '' };
}

/** The dash a list entry hangs on: a comment may stand between the two. */
function dashBefore(text: string, at: number): number {
  for (let line = lineBegin(text, at); ; line = lineBegin(text, line - 1)) {
    const dash = /^\s*(?=-(?:\s|$))/.exec(text.slice(line, Math.max(at, line + 1)));
    if (dash !== null) return line + dash[0].length;
    if (line === 0) return at;
  }
}

function flowRemoval(map: YamlMap, index: number, entry: YamlEntry): Splice {
  const next = map.entries[index + 1];
  const previous = map.entries[index - 1];
  if (next) return { start: entry.keyRange.start, end: next.keyRange.start, text: '' };
  return { start: previous?.value.range.end ?? entry.keyRange.start, end: entry.value.range.end, text: '' };
}

function blockRemoval(text: string, map: YamlMap, index: number, entry: YamlEntry): Splice {
  const start = lineBegin(text, entry.keyRange.start);
  const next = map.entries[index + 1];
  const ownLine = text.slice(start, entry.keyRange.start).trim() === '';
  if (!ownLine && next) return { start: entry.keyRange.start, end: next.keyRange.start, text: '' };
  const valueEnd = entry.value.range.end;
  const end = text[valueEnd - 1] === '\n' ? valueEnd : nextLine(text, valueEnd);
  // `- a: 1` with nothing else: the dash keeps an empty map. So does the document itself.
  if (!ownLine || (map.entries.length === 1 && columnOf(text, entry.keyRange.start) === 0)) {
    return { start: entry.keyRange.start, end: nodeEnd(text, entry.value), text: '{}' };
  }
  // Without a line end behind it, the one before goes.
  const last = end === text.length && !/[\r\n]$/.test(text);
  return { start: last ? start - (text.slice(0, start).endsWith('\r\n') ? 2 : 1) : start, end, text: '' };
}

/** Where the content of a value ends: a block text reaches over its last line end, which is not its own to give away. */
function nodeEnd(text: string, { range: { start, end } }: YamlNode): number {
  return contentEnd(text, start, end);
}

function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The stretch `# key: word` of such a line behind `from`, without the comment that follows it. */
export function preparedLine(text: string, key: string, from: number): Pick<Splice, 'start' | 'end'> | null {
  let start = lineBegin(text, from);
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const content = line.trimStart();
    const bare = content.replace(/^#\s*/, '');
    // With one word at most: what a person wrote there is theirs.
    if (
      content.startsWith('#') &&
      bare.startsWith(`${key}:`) &&
      /^[^\s#]*\s*(?:#|$)/.test(bare.slice(key.length + 1).trimStart())
    ) {
      const begin = start + line.length - content.length;
      const comment = /(?<!\s)\s+#/.exec(line.slice(line.indexOf(`${key}:`)));
      const length = comment ? line.indexOf(`${key}:`) + comment.index : line.trimEnd().length;
      return { start: begin, end: start + length };
    }
    start = nextLine(text, start);
  }
  return null;
}
