import type { Catalog, Checklist, Fact, Item } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { ChecklistChange, GateSeverity } from '../model/gate.ts';

/** Something that asks less in checklists, or asks it in other words. */
export interface WeakerChecklist {
  readonly what: ChecklistChange;
  /** Id of the question, or of the table. */
  readonly subject: string;
  readonly asked: string;
  readonly asks: string;
  /** Other words may be a slip mended, or the question turned round: a person has to look. */
  readonly severity: GateSeverity;
}

export interface Checklists {
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
}

const SEVERITIES = ['minor', 'major', 'critical'] as const;
const DEPTHS = ['quick', 'full', 'evidence'] as const;

/** What checklists ask less than others did; what they ask more is nobody's worry. Pure. */
export function weakerChecklists(was: Checklists, now: Checklists): readonly WeakerChecklist[] {
  const items = new Map(now.catalog.items.map((item) => [item.id, item]));
  const tables = [
    ['weights-changed', 'weights', was.catalog.weights, now.catalog.weights],
    ['rules-changed', 'determination', was.catalog.determination, now.catalog.determination],
    ['rules-changed', 'routes', was.catalog.routes, now.catalog.routes],
  ] as const;
  return [
    ...was.catalog.items.flatMap((item) => ofItem(item, items.get(item.id), was, now)),
    ...was.catalog.facts.flatMap((fact) => ofFact(fact, now.catalog)),
    ...was.catalog.checklists.flatMap((checklist) => ofChecklist(checklist, now.catalog)),
    ...tables.flatMap(([what, subject, before, after]) =>
      same(before, after) ? [] : [weaker(what, subject)],
    ),
  ];
}

function ofItem(
  was: Item,
  now: Item | undefined,
  before: Checklists,
  after: Checklists,
): readonly WeakerChecklist[] {
  const { id } = was;
  if (now === undefined) return [weaker('item-removed', id)];
  const lighter = SEVERITIES.indexOf(now.severity) < SEVERITIES.indexOf(was.severity);
  const deeper = DEPTHS.indexOf(now.depth) > DEPTHS.indexOf(was.depth);
  const reworded = !same(before.texts.items[id], after.texts.items[id]);
  return [
    ...(lighter ? [weaker('item-lighter', id, was.severity, now.severity)] : []),
    ...(same(was.appliesWhen, now.appliesWhen) ? [] : [weaker('item-applies', id)]),
    ...(deeper ? [weaker('item-deeper', id, was.depth, now.depth)] : []),
    ...(same(counting(was), counting(now)) ? [] : [weaker('item-changed', id)]),
    ...(reworded ? [{ ...weaker('item-reworded', id), severity: 'warning' as const }] : []),
  ];
}

/** What else of an item decides how an answer to it counts, and whose a gap is. */
const counting = (item: Item): object => {
  const { checklist, section, routes, notApplicable, sameAs, gapWhen, readiness, action } = item;
  return { checklist, section, routes, notApplicable, sameAs, gapWhen, readiness, action };
};

/** A fact decides which questions are asked; one more is nobody's worry. */
function ofFact(was: Fact, { facts }: Catalog): readonly WeakerChecklist[] {
  const now = facts.find(({ id }) => id === was.id);
  return now === undefined || !same(reading(was), reading(now)) ? [weaker('rules-changed', was.id)] : [];
}

const reading = ({ place, kind, values, askedWhen, depth }: Fact): object => ({
  place,
  kind,
  values,
  askedWhen,
  depth,
});

/** Whether a list counts, and what its quick check asks; what went altogether is told question by question. */
function ofChecklist(was: Checklist, { checklists, items }: Catalog): readonly WeakerChecklist[] {
  const now = checklists.find(({ id }) => id === was.id);
  if (now === undefined) return [];
  const asked = new Set(quickOf(now));
  const isAskedLess = quickOf(was).some((id) => !asked.has(id) && items.some((item) => item.id === id));
  const counts = was.kind === now.kind && same(was.appliesWhen, now.appliesWhen);
  return counts && !isAskedLess ? [] : [weaker('rules-changed', was.id)];
}

const quickOf = ({ quick }: Checklist): readonly string[] =>
  quick === null ? [] : [...quick.always, ...quick.byScene];

const weaker = (what: ChecklistChange, subject: string, asked = '', asks = ''): WeakerChecklist => ({
  what,
  subject,
  asked,
  asks,
  severity: 'error',
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
