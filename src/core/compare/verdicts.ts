import type { Assessment, Verdict, VerdictOutcome } from '../../model/assessment.ts';
import type { VerdictChange, VerdictStanding } from '../../model/comparison.ts';
import type { Stage } from './stages.ts';

/** From what asks for least to what asks for most. */
const WEIGHT: readonly VerdictOutcome[] = [
  'not-subject',
  'confirm',
  'list-control-first',
  'report-required',
  'stop',
];

/** The verdicts that are other ones than before: newer order first, then what is gone. */
export function verdictChanges(
  before: Assessment,
  after: Assessment,
  stages: readonly Stage[],
): readonly VerdictChange[] {
  // The checklists come first: what the older answers give under the newer ones tells the two causes apart.
  const rejudged = stages.find(({ cause }) => cause === 'catalog')?.after ?? before;
  const ids = [...new Set([...after.verdicts, ...before.verdicts].map(({ technology }) => technology))];
  return ids.flatMap((technology) => {
    const was = standing(technology, before);
    const is = standing(technology, after);
    if (same(was, is)) return [];
    const cause = same(standing(technology, rejudged), is) ? 'catalog' : 'answers';
    return [{ technology, kind: kindOf(was, is), cause, before: was, after: is }];
  });
}

function kindOf(was: VerdictStanding | null, is: VerdictStanding | null): VerdictChange['kind'] {
  if (was === null) return 'appeared';
  if (is === null) return 'disappeared';
  const heavier = WEIGHT.indexOf(is.outcome) - WEIGHT.indexOf(was.outcome);
  if (heavier === 0) return 'changed';
  return heavier > 0 ? 'heavier' : 'lighter';
}

function standing(technology: string, { verdicts }: Assessment): VerdictStanding | null {
  const verdict = verdicts.find((v) => v.technology === technology);
  return verdict === undefined ? null : shown(verdict);
}

const shown = ({ outcome, rule, missing, basis, deadlines }: Verdict): VerdictStanding => ({
  outcome,
  rule,
  missing,
  basis,
  deadlines,
});

const same = (a: VerdictStanding | null, b: VerdictStanding | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
