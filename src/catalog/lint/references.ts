import type { CatalogFinding, ReferenceKind } from '../../model/catalog-finding.ts';
import { nearest } from '../../text/nearest.ts';
import { DERIVED_WORDS } from '../determination/schema.ts';
import type { ParsedCatalog } from '../source/parse.ts';
import { elements, error, field, type Placed } from '../source/place.ts';
import { conditionsOf, factsOf, itemsOf, type LintRule, partsOf, routesOf } from './content.ts';
import { determinationsOf, rulesIn } from './determination.ts';

type Reference = Placed<string | null | undefined>;

/** Whatever is named somewhere exists. */
export const references: LintRule = (catalog) => [
  ...unknown('item', ids(itemsOf(catalog)), itemReferences(catalog)),
  ...unknown('action', ids(catalog.actions), actionReferences(catalog)),
  ...unknown('role', ids(catalog.roles), roleReferences(catalog)),
  ...unknown(
    'route',
    ids(routesOf(catalog)),
    itemsOf(catalog).flatMap((item) => elements(field(item, 'routes'))),
  ),
  ...unknown('source', ids(catalog.sources), sourceReferences(catalog)),
  ...unknown('directory', ids(catalog.directory), directoryReferences(catalog)),
  ...unknown('fact', ids(factsOf(catalog)), factReferences(catalog)),
  ...sceneFindings(catalog),
  ...practiceFindings(catalog),
  ...verdictFindings(catalog),
];

function unknown(
  kind: ReferenceKind,
  known: ReadonlySet<string>,
  used: readonly Reference[],
): readonly CatalogFinding[] {
  return used.flatMap((reference) => {
    const id = reference.value;
    if (id === null || id === undefined || known.has(id)) return [];
    return [error('reference-unknown', { kind, id, nearest: nearest(id, known) }, reference)];
  });
}

function ids(records: readonly Placed<{ readonly id: string }>[]): ReadonlySet<string> {
  return new Set(records.map(({ value }) => value.id));
}

function list(placed: Placed<readonly string[] | null | undefined>): readonly Placed<string>[] {
  return elements({ ...placed, value: placed.value ?? [] });
}

function itemReferences(catalog: ParsedCatalog): readonly Reference[] {
  const quick = catalog.checklists.flatMap(({ head }) => {
    const { value, file, path } = field(head, 'quick');
    if (!value) return [];
    const set = { value, file, path };
    return [...list(field(set, 'always')), ...list(field(set, 'byScene'))];
  });
  const required =
    catalog.lintRules === null ? [] : list(field(field(catalog.lintRules, 'cautionRequired'), 'items'));
  return [
    ...itemsOf(catalog).flatMap((item) => [field(item, 'sameAs'), field(item, 'proposes')]),
    ...quick,
    ...required,
  ];
}

function actionReferences(catalog: ParsedCatalog): readonly Reference[] {
  const required =
    catalog.lintRules === null ? [] : list(field(field(catalog.lintRules, 'cautionRequired'), 'actions'));
  return [
    ...itemsOf(catalog).map((item) => field(item, 'action')),
    ...catalog.actions.flatMap((action) => list(field(action, 'after'))),
    ...required,
  ];
}

function roleReferences(catalog: ParsedCatalog): readonly Reference[] {
  return [
    ...itemsOf(catalog).map((item) => field(item, 'askRole')),
    ...factsOf(catalog).map((fact) => field(fact, 'askRole')),
    ...catalog.actions.map((action) => field(action, 'role')),
    ...determinationsOf(catalog).flatMap(({ determination }) =>
      determination.tasks.map((task) => field(task, 'role')),
    ),
  ];
}

function sourceReferences(catalog: ParsedCatalog): readonly Reference[] {
  const lists = determinationsOf(catalog);
  const cited = [
    ...itemsOf(catalog).flatMap((item) => elements(field(item, 'sources'))),
    ...lists.flatMap(({ determination }) => [
      ...rulesIn(determination).flatMap((rule) => elements(field(rule, 'sources'))),
      ...determination.families.flatMap((family) => elements(field(family, 'sources'))),
      field(determination.groupA, 'source'),
    ]),
  ];
  return [
    ...cited.map((source) => field(source, 'doc')),
    ...lists.map(({ head }) => field(head, 'entrance')),
  ];
}

function directoryReferences(catalog: ParsedCatalog): readonly Reference[] {
  return [
    ...list(field(catalog.emergency, 'contacts')),
    ...catalog.actions.flatMap((action) => list(field(action, 'help'))),
    ...determinationsOf(catalog).flatMap(({ determination }) =>
      determination.tasks.flatMap((task) => list(field(task, 'help'))),
    ),
  ];
}

function factReferences(catalog: ParsedCatalog): readonly Reference[] {
  return conditionsOf(catalog)
    .flatMap(partsOf)
    .flatMap(({ value, file, path }) =>
      'fact' in value ? [{ value: value.fact, file, path: [...path, 'fact'] }] : [],
    );
}

function sceneFindings(catalog: ParsedCatalog): readonly CatalogFinding[] {
  return catalog.checklists.flatMap(({ head, sections }) => {
    const scenes = new Set((head.value.scenes ?? []).map(({ id }) => id));
    return unknown(
      'scene',
      scenes,
      sections.flatMap(({ items }) => items.map((item) => field(item, 'scene'))),
    );
  });
}

function practiceFindings(catalog: ParsedCatalog): readonly CatalogFinding[] {
  return unknown(
    'practice',
    ids(catalog.practices),
    catalog.actions.map((action) => field(action, 'practice')),
  );
}

/** What a verdict may find missing has its name for people; examples speak of families there are. */
function verdictFindings(catalog: ParsedCatalog): readonly CatalogFinding[] {
  return determinationsOf(catalog).flatMap(({ determination }) => {
    const rules = rulesIn(determination);
    const needed = rules.flatMap((rule) => [
      ...elements({ ...field(rule, 'needs'), value: rule.value.needs ?? [] }),
      ...elements({ ...field(rule, 'asks'), value: rule.value.asks ?? [] }),
    ]);
    const named = new Set<string>([...ids(determination.fields), ...Object.keys(DERIVED_WORDS)]);
    const families = new Set([...ids(determination.families), 'none', 'unknown']);
    const given = determination.vectors.map((vector) => field(field(vector, 'technology'), 'family'));
    return [
      ...unknown(
        'verdict-field',
        named,
        needed.map((need) => field(need, 'field')),
      ),
      ...unknown('family', families, given.flatMap(list)),
    ];
  });
}
