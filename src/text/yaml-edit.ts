import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../model/finding.ts';
import { firstOf, isTooLong } from './longest.ts';
import { parseYaml } from './yaml.ts';
import { type EditValue, type Path, renderEntry } from './yaml-render.ts';
import { preparedLine, removal, type Splice, spliceFor } from './yaml-splice.ts';
import { entryOf, type PlainValue, plainValue, type YamlNode } from './yaml-tree.ts';

/**
 * `text` with the value at `path` set. Sections that are missing are made; comments, order, quoting and line ends of
 * everything else stay as they are. The findings are those of a text that is no sound YAML to begin with.
 */
export function setValue(text: string, path: Path, value: EditValue): Outcome<string> {
  return edited(
    text,
    (root) => (isBegun(root, path, value) ? null : spliceFor(text, root, path, value)),
    (before) => withValue(before, path, value),
  );
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
  if (!readsAs(parseYaml(result), withValue(plain, path, value))) return setValue(text, path, value);
  return { ok: true, value: result, findings: [] };
}

/**
 * `text` without the entry at `path`, its lines and the comment behind it; nothing changes where there is none.
 */
export function removeValue(text: string, path: Path): Outcome<string> {
  return edited(
    text,
    (root) => removal(text, root, path),
    (before) => withoutValue(before, path),
  );
}

function edited(
  text: string,
  find: (root: YamlNode) => Splice | null,
  expect: (before: PlainValue) => PlainValue,
): Outcome<string> {
  const before = parseYaml(text);
  if (!before.ok) return before;
  const splice = find(before.value);
  if (splice === null) return { ok: true, value: text, findings: [] };
  const result = spliced(text, splice);
  const after = parseYaml(result);
  // The one thing a good edit can break: it makes the file larger than may be.
  if (!after.ok && after.findings.some(({ code }) => code === 'file-too-large')) return after;
  if (readsAs(after, expect(plainValue(before.value)))) return { ok: true, value: result, findings: [] };
  // Never write what does not read back as meant: that is a defect of this file, and the file on disk stays whole.
  throw new Error(`an edit did not read back as meant: ${JSON.stringify(splice.text)}`);
}

function spliced(text: string, splice: Splice): string {
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

function readsAs(after: Outcome<YamlNode>, expected: PlainValue): boolean {
  return after.ok && isDeepStrictEqual(settled(plainValue(after.value)), settled(expected));
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
