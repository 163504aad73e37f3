import type { VerdictOutcome } from '../../model/assessment.ts';
import { regressionRule } from '../rule.ts';

/** From the lightest consequence to the heaviest (`docs/scoring.md` §8). */
export const OUTCOMES: readonly VerdictOutcome[] = [
  'not-subject',
  'confirm',
  'list-control-first',
  'report-required',
  'stop',
];

export const verdictWorse = regressionRule({
  code: 'verdict-worse',
  find: ({ assessment, baseline }) =>
    assessment.verdicts.flatMap((verdict) => {
      const { technology, outcome: now, location } = verdict;
      const was = baseline?.verdicts.find((v) => isSame(v, verdict))?.outcome;
      if (was === undefined || OUTCOMES.indexOf(now) <= OUTCOMES.indexOf(was)) return [];
      return [{ args: { technology, was, now }, place: location ?? ['technologies'], subject: technology }];
    }),
});

/** A technology, or the verdict of one list on it, that is there no more. */
export const technologyGone = regressionRule({
  code: 'technology-gone',
  find: ({ assessment, baseline }) =>
    (baseline?.verdicts ?? [])
      .filter((was) => !assessment.verdicts.some((now) => isSame(was, now)))
      .map(({ technology }) => ({ args: { technology }, place: ['technologies'], subject: technology })),
});

type Named = { readonly technology: string; readonly checklist: string };

const isSame = (a: Named, b: Named): boolean => a.technology === b.technology && a.checklist === b.checklist;
