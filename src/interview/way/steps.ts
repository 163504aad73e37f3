import { evaluate, type Facts } from '../../core/condition.ts';
import { askedFacts, factValues } from '../../core/facts.ts';
import { isAsked, quickItems, type Standing, standings } from '../../core/score/standing.ts';
import type { Answers } from '../../model/answers.ts';
import type { Catalog, Depth, Fact, Item } from '../../model/catalog.ts';
import type { Truth } from '../../model/condition.ts';

/** Key of the stop where technologies are asked for. */
export const TECHNOLOGIES = 'technologies';

/** Something a person is asked for. */
export type AskStep =
  | { readonly kind: 'strength' }
  | { readonly kind: 'name' }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'technologies' }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'evidence'; readonly item: Item };

/** One place on the way through the interview; `settled` = the file already holds the answer. */
export interface Stop {
  readonly key: string;
  readonly step: AskStep;
  readonly settled: boolean;
}

export interface ItemStop extends Stop {
  readonly step: { readonly kind: 'item'; readonly item: Item };
}

export const isItemStop = (stop: Stop): stop is ItemStop => stop.step.kind === 'item';

/**
 * Everything that is asked of this company, answered or not, in the order it is asked: the strength first, then what
 * decides the scope, then the questions that apply. Anything out of scope, deeper, or asked by its twin is not here.
 */
export function stopsOf(catalog: Catalog, answers: Answers): readonly Stop[] {
  const facts = factValues(catalog, answers);
  return [
    ...openingStops(answers),
    ...factStops(catalog, answers, facts),
    ...technologyStops(catalog, answers),
    ...itemStops(catalog, answers, facts),
  ];
}

/** Free words about the company are optional: once anything else is answered they are not asked for again. */
function openingStops(answers: Answers): readonly Stop[] {
  const { company } = answers;
  const begun = answers.profile.size > 0 || answers.answers.size > 0 || company.employees !== null;
  return [
    { key: 'strength', step: { kind: 'strength' }, settled: begun || company.strength !== null },
    { key: 'name', step: { kind: 'name' }, settled: begun || company.name !== null },
  ];
}

function factStops(catalog: Catalog, answers: Answers, facts: Facts): readonly Stop[] {
  return askedFacts(catalog, answers, facts).map((fact) => ({
    key: `fact:${fact.id}`,
    step: { kind: 'fact', fact },
    settled: isFactSettled(fact, catalog, answers),
  }));
}

function isFactSettled(fact: Fact, catalog: Catalog, answers: Answers): boolean {
  switch (fact.place) {
    case 'profile':
      return answers.profile.has(fact.id);
    case 'company':
      return answers.company.employees !== null;
    case 'assessment':
      // Files of earlier versions hold no "no wish": there the first answered question behind it shows it was asked.
      return (
        answers.assessment.goals !== null ||
        (fact.depth === 'quick' ? answers.answers.size > 0 : isBeyondQuick(catalog, answers))
      );
  }
}

/** Whether a question was answered that only the deeper checks ask. The quick ones were answered before the wish was asked. */
function isBeyondQuick({ checklists }: Catalog, answers: Answers): boolean {
  const quick = new Set(checklists.flatMap((c) => (c.quick ? [...c.quick.always, ...c.quick.byScene] : [])));
  return [...answers.answers.keys()].some((id) => !quick.has(id));
}

/** Whether something this company knows may go abroad, which is when the law may want to hear of it first. */
export function mayGoAbroad(catalog: Catalog, answers: Answers): Truth {
  const list = catalog.checklists.find(({ id }) => id === catalog.determination?.checklist);
  if (list === undefined) return 'false';
  return evaluate(list.appliesWhen, factValues(catalog, answers));
}

/**
 * Before the long questions, for a duty must not wait behind eighty of them. The quick check promises a first result
 * after ten questions and offers it right behind that.
 */
function technologyStops(catalog: Catalog, answers: Answers): readonly Stop[] {
  if (answers.assessment.depth === 'quick' || mayGoAbroad(catalog, answers) !== 'true') return [];
  const settled = answers.technologies.length > 0 || isBeyondQuick(catalog, answers);
  return [{ key: TECHNOLOGIES, step: { kind: 'technologies' }, settled }];
}

function itemStops(catalog: Catalog, answers: Answers, facts: Facts): readonly Stop[] {
  const standing = standings(catalog, answers, facts);
  return itemsInOrder(catalog, answers.assessment.depth, facts)
    .flatMap((item) => standing.get(item.id) ?? [])
    .filter((s) => isAsked(s.state) && s.inheritedFrom === null)
    .flatMap((s) => [
      { key: `item:${s.item.id}`, step: { kind: 'item', item: s.item }, settled: s.state !== 'unanswered' },
      ...evidenceStop(s, answers.assessment.depth),
    ]);
}

/** With evidence, whatever is done says what shows it; what is not done, or not known, has nothing to show. */
function evidenceStop({ item, state, answer }: Standing, depth: Depth): readonly Stop[] {
  if (depth !== 'evidence' || (state !== 'yes' && state !== 'partial')) return [];
  const settled = (answer?.evidence.length ?? 0) > 0;
  return [{ key: `evidence:${item.id}`, step: { kind: 'evidence', item }, settled }];
}

/** The quick check has an order of its own; beyond it, lists and sections as published, each scene in one go. */
function itemsInOrder(catalog: Catalog, depth: Depth, facts: Facts): readonly Item[] {
  const sections = catalog.checklists.flatMap((c) => c.sections.map((s) => `${c.id}/${s.id}`));
  const items = [...catalog.items]
    .sort((a, b) => sections.indexOf(sectionKey(a)) - sections.indexOf(sectionKey(b)))
    .reduce<readonly Item[]>(insertByScene, []);
  if (depth !== 'quick') return items;
  const quick = quickItems(catalog, facts);
  const rank = (item: Item): number =>
    quick.includes(item.id) ? quick.indexOf(item.id) : quick.length + items.indexOf(item);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

function insertByScene(placed: readonly Item[], item: Item): readonly Item[] {
  const last = placed.findLastIndex(
    (other) => item.scene !== null && other.scene === item.scene && sectionKey(other) === sectionKey(item),
  );
  return last === -1 ? [...placed, item] : placed.toSpliced(last + 1, 0, item);
}

export const sectionKey = (item: Pick<Item, 'checklist' | 'section'>): string =>
  `${item.checklist}/${item.section}`;

/** A wider or narrower twin that was answered "no" proposes "no" here; a "yes" never proposes anything. */
export function proposesNo(item: Item, standing: ReadonlyMap<string, Standing>): boolean {
  return item.proposes !== null && standing.get(item.proposes)?.state === 'no';
}
