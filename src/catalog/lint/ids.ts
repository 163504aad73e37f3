import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { elements, error, field, locationAt, type Placed } from '../source/place.ts';
import { factsOf, itemsOf, type LintRule, routesOf } from './content.ts';
import { determinationsOf, rulesIn } from './determination.ts';

type Identified = Placed<{ readonly id: string }>;

/** An id means one thing in the whole catalogue: answers are kept by it for years. */
export const uniqueIds: LintRule = (catalog) => {
  const groups: readonly (readonly Identified[])[] = [
    itemsOf(catalog),
    catalog.actions,
    factsOf(catalog),
    routesOf(catalog),
    catalog.roles,
    catalog.sources,
    catalog.directory,
    catalog.checklists.map(({ head }) => head),
    ...factsOf(catalog).map((fact) => elements({ ...field(fact, 'values'), value: fact.value.values ?? [] })),
    ...catalog.checklists.map(({ head }) => elements(field(head, 'sections'))),
    ...catalog.checklists.map(({ head }) =>
      elements({ ...field(head, 'scenes'), value: head.value.scenes ?? [] }),
    ),
    ...determinationsOf(catalog).flatMap(({ determination }) => [
      rulesIn(determination),
      determination.flags,
      determination.fields,
      determination.tasks,
      determination.families,
      elements(field(determination.groupA, 'countries')),
    ]),
  ];
  return groups.flatMap(repeated);
};

function repeated(group: readonly Identified[]): readonly CatalogFinding[] {
  const first = new Map<string, Identified>();
  return group.flatMap((record) => {
    const { id } = record.value;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, record);
      return [];
    }
    const firstLine = locationAt(earlier.file, earlier.path).line;
    return [error('id-taken', { id, firstFile: earlier.file.path, firstLine }, field(record, 'id'))];
  });
}

/** An item's id begins with its list, a list's id is its folder: each can be found from the other. */
export const idPrefixes: LintRule = (catalog) =>
  catalog.checklists.flatMap(({ folder, head, sections }) => {
    const prefix = `${folder}.`;
    return [
      ...(head.value.id === folder
        ? []
        : [error('id-prefix-wrong', { id: head.value.id, prefix: folder }, field(head, 'id'))]),
      ...sections
        .flatMap(({ items }) => items)
        .filter(({ value }) => !value.id.startsWith(prefix))
        .map((item) => error('id-prefix-wrong', { id: item.value.id, prefix }, field(item, 'id'))),
    ];
  });
