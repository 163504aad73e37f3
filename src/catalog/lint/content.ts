import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Condition } from '../../model/condition.ts';
import type { Text } from '../../model/text.ts';
import { oncePer } from '../../text/once-per.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import { elements, field, type Placed } from '../source/place.ts';
import type * as schema from '../source/schema.ts';

/** One rule: looks at the whole catalogue, returns what it has against it. */
export type LintRule = (catalog: ParsedCatalog) => readonly CatalogFinding[];

export function itemsOf(catalog: ParsedCatalog): readonly Placed<schema.ItemSource>[] {
  return catalog.checklists.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
}

export function factsOf(catalog: ParsedCatalog): readonly Placed<schema.FactSource>[] {
  return catalog.facts;
}

export function routesOf(catalog: ParsedCatalog): readonly Placed<schema.RouteSource>[] {
  return catalog.routes;
}

/** Everything in the catalogue a person may read, wherever it stands; ten rules ask, it is gathered once. */
export const proseOf = oncePer((catalog: ParsedCatalog): readonly Placed<Text>[] => {
  const records: readonly Placed<unknown>[] = [
    catalog.strength,
    ...catalog.facts,
    ...catalog.routes,
    catalog.emergency,
    ...catalog.checklists.map(({ head }) => head),
    ...itemsOf(catalog),
    ...catalog.actions,
    ...catalog.roles,
    ...catalog.sources,
    ...catalog.directory,
    ...catalog.practices,
    ...catalog.checklists.flatMap(({ determination }) =>
      determination === null
        ? []
        : [
            determination.rules,
            ...determination.flags,
            ...determination.fields,
            ...determination.tasks,
            ...determination.preparation,
            ...determination.families,
            determination.groupA,
          ],
    ),
  ];
  return records.flatMap(textsIn);
});

function textsIn(placed: Placed<unknown>): readonly Placed<Text>[] {
  const { value, file, path } = placed;
  if (isText(value)) return [{ value, file, path }];
  if (Array.isArray(value)) return elements({ value, file, path }).flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn({ value: inner, file, path: [...path, key] }),
  );
}

function isText(value: unknown): value is Text {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ja' in value &&
    'en' in value &&
    typeof value.ja === 'string'
  );
}

/** Where to look in a source, as far as it is written once for both languages. */
export function plainLocators(catalog: ParsedCatalog): readonly Placed<string>[] {
  type Citing = Placed<{ readonly sources: readonly schema.SourceRefSource[] }>;
  const citing: readonly Citing[] = [
    ...itemsOf(catalog),
    ...catalog.checklists.flatMap(({ determination }) =>
      determination === null
        ? []
        : [...determination.families, ...elements(field(determination.rules, 'rules'))],
    ),
  ];
  const cited = citing.flatMap((record) => elements(field(record, 'sources')));
  return [...cited, ...catalog.practices.map((practice) => field(practice, 'source'))]
    .map((source) => field(source, 'locator'))
    .flatMap(({ value, file, path }) => (typeof value === 'string' ? [{ value, file, path }] : []));
}

/** Every condition of the catalogue, each where it is written. */
export function conditionsOf(catalog: ParsedCatalog): readonly Placed<Condition>[] {
  const optional: readonly Placed<Condition | null | undefined>[] = [
    ...itemsOf(catalog).flatMap((item) => [field(item, 'appliesWhen'), field(item, 'gapWhen')]),
    ...catalog.checklists.map(({ head }) => field(head, 'appliesWhen')),
    ...factsOf(catalog).map((fact) => field(fact, 'askedWhen')),
    ...catalog.directory.map((desk) => field(desk, 'appliesWhen')),
    ...routesOf(catalog).flatMap((route) =>
      elements(field(route, 'exposure')).map((rule) => field(rule, 'when')),
    ),
  ];
  return optional.flatMap(({ value, file, path }) => (value ? [{ value, file, path }] : []));
}

/** A condition and all conditions inside it. */
export function partsOf(condition: Placed<Condition>): readonly Placed<Condition>[] {
  const { value, file, path } = condition;
  if ('not' in value) return [condition, ...partsOf({ value: value.not, file, path: [...path, 'not'] })];
  const [key, inner] = 'all' in value ? ['all', value.all] : 'any' in value ? ['any', value.any] : ['', []];
  return [condition, ...elements({ value: inner, file, path: [...path, key] }).flatMap(partsOf)];
}
