import type { Evidence } from '../../model/answers.ts';
import { type Found, regressionRule } from '../rule.ts';
import { claimsOnBothSides } from './claims.ts';

/**
 * The same file with another SHA-256 and no later day on which it was seen: what was looked at then is not what lies
 * there now. A later `seen` is the renewal we ask for. A hash that is taken off switches the check of the file off,
 * which is an error. A file under another name with the same hash has moved.
 */
export const evidenceHashChanged = regressionRule({
  code: 'evidence-hash-changed',
  severity: 'warning',
  find: (examined) =>
    claimsOnBothSides(examined).flatMap(({ item, was, now, place }) =>
      was.evidence.flatMap((before): readonly Found<'evidence-hash-changed'>[] => {
        const { file: path } = before;
        const hash = hashOf(before);
        if (path === null || hash === null || now.evidence.some((one) => hashOf(one) === hash)) return [];
        const after = now.evidence.find(({ file }) => file === path);
        if (after === undefined || (hashOf(after) !== null && seenLater(before, after))) return [];
        const severity = hashOf(after) === null ? 'error' : 'warning';
        const at = [...place, 'evidence', now.evidence.indexOf(after), 'file'];
        return [{ args: { item, path }, place: at, subject: item, severity }];
      }),
    ),
});

const hashOf = ({ sha256 }: Evidence): string | null => sha256?.trim().toLowerCase() ?? null;

const seenLater = (before: Evidence, after: Evidence): boolean =>
  after.seen !== null && (before.seen === null || after.seen > before.seen);
