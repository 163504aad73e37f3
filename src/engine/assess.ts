import { type AssessInput, assess } from '../core/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/finding.ts';
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
    ...{ catalog, answers, today, version, findings },
    ...(source === undefined ? {} : { source }),
    ...(capacity === undefined || capacity === null ? {} : { capacity }),
  });
}
