import type {
  Assessment,
  ChecklistResult,
  ItemResult,
  Readiness,
  ReadinessCounts,
} from '../model/assessment.ts';
import type { ReadinessClass } from '../model/catalog.ts';
import type { Words } from '../words/messages.ts';
import { concerningLists } from './lists.ts';

export const READINESS_CLASSES = [
  'assumed',
  'conditional',
  'optional',
] as const satisfies readonly ReadinessClass[];
export const READINESS_COUNTS = [
  'met',
  'partial',
  'unmet',
  'unknown',
] as const satisfies readonly (keyof ReadinessCounts)[];

export interface ReadinessList {
  readonly id: string;
  readonly readiness: Readiness;
  /** Items of the list not asked yet: deeper ones, and those that wait for a fact. */
  readonly notAsked: number;
  /** What is not met, the presumably mandatory first. */
  readonly missing: readonly ItemResult[];
}

/** The readiness lists of this company; none where it wants none. */
export function readinessLists(assessment: Assessment): readonly ReadinessList[] {
  const items = new Map(assessment.items.map((item) => [item.id, item]));
  return concerningLists(assessment).flatMap(({ id, readiness, score }: ChecklistResult) =>
    readiness === null
      ? []
      : [
          {
            id,
            readiness,
            notAsked: score?.coverage.notAsked ?? 0,
            missing: readiness.missing.flatMap((missing) => items.get(missing) ?? []),
          },
        ],
  );
}

/** Steps every company takes after the list, where this list has such a text. */
export const readinessSteps = (list: string, words: Words): readonly string[] =>
  ['prepare', 'look-up', 'consult'].flatMap((step) => sentence(`${list}.steps.${step}`, words));

/** What the thing prepared for brings. */
export const readinessBenefits = (list: string, words: Words): readonly string[] =>
  sentence(`${list}.benefits`, words);

function sentence(key: string, words: Words): readonly string[] {
  const full = `report.readiness.${key}`;
  return words.has(full) ? [words.t(full)] : [];
}
