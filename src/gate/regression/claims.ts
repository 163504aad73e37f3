import type { Answer } from '../../model/answers.ts';
import type { Path } from '../places.ts';
import { answerPlace, type Examined } from '../rule.ts';

/** An item that claimed to exist, wholly or in part, then and claims it now, with the answers that say so. */
export interface Claim {
  readonly item: string;
  readonly was: Answer;
  readonly now: Answer;
  readonly place: Path;
}

/**
 * What is claimed on both sides. An answer that got worse or went away has rules of its own; where the answer comes from
 * a twin now, the twin has to prove it.
 */
export function claimsOnBothSides({ answers, assessment, baseline }: Examined): readonly Claim[] {
  const before = baseline?.answers?.answers;
  if (before === undefined) return [];
  return assessment.items.flatMap(({ id, state, inheritedFrom }): readonly Claim[] => {
    const was = before.get(id);
    const now = answers.answers.get(id) ?? answers.answers.get(inheritedFrom ?? '');
    if (was === undefined || now === undefined || (state !== 'yes' && state !== 'partial')) return [];
    if (was.value !== 'yes' && was.value !== 'partial') return [];
    return [{ item: id, was, now, place: answerPlace(inheritedFrom ?? id) }];
  });
}
