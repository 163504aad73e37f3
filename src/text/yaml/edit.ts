import type { Outcome } from '../../model/finding.ts';
import { eolOf, lineEnd } from '../layout.ts';
import { firstOf, isTooLong } from '../longest.ts';
import { indexLines, locate } from '../positions.ts';
import { commentsOf, type YamlComment } from './comments.ts';
import { afterChange, afterChanges, readsAs, settled } from './meaning.ts';
import { parseYaml } from './parse.ts';
import type { Change } from './parts.ts';
import { type EditValue, type Path, renderEntry } from './render.ts';
import { rewrites } from './rewrite.ts';
import { preparedLine, removal, type Splice, spliceFor } from './splice.ts';
import { entryOf, plainValue, type YamlNode } from './tree.ts';

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
export function setPrepared(text: string, path: Path, value: EditValue): Outcome<string> {
  const before = parseYaml(text);
  if (!before.ok) return before;
  const splice = preparedSplice(text, before.value, path, value);
  if (splice === null) return setValue(text, path, value);
  const result = spliced(text, [splice]);
  const expected = settled(afterChange(plainValue(before.value), path, { kind: 'set', value }));
  // A line that is no comment after all, or stands where no entry can, is left as it is.
  if (!readsAs(parseYaml(result), expected)) return setValue(text, path, value);
  return { ok: true, value: result, findings: [] };
}

function preparedSplice(text: string, root: YamlNode, path: Path, value: EditValue): Splice | null {
  const [section, key] = path;
  if (path.length !== 2 || typeof section !== 'string' || typeof key !== 'string') return null;
  const there = root.kind === 'map' ? entryOf(root, section) : undefined;
  if (there === undefined || (there.value.kind === 'map' && entryOf(there.value, key))) return null;
  const line = preparedLine(text, key, there.keyRange.end);
  return line === null ? null : { ...line, text: renderEntry(key, value) };
}

/**
 * `text` without the entry at `path`; nothing changes where there is none. Comments about an entry stay on a line of their
 * own; with an item of a list goes what was said in it.
 */
export function removeValue(text: string, path: Path): Outcome<string> {
  return edited(text, path, { kind: 'remove' });
}

/** One of many changes of a text. */
export interface TextChange {
  readonly path: Path;
  readonly change: Change;
  /** A comment line that stands ready may be taken. */
  readonly prepared: boolean;
}

/**
 * `text` after all changes, each as {@link setValue}, {@link setPrepared} or {@link removeValue} makes it. They are made
 * together and read back once; where that does not do, in two halves, the second on what the first has made of the text.
 */
export function changeAll(text: string, changes: readonly TextChange[]): Outcome<string> {
  const [first] = changes;
  if (first === undefined) return { ok: true, value: text, findings: [] };
  if (changes.length === 1) return changeOne(text, first);
  const before = parseYaml(text);
  if (!before.ok) return before;
  const together = allAtOnce(text, before, changes);
  if (together !== null) return { ok: true, value: together, findings: [] };
  const half = Math.floor(changes.length / 2);
  const begun = changeAll(text, changes.slice(0, half));
  return begun.ok ? changeAll(begun.value, changes.slice(half)) : begun;
}

const changeOne = (text: string, { path, change, prepared }: TextChange): Outcome<string> =>
  prepared && change.kind === 'set' ? setPrepared(text, path, change.value) : edited(text, path, change);

function allAtOnce(
  text: string,
  { value: root, findings }: Extract<Outcome<YamlNode>, { ok: true }>,
  asked: readonly TextChange[],
): string | null {
  const changes = asked.filter(
    ({ path, change }) => change.kind === 'remove' || !isBegun(root, path, change.value),
  );
  const splices = changes.flatMap(({ path, change, prepared }) => {
    if (change.kind === 'remove') return removal(text, root, path) ?? [];
    const ready = prepared ? preparedSplice(text, root, path, change.value) : null;
    return ready ?? spliceFor(text, root, path, change.value);
  });
  // Sorting is stable: what is added at one place stays in the order it was asked for.
  const ordered = splices.toSorted((a, b) => a.start - b.start);
  if (ordered.some(({ start }, i) => start < (ordered[i - 1]?.end ?? 0))) return null;
  const result = spliced(text, ordered);
  const after = parseYaml(result);
  const expected = afterChanges(plainValue(root), changes);
  if (!readsAs(after, settled(expected)) || after.findings.length > findings.length) return null;
  const taken = new Set(ordered.filter(({ start }) => text[start] === '#').map(({ start }) => start));
  const kept = commentsOf(text, root).filter(({ start }) => !taken.has(start));
  return hasAll(result, after.value, counted(text, kept)) ? result : null;
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
  const expected = settled(afterChange(plain, path, change));
  const kept = keptComments(text, root, path, change);
  let warned: string | null = null;
  for (const way of ways(text, root, path, change, splice)) {
    const result = spliced(text, [way]);
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
  const inside = stretch.map(({ start, end }) => text.slice(start, end));
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
    const comment = text.slice(start, end);
    times.set(comment, (times.get(comment) ?? 0) + 1);
  }
  return times;
}

function spliced(text: string, ordered: readonly Splice[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: written } of ordered) {
    parts.push(text.slice(from, start), written);
    from = end;
  }
  return parts.join('') + text.slice(from);
}
