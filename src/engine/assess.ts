import { type AssessInput, assess } from '../core/assess.ts';
import { factValues } from '../core/facts.ts';
import type { Baseline } from '../gate/regression/baseline.ts';
import type { Answers } from '../model/answers.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Diagnostic } from '../model/finding.ts';
import type { IsoDate } from '../model/text.ts';
import type { OpenedAnswers } from './open.ts';

/** By what answers are assessed: the same for every file of a run. */
export interface Assessing extends Pick<AssessInput, 'catalog' | 'today' | 'version'> {
  /** Person-days a month that were asked for; `null` or left out = as the file says. */
  readonly capacity?: number | null | undefined;
}

/** The result of opened answers. `findings` of opening them stand first among its diagnostics. */
export function assessOpened(
  { answers }: Pick<OpenedAnswers, 'answers'>,
  findings: readonly Diagnostic[],
  { catalog, today, version, capacity }: Assessing,
  source?: AssessInput['source'],
): Assessment {
  return assess({
    catalog,
    answers,
    today,
    version,
    findings,
    ...(source === undefined ? {} : { source }),
    ...(capacity === undefined || capacity === null ? {} : { capacity }),
  });
}

/** With what an earlier version is seen: the lists of its own commit where there is one, the day of now. */
export interface Looking {
  readonly catalog: Catalog;
  readonly today: IsoDate;
}

/** Answers of an earlier day as the rules of the gate need them: assessed on the day of now, so that only they differ. */
export function baselineOf(answers: Answers, { catalog, today }: Looking): Baseline {
  return {
    // No rule reads which version assessed.
    ...assess({ catalog, answers, today, version: '' }),
    facts: factValues(catalog, answers),
    answers,
  };
}
