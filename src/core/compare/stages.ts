import type { Answers } from '../../model/answers.ts';
import type { Assessment, ItemResult } from '../../model/assessment.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { ChangeCause, ChangeKind } from '../../model/comparison.ts';
import type { IsoDate } from '../../model/text.ts';
import { assess } from '../assess.ts';
import type { CompareSide } from './sides.ts';

/** The assessment before and after one cause was put in place, and the questions it moved. */
export interface Stage {
  readonly cause: ChangeCause;
  readonly before: Assessment;
  readonly after: Assessment;
  readonly moved: readonly Moved[];
}

/** One question before and after; `null` = the checklists do not have it. */
export interface Moved {
  readonly id: string;
  readonly before: ItemResult | null;
  readonly after: ItemResult | null;
}

/**
 * The way from the older result to the newer one, one cause after the other: the checklists, the company, the depth,
 * its answers. The answers come last: a question asked for the first time enters unanswered by whatever made it
 * asked, and its answer can then only raise the low end. So a check that goes deeper never looks like a loss by its
 * answers.
 */
export function stagesOf(
  older: CompareSide,
  newer: CompareSide,
  today: IsoDate,
  version: string,
): readonly Stage[] {
  const at = (catalog: Catalog, answers: Answers): Assessment => assess({ catalog, answers, today, version });
  const { catalog } = newer;
  const first = at(older.catalog, older.answers);
  const recatalogued = older.catalog === catalog ? first : at(catalog, older.answers);
  const profiled = at(catalog, withProfileOf(older.answers, newer.answers));
  const sameDepth = older.answers.assessment.depth === newer.answers.assessment.depth;
  const deepened = sameDepth
    ? profiled
    : at(catalog, withProfileOf(atDepthOf(older.answers, newer.answers), newer.answers));
  const last = at(catalog, newer.answers);
  const stage = (cause: ChangeCause, before: Assessment, after: Assessment): Stage => ({
    cause,
    before,
    after,
    moved: before === after ? [] : movedItems(before.items, after.items),
  });
  return [
    stage('catalog', first, recatalogued),
    stage('profile', recatalogued, profiled),
    stage('depth', profiled, deepened),
    stage('answers', deepened, last),
  ];
}

/** Everything conditions may speak of; the answers stay. */
function withProfileOf(answers: Answers, { company, profile, assessment }: Answers): Answers {
  return {
    ...answers,
    company,
    profile,
    assessment: { ...answers.assessment, goals: assessment.goals },
  };
}

function atDepthOf(answers: Answers, { assessment }: Answers): Answers {
  return { ...answers, assessment: { ...answers.assessment, depth: assessment.depth } };
}

/** The questions whose part in any score differs, by id. */
export function movedItems(before: readonly ItemResult[], after: readonly ItemResult[]): readonly Moved[] {
  const older = new Map(before.map((item) => [item.id, item]));
  const newer = new Map(after.map((item) => [item.id, item]));
  return [...new Set([...older.keys(), ...newer.keys()])]
    .sort()
    .map((id) => ({ id, before: older.get(id) ?? null, after: newer.get(id) ?? null }))
    .filter((moved) => hasMoved(moved));
}

function hasMoved({ before, after }: Moved): boolean {
  if (!counts(before) && !counts(after)) return false;
  if (before === null || after === null) return true;
  return (
    before.weight !== after.weight ||
    before.low !== after.low ||
    before.high !== after.high ||
    before.inOverall !== after.inOverall ||
    before.checklist !== after.checklist ||
    before.section !== after.section ||
    (before.routes !== after.routes && before.routes.join() !== after.routes.join())
  );
}

/** Whether a question has a part in the score of its own list. */
export const counts = (item: ItemResult | null | undefined): item is ItemResult =>
  item !== null && item !== undefined && item.low !== null;

/** What happened to a question that counts on both sides, as far as its answer goes; `null` = nothing. */
export function answerKind(before: ItemResult, after: ItemResult): ChangeKind | null {
  const [was, is] = [before.low === before.high, after.low === after.high];
  if (!was && !is) return null;
  if (!was) return 'foundOut';
  if (!is) return 'lostSight';
  if (before.low === after.low) return null;
  return (after.low ?? 0) > (before.low ?? 0) ? 'improved' : 'worsened';
}
