import { factValues } from '../../core/facts.ts';
import { type Standing, standings } from '../../core/score/standing.ts';
import type { Answers, AnswerValue } from '../../model/answers.ts';
import type { Catalog, Depth, Item } from '../../model/catalog.ts';
import { isOpen, type Session } from './flow.ts';
import { WORK } from './pace.ts';
import { type AskStep, isItemStop, type Stop, sectionKey, stopsOf } from './steps.ts';

export interface Progress {
  /** Number of the thing shown now, among those of its kind (facts or questions), from 1. */
  readonly number: number;
  readonly total: number;
  /** What is still open in this session, counted as {@link Pace} counts it. */
  readonly remaining: number;
}

/** How much work a step is. */
export function workOf({ kind }: AskStep): number {
  switch (kind) {
    case 'item':
    case 'evidence':
    case 'technologies':
      return WORK[kind];
    default:
      return WORK.fact;
  }
}

const kindOf = ({ step: { kind } }: Stop): 'item' | 'evidence' | 'technologies' | 'scope' =>
  kind === 'item' || kind === 'evidence' || kind === 'technologies' ? kind : 'scope';

/** How far a person is. A question seen before keeps the number it had; a new one comes after all answered ones. */
export function progressOf(catalog: Catalog, answers: Answers, session: Session, key: string): Progress {
  const stops = stopsOf(catalog, answers);
  const current = stops.find((stop) => stop.key === key);
  const same = stops.filter((stop) => current !== undefined && kindOf(stop) === kindOf(current));
  const seen = session.trail.filter((k) => same.some((stop) => stop.key === k));
  const number = seen.includes(key)
    ? seen.indexOf(key) + 1
    : same.filter((stop) => stop.settled || seen.includes(stop.key)).length + 1;
  return {
    number,
    total: same.length,
    remaining: workLeft(catalog, answers, session),
  };
}

/** What is still open in this session, facts and all, counted as {@link Pace} counts it. */
export function workLeft(catalog: Catalog, answers: Answers, session: Session): number {
  return stopsOf(catalog, answers)
    .filter((stop) => isOpen(stop, session))
    .reduce((sum, stop) => sum + workOf(stop.step), 0);
}

/** Questions answered and asked, and what is not known yet, of the company too, for the greeting and the end. */
export function tally(catalog: Catalog, answers: Answers) {
  const stops = stopsOf(catalog, answers);
  const items = stops.filter(isItemStop);
  return {
    asked: items.length,
    answered: items.filter((stop) => stop.settled).length,
    open: items.filter((stop) => !stop.settled).map((stop) => stop.key),
    unknown: stops.filter((stop) => stop.settled && isUnknown(stop, answers)).map((stop) => stop.key),
  };
}

function isUnknown({ step }: Stop, answers: Answers): boolean {
  switch (step.kind) {
    case 'fact':
      return answers.profile.get(step.fact.id)?.includes('unknown') ?? false;
    case 'item':
      return answers.answers.get(step.item.id)?.value === 'unknown';
    default:
      return false;
  }
}

/** How the questions of one section were answered. */
export function sectionTally(catalog: Catalog, answers: Answers, section: string) {
  const items = stopsOf(catalog, answers)
    .filter(isItemStop)
    .filter((stop) => sectionKey(stop.step.item) === section);
  const settled = items.filter((stop) => stop.settled);
  const count = (value: AnswerValue): number =>
    settled.filter(({ step }) => answers.answers.get(step.item.id)?.value === value).length;
  return {
    asked: items.length,
    answered: settled.length,
    values: {
      yes: count('yes'),
      partial: count('partial'),
      no: count('no'),
      unknown: count('unknown'),
      notApplicable: count('notApplicable'),
    },
  };
}

export interface ScopeEffect {
  /** Questions the facts rule out for this company. */
  readonly skipped: number;
  /** Questions that wait until a fact is known. */
  readonly waiting: number;
}

/** What the facts keep from being asked at this depth. What nobody wants (a list without its goal) is not counted. */
export function scopeEffect(catalog: Catalog, answers: Answers): ScopeEffect {
  const standing = [...standings(catalog, answers, factValues(catalog, answers)).values()].filter(
    (s) => s.inheritedFrom === null && mayBeAsked(catalog, s.item, answers.assessment.depth),
  );
  const known = new Set(catalog.facts.filter((f) => f.place !== 'assessment').map((f) => f.id));
  const because = (s: Standing): boolean =>
    s.reason !== null && 'facts' in s.reason && s.reason.facts.some((fact) => known.has(fact));
  return {
    skipped: standing.filter((s) => s.state === 'outOfScope' && because(s)).length,
    waiting: standing.filter((s) => s.reason?.code === 'fact-unknown').length,
  };
}

const DEPTHS: readonly Depth[] = ['quick', 'full', 'evidence'];
const DEEPER = { quick: ['full', 'evidence'], full: ['evidence'], evidence: [] } as const;

function mayBeAsked(catalog: Catalog, item: Item, depth: Depth): boolean {
  const quick = catalog.checklists.some(
    (c) => c.quick !== null && [...c.quick.always, ...c.quick.byScene].includes(item.id),
  );
  return quick || DEPTHS.indexOf(item.depth) <= DEPTHS.indexOf(depth);
}

/** The next depth that has new questions for this company, and how many. */
export function deeper(
  catalog: Catalog,
  answers: Answers,
): { readonly depth: Exclude<Depth, 'quick'>; readonly count: number; readonly evidence: number } | null {
  const asked = new Set(stopsOf(catalog, answers).map((stop) => stop.key));
  for (const depth of DEEPER[answers.assessment.depth]) {
    const there = { ...answers, assessment: { ...answers.assessment, depth } };
    const fresh = stopsOf(catalog, there).filter((stop) => !stop.settled && !asked.has(stop.key));
    const count = fresh.filter(isItemStop).length;
    const evidence = fresh.filter(({ step }) => step.kind === 'evidence').length;
    if (count + evidence > 0) return { depth, count, evidence };
  }
  return null;
}

/** Questions not asked so far, as the score counts them, and when they will be. */
export function notAsked(catalog: Catalog, answers: Answers) {
  const total = [...standings(catalog, answers, factValues(catalog, answers)).values()].filter(
    (s) => s.state === 'notAsked' && !s.twin && s.inheritedFrom === null,
  ).length;
  const askedAt = (depth: Depth): number => {
    const there = { ...answers, assessment: { ...answers.assessment, depth } };
    return stopsOf(catalog, there).filter(isItemStop).length;
  };
  const now = askedAt(answers.assessment.depth);
  const full = answers.assessment.depth === 'quick' ? askedAt('full') - now : 0;
  const evidence = askedAt('evidence') - now - full;
  return { total, full, evidence, waiting: Math.max(0, total - full - evidence) };
}
