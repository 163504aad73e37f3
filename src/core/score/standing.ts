import type { Answer, Answers } from '../../model/answers.ts';
import type { ItemState, StateReason } from '../../model/assessment.ts';
import type { Catalog, Depth, Item } from '../../model/catalog.ts';
import type { Condition } from '../../model/condition.ts';
import { oncePer } from '../../text/once-per.ts';
import { decidingFacts, evaluate, type Facts } from '../condition.ts';
import { isDeeper } from '../facts.ts';
import { itemsById } from '../items-by-id.ts';

/** Where an item stands for one company: asked or not, answered how, and why. */
export interface Standing {
  readonly item: Item;
  readonly state: ItemState;
  readonly reason: StateReason | null;
  /** The answer as written, also where it is out of scope and ignored. */
  readonly answer: Answer | null;
  /** The strict twin whose answer stands for this item. */
  readonly inheritedFrom: string | null;
  /** A strict twin that is asked elsewhere: counts in its own list only, never overall, on routes or in the plan. */
  readonly twin: boolean;
}

/** Where every item of the catalogue stands, in catalogue order (`docs/scoring.md` §1). */
export function standings(catalog: Catalog, answers: Answers, facts: Facts): ReadonlyMap<string, Standing> {
  const conditions = conditionsOf(catalog);
  const quick = new Set(quickItems(catalog, facts));
  const result = new Map<string, Standing>();
  for (const item of catalog.items) {
    const depth = quick.has(item.id) ? 'quick' : item.depth;
    result.set(item.id, own(item, depth, conditions.get(item) ?? null, answers, facts));
  }
  for (const item of catalog.items) {
    if (item.sameAs !== null) inherit(item, item.sameAs, result);
  }
  return result;
}

/** When each item applies: its list's condition and its own. */
const conditionsOf = oncePer(({ checklists, items }: Catalog): ReadonlyMap<Item, Condition | null> => {
  const lists = new Map(checklists.map((list) => [list.id, list.appliesWhen]));
  return new Map(items.map((item) => [item, both(lists.get(item.checklist) ?? null, item.appliesWhen)]));
});

/** Ids of the quick check in the order they are asked: the fixed ones, then the first scenes that apply. */
export function quickItems(catalog: Catalog, facts: Facts): readonly string[] {
  const items = itemsById(catalog);
  return catalog.checklists.flatMap(({ quick }) => {
    if (quick === null) return [];
    const applying = quick.byScene.filter(
      (id) => evaluate(items.get(id)?.appliesWhen ?? null, facts) === 'true',
    );
    return [...quick.always, ...applying.slice(0, quick.most)];
  });
}

export const isAsked = (state: ItemState): boolean => state !== 'notAsked' && state !== 'outOfScope';

function own(
  item: Item,
  depth: Depth,
  condition: Condition | null,
  answers: Answers,
  facts: Facts,
): Standing {
  const applies = evaluate(condition, facts);
  const answer = answers.answers.get(item.id) ?? null;
  if (applies === 'false') {
    const reason = { code: 'condition', facts: decidingFacts(condition, facts, 'false') } as const;
    return standingOf(item, answer, 'outOfScope', reason);
  }
  if (answer !== null) return answered(item, answer);
  if (isDeeper(depth, answers.assessment.depth)) {
    return standingOf(item, null, 'notAsked', { code: 'deeper', depth });
  }
  if (applies === 'unknown') {
    const reason = { code: 'fact-unknown', facts: decidingFacts(condition, facts, 'unknown') } as const;
    return standingOf(item, null, 'notAsked', reason);
  }
  return standingOf(item, null, 'unanswered', null);
}

/** A refused 当てはまらない counts as not answered: it may hide anything from no to yes. */
function answered(item: Item, answer: Answer): Standing {
  if (answer.value !== 'notApplicable') return standingOf(item, answer, answer.value, null);
  if (item.notApplicable === 'forbidden') {
    return standingOf(item, answer, 'unanswered', { code: 'not-applicable-refused', why: 'forbidden' });
  }
  if (answer.reason === null) {
    return standingOf(item, answer, 'unanswered', { code: 'not-applicable-refused', why: 'no-reason' });
  }
  return standingOf(item, answer, 'notApplicable', { code: 'stated', text: answer.reason });
}

const standingOf = (
  item: Item,
  answer: Answer | null,
  state: ItemState,
  reason: StateReason | null,
): Standing => ({ item, state, reason, answer, inheritedFrom: null, twin: false });

function inherit(item: Item, targetId: string, result: Map<string, Standing>): void {
  const mine = result.get(item.id);
  const target = result.get(targetId);
  if (mine === undefined || target === undefined) return;
  if (mine.state === 'outOfScope' || !isAsked(target.state)) return;
  const overridden = mine.answer !== null;
  result.set(
    item.id,
    overridden
      ? { ...mine, twin: true }
      : { ...mine, state: target.state, reason: target.reason, inheritedFrom: targetId, twin: true },
  );
}

function both(a: Condition | null, b: Condition | null): Condition | null {
  if (a === null) return b;
  return b === null ? a : { all: [a, b] };
}
