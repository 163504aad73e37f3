import type { OwnKind, OwnRecord } from '../../model/catalog.ts';
import type { Placed } from '../source/place.ts';

/** What merging an own folder did, as it is named in every result. */
export interface Changes {
  readonly added: OwnRecord[];
  readonly replaced: OwnRecord[];
  readonly removed: OwnRecord[];
}

export const noChanges = (): Changes => ({ added: [], replaced: [], removed: [] });

/** What records of one kind are known by. */
export type NameOf<T> = (value: T) => string;

/**
 * Own records over shipped ones: of the same name they replace it whole, in its place; others come behind. A name given
 * twice in the folder stays twice, for the lint to find.
 */
export function overlaid<T>(
  shipped: readonly Placed<T>[],
  own: readonly Placed<T>[],
  nameOf: NameOf<T>,
  kind: OwnKind | null,
  changes: Changes,
): readonly Placed<T>[] {
  const known = new Set(shipped.map(({ value }) => nameOf(value)));
  const replacing = new Map<string, Placed<T>>();
  const added: Placed<T>[] = [];
  for (const record of own) {
    const name = nameOf(record.value);
    const replaces = known.has(name) && !replacing.has(name);
    if (replaces) replacing.set(name, record);
    else added.push(record);
    if (kind !== null) (replaces ? changes.replaced : changes.added).push({ kind, id: name });
  }
  return [...shipped.map((record) => replacing.get(nameOf(record.value)) ?? record), ...added];
}

/** One table over another. */
export function replacedBy<T>(
  shipped: Placed<T>,
  own: Placed<T> | null,
  record: OwnRecord,
  changes: Changes,
): Placed<T> {
  if (own === null) return shipped;
  changes.replaced.push(record);
  return own;
}

export const byId = ({ id }: { readonly id: string }): string => id;
