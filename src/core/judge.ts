import type { Answer, Answers } from '../model/answers.ts';
import type { Accepted, Gap, ItemResult, Score, Verdict } from '../model/assessment.ts';
import type { Catalog, Confidence, Item } from '../model/catalog.ts';
import type { IsoDate } from '../model/text.ts';
import type { Facts } from './condition.ts';
import { factValues } from './facts.ts';
import { acceptedGaps, gapsOf } from './gaps.ts';
import type { LegalTask } from './plan/schedule.ts';
import { rating } from './score/rating.ts';
import { type Exposure, exposures } from './score/routes.ts';
import { scoreOf } from './score/score.ts';
import { isAsked, type Standing, standings } from './score/standing.ts';
import { legalTasks } from './verdict/tasks.ts';
import { verdictsOf } from './verdict/verdict.ts';

export interface JudgeInput {
  readonly catalog: Catalog;
  readonly answers: Answers;
  /** The day judged by. */
  readonly today: IsoDate;
}

/** Where a company stands, before anything is planned: half of an assessment, and all that a portfolio counts. */
export interface Judged {
  readonly facts: Facts;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly items: readonly ItemResult[];
  readonly exposure: ReadonlyMap<string, Exposure>;
  /** Over all lists that have something to say about this company. */
  readonly score: Score;
  readonly accepted: readonly Accepted[];
  /** The heaviest first. */
  readonly gaps: readonly Gap[];
  readonly verdicts: readonly Verdict[];
  readonly legal: readonly LegalTask[];
}

/** Pure, and never throws for any answers the reader accepted. */
export function judge({ catalog, answers, today }: JudgeInput): Judged {
  const facts = factValues(catalog, answers);
  const standing = standings(catalog, answers, facts);
  const overallLists = listsInScope(standing);
  const items = [...standing.values()].map((s) => itemResult(s, catalog, overallLists));
  const exposure = exposures(catalog, facts);
  const score = scoreOf(
    items.filter((item) => overallLists.has(item.checklist) && !isTwin(item, standing)),
    catalog.weights,
  );
  const accepted = acceptedGaps(answers.accepted, today);
  const gaps = gapsOf(items, catalog, facts, exposure, accepted);
  const verdicts = verdictsOf(answers.technologies, catalog, today, answers.assessment.date);
  const legal = legalTasks(verdicts, answers.technologies, catalog.determination, today);
  return { facts, standing, items, exposure, score, accepted, gaps, verdicts, legal };
}

/** Lists that have something to say about this company; one nobody wants is wholly out of scope. */
const listsInScope = (standing: ReadonlyMap<string, Standing>): ReadonlySet<string> =>
  new Set([...standing.values()].filter((s) => s.state !== 'outOfScope').map((s) => s.item.checklist));

const isTwin = (item: ItemResult, standing: ReadonlyMap<string, Standing>): boolean =>
  standing.get(item.id)?.twin ?? false;

function itemResult(standing: Standing, catalog: Catalog, overall: ReadonlySet<string>): ItemResult {
  const { item, state, reason, answer, inheritedFrom, twin } = standing;
  const interval = rating(state);
  return {
    id: item.id,
    checklist: item.checklist,
    section: item.section,
    routes: item.routes,
    state,
    reason,
    severity: item.severity,
    weight: interval === null ? 0 : catalog.weights.severity[item.severity],
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    inOverall: overall.has(item.checklist) && !twin && isAsked(state),
    inheritedFrom,
    confidence: weakest(item),
    action: item.action,
    evidence: evidenceOf(answer),
    location: answer?.location ?? null,
  };
}

function evidenceOf(answer: Answer | null): ItemResult['evidence'] {
  let oldest: IsoDate | null = null;
  for (const { seen } of answer?.evidence ?? []) {
    if (seen !== null && (oldest === null || seen < oldest)) oldest = seen;
  }
  return { count: answer?.evidence.length ?? 0, oldest };
}

/** The weakest of an item's own confidences: what is printed beside it. */
export function weakest({ confidence }: Pick<Item, 'confidence'>): Confidence {
  const { topic, wording, class: category } = confidence;
  if (topic === 'inferred' || wording === 'inferred' || category === 'inferred') return 'inferred';
  return topic === 'official' && wording === 'official' && category === 'official' ? 'official' : 'secondary';
}
