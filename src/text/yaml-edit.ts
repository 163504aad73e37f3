import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../model/finding.ts';
import { eolOf, lineEnd } from './layout.ts';
import { firstOf, isTooLong } from './longest.ts';
import { indexLines, locate } from './positions.ts';
import { parseYaml } from './yaml.ts';
import { commentsOf, type YamlComment } from './yaml-comments.ts';
import type { Change } from './yaml-parts.ts';
import { type EditValue, type Path, renderEntry } from './yaml-render.ts';
import { rewrites } from './yaml-rewrite.ts';
import { preparedLine, removal, type Splice, spliceFor } from './yaml-splice.ts';
import { entryOf, type PlainValue, plainValue, type YamlNode } from './yaml-tree.ts';

/**
 * `text` with the value at `path` set. Sections that are missing are made; comments, order, quoting and line ends of
 * everything else stay as they are. The findings are those of a text that is no sound YAML to begin with.
 */
export function setValue(text: string, path: Path, value: EditValue): Outcome<string> {
  return edited(text, path, { kind: 'set', value });
}

/**
 * Whether the value is what is read of a longer text that stands there already: who confirms what they were shown did
 * not mean the rest of it to go.
 */
function isBegun(root: YamlNode, path: Path, value: EditValue): boolean {
  if (typeof value !== 'string') return false;
  let node: YamlNode | undefined = root;
  for (const key of path) {
    if (typeof key === 'number') node = node?.kind === 'seq' ? node.items[key] : undefined;
    else node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  }
  const there = node?.kind === 'scalar' ? node.text.trim() : '';
  return isTooLong(there) && firstOf(there) === value;
}

/**
 * As {@link setValue}, but where a comment line `# key: …` stands ready for a new entry, the entry takes its place and
 * the comment behind it stays: a file keeps the order its author gave it.
 */
export function setPrepared(
  text: string,
  path: readonly [string, string],
  value: EditValue,
): Outcome<string> {
  const before = parseYaml(text);
  if (!before.ok) return before;
  const plain = plainValue(before.value);
  const [section, key] = path;
  const there = before.value.kind === 'map' ? entryOf(before.value, section) : undefined;
  if (there === undefined || (there.value.kind === 'map' && entryOf(there.value, key)))
    return setValue(text, path, value);
  const line = preparedLine(text, key, there.keyRange.end);
  if (line === null) return setValue(text, path, value);
  const result = spliced(text, { ...line, text: renderEntry(key, value) });
  // A line that is no comment after all, or stands where no entry can, is left as it is.
  if (!readsAs(parseYaml(result), settled(withValue(plain, path, value)))) return setValue(text, path, value);
  return { ok: true, value: result, findings: [] };
}

/**
 * `text` without the entry at `path`; nothing changes where there is none. Comments about an entry stay on a line of their
 * own; with an item of a list goes what was said in it.
 */
export function removeValue(text: string, path: Path): Outcome<string> {
  return edited(text, path, { kind: 'remove' });
}

/**
 * The first way to write a change after which the text reads as it was meant, has every comment it had, and gives rise to
 * no new warning. How a person lays out a file is no reason to lose what they typed: there is always one, unless the
 * file grows too large.
 */
function edited(text: string, path: Path, change: Change): Outcome<string> {
  const before = parseYaml(text);
  if (!before.ok) return before;
  const root = before.value;
  const splice = spliceOf(text, root, path, change);
  if (splice === null) return { ok: true, value: text, findings: [] };
  const plain = plainValue(root);
  const expected = settled(
    change.kind === 'set' ? withValue(plain, path, change.value) : withoutValue(plain, path),
  );
  const kept = keptComments(text, root, path, change);
  let warned: string | null = null;
  for (const way of ways(text, root, path, change, splice)) {
    const result = spliced(text, way);
    const after = parseYaml(result);
    // The one thing a good edit can break: it makes the file larger than may be.
    if (!after.ok && after.findings.some(({ code }) => code === 'file-too-large')) return after;
    if (!readsAs(after, expected) || !hasAll(result, after.value, kept)) continue;
    if (after.findings.length <= before.findings.length) return { ok: true, value: result, findings: [] };
    warned ??= result;
  }
  if (warned !== null) return { ok: true, value: warned, findings: [] };
  const location = locate(indexLines(text), splice.start);
  return {
    ok: false,
    findings: [{ severity: 'error', code: 'edit-not-possible', args: { path: path.join('.') }, location }],
  };
}

