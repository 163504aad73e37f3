import type {
  CatalogFindingArgs,
  CatalogFindingCode,
  CatalogOwnFinding,
} from '../../model/catalog-finding.ts';
import type { Location } from '../../model/text.ts';
import { type LineIndex, locate } from '../../text/positions.ts';
import { entryOf, type YamlNode } from '../../text/yaml/tree.ts';

/** One file of a catalogue, parsed, with the place of everything in it. */
export interface YamlFile {
  readonly path: string;
  readonly root: YamlNode;
  readonly lines: LineIndex;
}

export type Path = readonly (string | number)[];

/** A value and where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly file: YamlFile;
  readonly path: Path;
}

/** The node at a path, or `undefined` where the file has none. */
export function nodeOf(root: YamlNode, path: Path): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'seq') node = node.items[Number(step)];
    else if (node?.kind === 'map') node = entryOf(node, String(step))?.value;
    else return undefined;
  }
  return node;
}

/** The node at a path, or the nearest one around it that exists: a missing key is reported at its record. */
function nodeAround(root: YamlNode, path: Path): YamlNode {
  return nodeOf(root, path) ?? (path.length === 0 ? root : nodeAround(root, path.slice(0, -1)));
}

export function locationAt(file: YamlFile, path: Path): Location {
  return locate(file.lines, nodeAround(file.root, path).range.start);
}

/** Place of the key itself, for what is wrong with a key rather than with its value. */
export function keyLocationAt(file: YamlFile, path: Path, key: string): Location {
  const node = nodeAround(file.root, path);
  const entry = node.kind === 'map' ? entryOf(node, key) : undefined;
  return locate(file.lines, (entry?.keyRange ?? node.range).start);
}

/** One field of a placed record, placed itself. */
export function field<T, K extends keyof T & string>(record: Placed<T>, key: K): Placed<T[K]> {
  return { value: record.value[key], file: record.file, path: [...record.path, key] };
}

/** The elements of a placed list, each placed. */
export function elements<T>(list: Placed<readonly T[]>): readonly Placed<T>[] {
  return list.value.map((value, index) => ({ value, file: list.file, path: [...list.path, index] }));
}

export type Report = <C extends CatalogFindingCode>(
  code: C,
  args: CatalogFindingArgs[C],
  at: Pick<Placed<unknown>, 'file' | 'path'>,
) => CatalogOwnFinding<C>;

export const error: Report = (code, args, at) =>
  finding('error', code, args, at.file.path, locationAt(at.file, at.path));

export const warning: Report = (code, args, at) =>
  finding('warning', code, args, at.file.path, locationAt(at.file, at.path));

export function finding<C extends CatalogFindingCode>(
  severity: 'error' | 'warning',
  code: C,
  args: CatalogFindingArgs[C],
  file: string,
  location: Location | null,
): CatalogOwnFinding<C> {
  return { severity, code, args, file, location };
}
