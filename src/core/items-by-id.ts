import type { Catalog, Item } from '../model/catalog.ts';
import { oncePer } from '../text/once-per.ts';

/** The questions of a catalogue by id. */
export const itemsById = oncePer(
  ({ items }: Pick<Catalog, 'items'>): ReadonlyMap<string, Item> =>
    new Map(items.map((item) => [item.id, item])),
);
