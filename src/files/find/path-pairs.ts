/** Which files of now and of then are the same by their names. */
export interface PathPairs {
  /** Name of now → name of then. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Names of now that might be several of then, or share one of then: nobody can tell. */
  readonly unclear: ReadonlyMap<string, readonly string[]>;
  /** Names of then that nothing of now goes with, in their order. */
  readonly left: readonly string[];
}

const composed = (path: string): string => path.normalize('NFC');
const withoutEnding = (path: string): string => composed(path).replace(/\.ya?ml$/i, '');

/**
 * A path without what differs between machines and hands: macOS takes letters and their marks apart (NFD), Windows does
 * not tell `C.yaml` from `c.yaml`, and people write `.yml` for `.yaml`. Two files of one key are one file by name.
 */
export const pathKey = (path: string): string => withoutEnding(path).toLowerCase();

/** From the surest likeness to the least: what the first tells apart, a later one cannot mix. */
const LIKENESS: readonly ((path: string) => string)[] = [(path) => path, composed, withoutEnding, pathKey];

/** Pairs paths one to one; the most alike first. */
export function pairPaths(now: Iterable<string>, then: Iterable<string>): PathPairs {
  const pairs = new Map<string, string>();
  const unclear = new Map<string, readonly string[]>();
  const here = new Set(now);
  const there = new Set(then);
  for (const keyOf of LIKENESS) {
    const groups = grouped(there, keyOf);
    for (const [key, mine] of grouped(here, keyOf)) {
      const theirs = groups.get(key) ?? [];
      const [one] = mine;
      const [other] = theirs;
      if (one === undefined || other === undefined || mine.length > 1 || theirs.length > 1) continue;
      pairs.set(one, other);
      here.delete(one);
      there.delete(other);
    }
  }
  const groups = grouped(there, pathKey);
  for (const name of here) {
    const theirs = groups.get(pathKey(name));
    if (theirs === undefined) continue;
    unclear.set(name, theirs);
    for (const other of theirs) there.delete(other);
  }
  return { pairs, unclear, left: [...there] };
}

function grouped(
  paths: Iterable<string>,
  keyOf: (path: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [path]);
    else group.push(path);
  }
  return groups;
}
