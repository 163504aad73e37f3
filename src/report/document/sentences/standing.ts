import { wholePoints } from '../../../core/score/score.ts';
import type { StateReason } from '../../../model/assessment.ts';
import type { Finding } from '../../../model/finding.ts';
import { describeFinding } from '../../finding.ts';
import { countsLine, gapSentence, rangeLine, reasonLine } from '../../headline.ts';
import type { ReportInput } from '../input.ts';

export interface PointRange {
  readonly low: number;
  readonly high: number;
}

/** Where the company stands, and why. */
export function standingIn({ assessment, catalog, texts, words }: ReportInput) {
  const { coverage } = assessment.score;
  /** Whole points as people see them; `null` where too much is unknown for a number. */
  const range = (
    scores: { readonly low: number | null; readonly high: number | null },
    unknown: number,
  ): PointRange | null =>
    scores.low === null || scores.high === null || unknown > catalog.weights.tooManyUnknown * coverage.asked
      ? null
      : { low: wholePoints(scores.low), high: wholePoints(scores.high) };
  return {
    range,
    rangeNow: range(assessment.score, coverage.unknown + coverage.unanswered),
    rangeSentence: (): string => rangeLine(assessment, catalog.weights, words),
    counts: (): string => countsLine(coverage, words),
    /** Fewer than half of a list's questions were asked: what is projected then speaks of those alone. */
    askedInPart: assessment.plan.waves.some(({ projected }) => projected.ofAsked),
    /** What was answered, as people say it. */
    answerOf: (id: string): string =>
      words.t(`report.state.${assessment.items.find((result) => result.id === id)?.state ?? 'unanswered'}`),
    gapSentence: (id: string): string => gapSentence(id, assessment.items, texts, words),
    reason: (reason: StateReason): string => reasonLine(reason, texts, words),
    finding: (finding: Finding): string => describeFinding(finding, texts, words),
  };
}
