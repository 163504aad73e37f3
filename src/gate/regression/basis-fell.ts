import type { AnswerBasis } from '../../model/answers.ts';
import { type Found, regressionRule } from '../rule.ts';
import { claimsOnBothSides } from './claims.ts';

/** Hearsay, then paper, then the thing itself; nothing said is weaker than all of them. */
const BASES: readonly (AnswerBasis | null)[] = [null, 'interview', 'document', 'seen'];

export const basisFell = regressionRule({
  code: 'basis-fell',
  find: (examined) =>
    claimsOnBothSides(examined).flatMap((claim): readonly Found<'basis-fell'>[] => {
      const [was, now] = [claim.was.basis, claim.now.basis];
      if (was === null || BASES.indexOf(now) >= BASES.indexOf(was)) return [];
      const args = { item: claim.item, was, now: now ?? 'no-basis' } as const;
      return [{ args, place: [...claim.place, 'basis'], subject: claim.item }];
    }),
});
