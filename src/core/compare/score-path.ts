import type { Assessment, ItemResult, Score } from '../../model/assessment.ts';
import type { CauseEffect, ChangeKind, Points, ScoreChange } from '../../model/comparison.ts';
import { round4 } from '../score/score.ts';
import { answerKind, counts, type Moved, type Stage } from './stages.ts';

/** A set of questions that has a score. */
export interface Group {
  readonly group: ScoreChange['group'];
  readonly id: string;
  readonly checklist: string | null;
  readonly score: (assessment: Assessment) => Score | null;
  readonly has: (item: ItemResult) => boolean;
}

/** Every score of either side: overall, lists with their sections, routes; in the newer order, what is gone behind. */
export function groupsOf(before: Assessment, after: Assessment): readonly Group[] {
  const lists = (a: Assessment): readonly Group[] =>
    a.checklists
      .filter(({ score }) => score !== null)
      .flatMap(({ id, sections }) => [checklist(id), ...sections.map((s) => section(id, s.id))]);
  const routes = (a: Assessment): readonly Group[] => a.routes.map(({ id }) => route(id));
  return [
    OVERALL,
    ...withoutRepeats([...lists(after), ...lists(before)]),
    ...withoutRepeats([...routes(after), ...routes(before)]),
  ];
}

const OVERALL: Group = {
  group: 'overall',
  id: 'overall',
  checklist: null,
  score: (a) => a.score,
  has: (item) => item.inOverall,
};

const checklist = (id: string): Group => ({
  group: 'checklist',
  id,
  checklist: null,
  score: (a) => a.checklists.find((c) => c.id === id)?.score ?? null,
  has: (item) => item.checklist === id,
});

const section = (list: string, id: string): Group => ({
  group: 'section',
  id,
  checklist: list,
  score: (a) => a.checklists.find((c) => c.id === list)?.sections.find((s) => s.id === id)?.score ?? null,
  has: (item) => item.checklist === list && item.section === id,
});

const route = (id: string): Group => ({
  group: 'route',
  id,
  checklist: null,
  score: (a) => a.routes.find((r) => r.id === id)?.score ?? null,
  has: (item) => item.inOverall && item.routes.includes(id),
});

