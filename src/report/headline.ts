import { wholePoints } from '../core/score/score.ts';
import type { Assessment, Coverage, ItemResult, ItemState, StateReason } from '../model/assessment.ts';
import type { Weights } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Plan, Task } from '../model/plan.ts';
import { joinSentences, type Words } from '../words/messages.ts';

/** The states people are shown counts of, in the order they are shown. */
export const COUNTED = [
  'yes',
  'partial',
  'no',
  'unknown',
  'unanswered',
  'notApplicable',
] as const satisfies readonly ItemState[];

/** 「45問：はい18・一部6…」; states nobody is in are left out. */
export function countsLine(coverage: Coverage, words: Words): string {
  const parts = COUNTED.filter((state) => coverage[state] > 0).map((state) =>
    words.t(`report.count.${state}`, { n: coverage[state] }),
  );
  return words.t('report.counts', { asked: coverage.asked, parts });
}

/** Title of the standing: quick results say how few questions they rest on. */
export function standingTitle(assessment: Assessment, words: Words): string {
  const key = assessment.depth === 'quick' ? 'quick' : 'full';
  return words.t(`report.standing.${key}`, { asked: assessment.score.coverage.asked });
}

/**
 * The range in words, never a lone number while something is open: nothing asked yet, too much unknown for a number,
 * one number where everything is known, else a range and why it is one.
 */
export function rangeLine(
  { score }: Pick<Assessment, 'score'>,
  weights: Pick<Weights, 'tooManyUnknown'>,
  words: Words,
): string {
  if (score.low === null || score.high === null) return words.t('report.nothing');
  if (isTooUnknown(score.coverage, weights)) return words.t('report.tooManyUnknown');
  const [low, high] = [wholePoints(score.low), wholePoints(score.high)];
  if (low === high) return words.t('report.rangeOne', { low });
  return joinSentences([words.t('report.range', { low, high }), words.t('report.rangeWhy')], words.lang);
}

/** Whether too much is unknown or unanswered for people to be shown a number. */
export function isTooUnknown(coverage: Coverage, weights: Pick<Weights, 'tooManyUnknown'>): boolean {
  return coverage.unknown + coverage.unanswered > weights.tooManyUnknown * coverage.asked;
}

/** Person-days as the band people think in. */
export function effortBand(days: number, words: Words): string {
  if (days <= 0.125) return words.t('report.effort.hour');
  if (days <= 0.25) return words.t('report.effort.quarter');
  if (days <= 0.5) return words.t('report.effort.half');
  return words.t('report.effort.days', { n: Math.ceil(days) });
}

/** A known gap as it is: where a part is in place the sentence says so first. */
export function gapSentence(
  id: string,
  items: readonly Pick<ItemResult, 'id' | 'state'>[],
  texts: CatalogTexts,
  words: Words,
): string {
  const partial = items.find((item) => item.id === id)?.state === 'partial';
  return words.t(`report.gap.${partial ? 'partial' : 'no'}`, { gap: texts.items[id]?.gap ?? id });
}

/** What a task takes of somebody: minutes where it is so short, else a band of days; a decision takes a talk. */
export function taskBand(
  { kind, effort, minutes }: Pick<Task, 'kind' | 'effort' | 'minutes'>,
  words: Words,
): string {
  if (kind === 'decide') return words.t('report.effort.talk');
  if (minutes === 0) return effortBand(effort, words);
  return minutes < 60
    ? words.t('report.effort.minutes', { n: minutes })
    : words.t('report.effort.hours', { n: Math.ceil(minutes / 30) / 2 });
}

/** What a decision is about: an action said to be done whose gap is still there, or a choice of management. */
export function decisionTitle(
  task: Pick<Task, 'id' | 'action'>,
  plan: Pick<Plan, 'done'>,
  texts: CatalogTexts,
  words: Words,
): string {
  const id = task.action ?? task.id;
  const key = plan.done.includes(id) ? 'answerAgain' : 'choose';
  return words.t(`report.task.${key}`, { action: texts.actions[id]?.title ?? id });
}

/** Why an item is in its state, in words. */
export function reasonLine(reason: StateReason, texts: CatalogTexts, words: Words): string {
  switch (reason.code) {
    case 'fact-unknown':
    case 'condition':
      return words.t(`report.reason.${reason.code}`, {
        facts: reason.facts.map((fact) => texts.facts[fact]?.question ?? fact),
      });
    case 'deeper':
      return words.t('report.reason.deeper', { depth: words.t(`report.depth.${reason.depth}`) });
    case 'not-applicable-refused':
      return words.t(`report.reason.not-applicable-refused-${reason.why}`);
    case 'stated':
      return words.t('report.reason.stated', { text: reason.text });
  }
}
