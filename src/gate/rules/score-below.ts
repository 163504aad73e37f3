import type { Score } from '../../model/assessment.ts';
import type { GateArgs, ScoredGroup } from '../../model/gate.ts';
import type { Policy, Threshold } from '../../model/policy.ts';
import { type Examined, type Found, policyRule } from '../rule.ts';

/** The low end counts: what nobody knows yet cannot carry a threshold. A group without any score is below every one. */
export const scoreBelow = policyRule({
  code: 'score-below',
  find: (examined) =>
    thresholds(examined).flatMap(({ group, score, threshold }): readonly Found<'score-below'>[] => {
      const least = threshold.low;
      if (least === null || score.coverage.asked === 0) return [];
      const low = score.low ?? 0;
      return low + 1e-9 >= least ? [] : [found(group, { group, low, least })];
    }),
});

export const gradeBelow = policyRule({
  code: 'grade-below',
  find: (examined) =>
    thresholds(examined).flatMap(({ group, score, threshold }): readonly Found<'grade-below'>[] => {
      const least = threshold.grade;
      if (least === null || score.coverage.asked === 0) return [];
      const grade = score.grade?.low ?? 'E';
      // Grades compare as letters: E is after A.
      return grade <= least ? [] : [found(group, { group, grade, least })];
    }),
});

function found<A extends GateArgs['score-below' | 'grade-below']>(group: ScoredGroup, args: A) {
  return { args, place: ['answers'], subject: group };
}

interface Held {
  readonly group: ScoredGroup;
  readonly score: Score;
  readonly threshold: Threshold;
}

function thresholds({ assessment, policy }: Examined): readonly Held[] {
  const { overall, checklists, sections, routes } = policy.score;
  return [
    { group: 'overall', score: assessment.score, threshold: overall },
    ...held(checklists, 'checklist', new Map(assessment.checklists.map((c) => [c.id, c.score]))),
    ...held(
      sections,
      'section',
      new Map(assessment.checklists.flatMap((c) => c.sections.map((s) => [s.id, s.score] as const))),
    ),
    ...held(routes, 'route', new Map(assessment.routes.map((r) => [r.id, r.score]))),
  ];
}

function held(
  wanted: Policy['score']['routes'],
  kind: 'checklist' | 'section' | 'route',
  scores: ReadonlyMap<string, Score | null>,
): readonly Held[] {
  return [...wanted].flatMap(([id, threshold]) => {
    const score = scores.get(id) ?? null;
    return score === null ? [] : [{ group: `${kind}:${id}` as const, score, threshold }];
  });
}