function withoutRepeats(groups: readonly Group[]): readonly Group[] {
  const keys = groups.map(({ checklist: list, id }) => `${list} ${id}`);
  return groups.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/**
 * How a group's score came from its older value to its newer one. Stage by stage each question that moved is put in
 * place of its older self, by id, and the score taken again; its effect is the difference of two rounded scores, so
 * effects add up to the change exactly. Where nothing weighs anything on the way, the last score stands until
 * something does.
 *
 * Example: critical no, major yes → 37.5; the critical one becomes yes → 100: effect 62.5.
 */
export function scoreChange(group: Group, stages: readonly Stage[]): ScoreChange {
  const [first, last] = [stages.at(0)?.before, stages.at(-1)?.after];
  const before = pointsOf(first && group.score(first));
  const after = pointsOf(last && group.score(last));
  const change = before === null || after === null ? null : difference(after, before);
  const steps = stages.map((stage) => ({ stage, rows: rowsOf(group, stage) }));
  let at = before;
  const causes: CauseEffect[] = [];
  for (const { stage, rows } of steps) {
    if (rows.length === 0) continue;
    const ends = walk(group, stage, rows, at ?? ZERO);
    const items = rows.map(({ moved, kind }, i) => ({
      item: moved.id,
      kind,
      effect: change === null ? null : difference(ends[i] ?? ZERO, ends[i - 1] ?? at ?? ZERO),
    }));
    causes.push({ cause: stage.cause, effect: change === null ? null : sum(items), items });
    at = ends.at(-1) ?? at;
  }
  const { group: kind, id, checklist: list } = group;
  const kinds = byKind(causes);
  const part = (own: (kind: ChangeKind) => boolean): Points | null =>
    change === null ? null : sum(kinds.filter((k) => own(k.kind)));
  return {
    group: kind,
    id,
    checklist: list,
    before,
    after,
    change,
    causes,
    kinds,
    byAnswers: part((k) => ANSWERED.includes(k)),
    byScope: part((k) => !ANSWERED.includes(k)),
  };
}

interface Row {
  readonly moved: Moved;
  readonly kind: ChangeKind;
}

function rowsOf(group: Group, { moved, cause }: Stage): readonly Row[] {
  return moved.flatMap((m) => {
    const kind = kindIn(group, m, cause === 'answers');
    return kind === null ? [] : [{ moved: m, kind }];
  });
}

/** What happened to a question as this group sees it; `null` = nothing. Only answers improve or worsen. */
function kindIn(group: Group, { before, after }: Moved, byAnswers: boolean): ChangeKind | null {
  const was = isIn(group, before);
  const is = isIn(group, after);
  if (!was && !is) return null;
  if (!was) return counts(before) ? 'reweighted' : 'entered';
  if (!is) return counts(after) ? 'reweighted' : 'left';
  if (before === null || after === null) return null;
  const kind = answerKind(before, after);
  if (kind !== null) return byAnswers ? kind : 'reweighted';
  return before.weight === after.weight ? null : 'reweighted';
}

const isIn = (group: Group, item: ItemResult | null): boolean => counts(item) && group.has(item);

/** The rounded score after each row. */
function walk(group: Group, { before, after }: Stage, rows: readonly Row[], from: Points): readonly Points[] {
  const sums = sumsOf(group.score(before));
  let held = from;
  return rows.map(({ moved }, i) => {
    add(sums, group, moved.before, -1);
    add(sums, group, moved.after, 1);
    // The end of a stage is the score it really has: sums of fractions may differ from it in the last place.
    const points = i === rows.length - 1 ? pointsOf(group.score(after)) : pointsOfSums(sums);
    held = points ?? held;
    return held;
  });
}

interface Sums {
  weight: number;
  low: number;
  high: number;
}

const sumsOf = (score: Score | null): Sums => ({
  weight: score?.weight ?? 0,
  low: score?.sumLow ?? 0,
  high: score?.sumHigh ?? 0,
});

function add(sums: Sums, group: Group, item: ItemResult | null, sign: 1 | -1): void {
  if (item === null || !isIn(group, item)) return;
  sums.weight += sign * item.weight;
  sums.low += sign * item.weight * (item.low ?? 0);
  sums.high += sign * item.weight * (item.high ?? 0);
}

/** Below this a weight is what subtracting fractions left behind. */
const NOTHING = 1e-9;

const pointsOfSums = ({ weight, low, high }: Sums): Points | null =>
  weight < NOTHING ? null : { low: round4((100 * low) / weight), high: round4((100 * high) / weight) };

const ZERO: Points = { low: 0, high: 0 };

const pointsOf = (score: Score | null | undefined): Points | null =>
  score === null || score === undefined || score.low === null || score.high === null
    ? null
    : { low: score.low, high: score.high };

const difference = (a: Points, b: Points): Points => ({
  low: round4(a.low - b.low),
  high: round4(a.high - b.high),
});

function sum(rows: readonly { readonly effect: Points | null }[]): Points {
  return rows.reduce<Points>(
    (total, { effect }) => ({
      low: round4(total.low + (effect?.low ?? 0)),
      high: round4(total.high + (effect?.high ?? 0)),
    }),
    ZERO,
  );
}

/** What can happen to an answer, and then what can happen to a question around it. */
const ANSWERED: readonly ChangeKind[] = ['improved', 'foundOut', 'worsened', 'lostSight'];
const KINDS: readonly ChangeKind[] = [...ANSWERED, 'entered', 'left', 'reweighted'];

function byKind(causes: readonly CauseEffect[]): ScoreChange['kinds'] {
  const rows = causes.flatMap(({ items }) => items);
  return KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    return [{ kind, effect: own[0]?.effect === null ? null : sum(own) }];
  });
}
