import type { Outcome } from '../../model/finding.ts';
import type { Change } from './parts.ts';
import type { EditValue, Path } from './render.ts';
import { sameValue } from './same-value.ts';
import { type PlainValue, plainValue, type YamlNode } from './tree.ts';

/** What a document should say after a change at `path`. */
export function afterChange(before: PlainValue, path: Path, change: Change): PlainValue {
  return change.kind === 'set' ? withValue(before, path, change.value) : withoutValue(before, path);
}

/** One of many changes. */
interface Placed {
  readonly path: Path;
  readonly change: Change;
}

/** The same after many, in one pass: a map is copied once, not once for each of its keys. */
export function afterChanges(before: PlainValue, changes: readonly Placed[]): PlainValue {
  if (changes.some(({ path }) => typeof path[0] !== 'string'))
    return changes.reduce((now, { path, change }) => afterChange(now, path, change), before);
  const makes = changes.some(({ change }) => change.kind === 'set');
  if (!isMap(before) && !makes) return before;
  const map = new Map(isMap(before) ? Object.entries(before) : []);
  for (const [key, below] of byFirstKey(changes)) {
    const there = map.get(key);
    if (below.every(({ path }) => path.length > 0)) {
      const sets = below.some(({ change }) => change.kind === 'set');
      if (sets || there !== undefined) map.set(key, afterChanges(there ?? null, below));
      continue;
    }
    const now = below.reduce<PlainValue>(
      (own, { path, change }) => afterChange(own, [key, ...path], change),
      there === undefined ? {} : { [key]: there },
    );
    const value = isMap(now) ? now[key] : undefined;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
  return Object.fromEntries(map);
}

function byFirstKey(changes: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const { path, change } of changes) {
    const key = String(path[0]);
    const group = groups.get(key) ?? [];
    group.push({ path: path.slice(1), change });
    groups.set(key, group);
  }
  return groups;
}

/** Whether a text reads as it should; `expected` is settled already. */
export function readsAs(
  after: Outcome<YamlNode>,
  expected: PlainValue,
): after is Extract<Outcome<YamlNode>, { ok: true }> {
  return after.ok && sameValue(settled(plainValue(after.value)), expected);
}

/** An empty section, `null`, `{}` and `[]` mean the same to every reader: nothing there. */
export function settled(value: PlainValue): PlainValue {
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
