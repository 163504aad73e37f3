import type { Evidence } from '../../model/answers.ts';
import type { GateArgs } from '../../model/gate.ts';
import { type Found, regressionRule } from '../rule.ts';
import { shownEvidence } from '../shown-evidence.ts';
import { claimsOnBothSides } from './claims.ts';

type Kind = GateArgs['evidence-removed']['what'];

/** From what every piece of evidence is to what can be checked by a machine. */
const KINDS: readonly (readonly [Kind, (one: Evidence) => boolean])[] = [
  ['evidence-any', () => true],
  ['evidence-file', ({ file }) => file !== null],
  ['evidence-hash', ({ sha256 }) => sha256 !== null],
];

/**
 * Less evidence under an answer that claims as much as before. Counted, not matched: a file that moved, a newer document
 * in the place of an old one are no loss, a file replaced by words is.
 */
export const evidenceRemoved = regressionRule({
  code: 'evidence-removed',
  find: (examined) =>
    claimsOnBothSides(examined).flatMap((claim): readonly Found<'evidence-removed'>[] => {
      const [before, after] = [shownEvidence(claim.was.evidence), shownEvidence(claim.now.evidence)];
      for (const [what, is] of KINDS) {
        const [was, now] = [before.filter(is).length, after.filter(is).length];
        // A hash taken off a file that is still named is told by `evidence-hash-changed`.
        const explained = what === 'evidence-hash' && before.filter(is).some((one) => lostHash(one, after));
        if (now >= was || explained) continue;
        return [{ args: { item: claim.item, what, was, now }, place: claim.place, subject: claim.item }];
      }
      return [];
    }),
});

const lostHash = ({ file }: Evidence, after: readonly Evidence[]): boolean =>
  file !== null && after.some((one) => one.file === file && one.sha256 === null);