function spliceOf(text: string, root: YamlNode, path: Path, change: Change): Splice | null {
  if (change.kind === 'remove') return removal(text, root, path);
  return isBegun(root, path, change.value) ? null : spliceFor(text, root, path, change.value);
}

/** From the smallest change of the text to the largest. */
function* ways(text: string, root: YamlNode, path: Path, change: Change, splice: Splice): Generator<Splice> {
  yield splice;
  const stretch = commentsOf(text, root).filter(({ start }) => start >= splice.start && start < splice.end);
  const inside = stretch.map(({ start, end }) => text.slice(start, end).trimEnd());
  const behind = text.slice(splice.end, lineEnd(text, splice.end)).trim();
  const first = stretch[0]?.start ?? splice.end;
  const onItsLine = inside.length === 1 && behind === '' && first <= lineEnd(text, splice.start);
  // The comment behind the `|` of a text stays on its line.
  if (change.kind === 'set' && onItsLine) yield { ...splice, text: `${splice.text} ${inside.join('')}` };
  if (change.kind === 'remove' && splice.text === '' && inside.length > 0) {
    const indent = /^[ \t]*/.exec(text.slice(splice.start))?.[0] ?? '';
    yield { ...splice, text: inside.map((comment) => `${indent}${comment}${eolOf(text)}`).join('') };
  }
  yield* rewrites(text, root, path, change);
}

/** Every comment by how often it stands there; what is said within an item that goes need not stay. */
function keptComments(text: string, root: YamlNode, path: Path, change: Change): ReadonlyMap<string, number> {
  const gone = change.kind === 'remove' && typeof path.at(-1) === 'number' ? removal(text, root, path) : null;
  const kept = commentsOf(text, root).filter(
    ({ start }) => gone === null || start < gone.start || start >= gone.end,
  );
  return counted(text, kept);
}

function hasAll(text: string, root: YamlNode, kept: ReadonlyMap<string, number>): boolean {
  const there = counted(text, commentsOf(text, root));
  return [...kept].every(([comment, times]) => (there.get(comment) ?? 0) >= times);
}

function counted(text: string, comments: readonly YamlComment[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { start, end } of comments) {
    const comment = text.slice(start, end).trimEnd();
    times.set(comment, (times.get(comment) ?? 0) + 1);
  }
  return times;
}

function spliced(text: string, splice: Splice): string {
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

/** `expected` is settled already. */
function readsAs(
  after: Outcome<YamlNode>,
  expected: PlainValue,
): after is Extract<Outcome<YamlNode>, { ok: true }> {
  return after.ok && isDeepStrictEqual(settled(plainValue(after.value)), expected);
}

/** An empty section, `null`, `{}` and `[]` mean the same to every reader: nothing there. */
function settled(value: PlainValue): PlainValue {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, settled(part)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function withValue(before: PlainValue | undefined, path: Path, value: EditValue): PlainValue {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const items: readonly PlainValue[] = Array.isArray(before) ? before : [];
    const at = Math.min(key, items.length);
    return [...items.slice(0, at), withValue(items[at], rest, value), ...items.slice(at + 1)];
  }
  const map = isMap(before) ? before : {};
  return { ...map, [key]: withValue(map[key], rest, value) };
}

function withoutValue(before: PlainValue, path: Path): PlainValue {
  const [key = '', ...rest] = path;
  if (typeof key === 'number') {
    if (!Array.isArray(before) || before[key] === undefined) return before;
    const kept = rest.length > 0 ? [withoutValue(before[key], rest)] : [];
    return [...before.slice(0, key), ...kept, ...before.slice(key + 1)];
  }
  if (!isMap(before) || !Object.hasOwn(before, key)) return before;
  if (rest.length > 0) return { ...before, [key]: withoutValue(before[key] ?? null, rest) };
  return Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
}

function isMap(value: PlainValue | undefined): value is { readonly [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
