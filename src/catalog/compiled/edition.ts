import type { Catalog, Fact, Item } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Determination } from '../../model/determination.ts';
import type { Lang } from '../../model/text.ts';

/**
 * An edition of the checklists as it is kept for ever: what scoring needs, and the names of what may have gone since.
 * Sources, prose and plans are left out; a result of those days is compared, not printed again.
 */
export interface Edition {
  readonly format: 1;
  /** Edition by checklist: what answer files name. */
  readonly editions: Readonly<Record<string, string>>;
  readonly checklists: Catalog['checklists'];
  readonly facts: readonly KeptFact[];
  readonly routes: Catalog['routes'];
  readonly items: readonly KeptItem[];
  /** Ids only. */
  readonly actions: readonly string[];
  readonly weights: Catalog['weights'];
  readonly determination: Determination | null;
  readonly titles: Readonly<Record<Lang, EditionTitles>>;
}

/** Names by id, for what the present checklists no longer have. */
export interface EditionTitles {
  readonly items: Readonly<Record<string, string>>;
  readonly checklists: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
  readonly routes: Readonly<Record<string, string>>;
}

type KeptFact = Omit<Fact, 'askRole'>;
type KeptItem = Pick<Item, 'id' | 'checklist' | 'section' | 'severity' | 'depth' | 'action'> &
  Partial<Pick<Item, keyof typeof USUAL>>;

/** What most questions say; written only where a question says otherwise. */
const USUAL = {
  appliesWhen: null,
  readiness: null,
  routes: [],
  notApplicable: 'allowed',
  sameAs: null,
  gapWhen: null,
} as const satisfies Partial<Item>;

const NOT_KEPT = {
  scene: null,
  proposes: null,
  askRole: '',
  expert: 'none',
  confidence: { topic: 'inferred', wording: 'inferred', class: 'inferred' },
  sources: [],
} as const satisfies Partial<Item>;

/** The present checklists as an edition to keep. */
export function editionOf(catalog: Catalog, texts: Readonly<Record<Lang, CatalogTexts>>): Edition {
  const { checklists, facts, routes, items, actions, weights, determination } = catalog;
  return {
    format: 1,
    editions: editionsOf(catalog),
    checklists,
    facts: facts.map(({ askRole: _, ...fact }) => fact),
    routes,
    items: items.map(keptItem),
    actions: actions.map(({ id }) => id),
    weights,
    determination: determination === undefined ? null : withoutSources(determination),
    titles: { ja: titlesOf(catalog, texts.ja), en: titlesOf(catalog, texts.en) },
  };
}

export const editionsOf = ({ checklists }: Pick<Catalog, 'checklists'>): Readonly<Record<string, string>> =>
  Object.fromEntries(checklists.map(({ id, edition }) => [id, edition] as const).sort(byId));

const byId = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

function keptItem(item: Item): KeptItem {
  const { id, checklist, section, severity, depth, action } = item;
  const { appliesWhen, readiness, routes, notApplicable, sameAs, gapWhen } = item;
  return {
    id,
    checklist,
    section,
    severity,
    depth,
    action,
    ...(appliesWhen === null ? {} : { appliesWhen }),
    ...(readiness === null ? {} : { readiness }),
    ...(routes.length === 0 ? {} : { routes }),
    ...(notApplicable === USUAL.notApplicable ? {} : { notApplicable }),
    ...(sameAs === null ? {} : { sameAs }),
    ...(gapWhen === null ? {} : { gapWhen }),
  };
}

function withoutSources(determination: Determination): Determination {
  const { rules, families } = determination;
  return {
    ...determination,
    rules: rules.map((rule) => ({ ...rule, sources: [] })),
    families: families.map((family) => ({ ...family, sources: [] })),
  };
}

function titlesOf({ items, routes }: Catalog, texts: CatalogTexts): EditionTitles {
  const lists = Object.entries(texts.checklists);
  return {
    items: Object.fromEntries(items.map(({ id }) => [id, texts.items[id]?.title ?? id])),
    checklists: Object.fromEntries(lists.map(([id, { title }]) => [id, title])),
    sections: Object.fromEntries(lists.flatMap(([, { sections }]) => Object.entries(sections))),
    routes: Object.fromEntries(routes.map(({ id }) => [id, texts.routes[id] ?? id])),
  };
}

/** The catalogue an edition stands for: scores, gaps and verdicts come out as they did; plans and sources are empty. */
export function catalogOfEdition(edition: Edition): Catalog {
  const { checklists, facts, routes, items, actions, weights, determination } = edition;
  return {
    checklists,
    facts: facts.map((fact) => ({ ...fact, askRole: '' })),
    routes,
    items: items.map((item) => ({ ...USUAL, ...NOT_KEPT, ...item })),
    actions: actions.map((id) => ({
      id,
      effort: null,
      cost: 'none',
      role: '',
      after: [],
      expert: 'none',
      help: [],
      practice: null,
    })),
    roles: [],
    roleWords: {},
    directory: [],
    weights,
    ...(determination === null ? {} : { determination }),
  };
}

/** An edition as a file to keep under version control: one record a line, so that two of them can be read side by side. */
export function editionFile(edition: Edition): string {
  const parts = Object.entries(edition).map(([key, value]) => `${JSON.stringify(key)}: ${lines(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

const lines = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]`
    : JSON.stringify(value);

/** What the file of an edition is called: unique, and the same every time it is made. */
export const editionName = (editions: Readonly<Record<string, string>>): string =>
  `${Object.entries(editions)
    .map(([id, edition]) => `${id}-${edition}`)
    .join('_')}.json`;
