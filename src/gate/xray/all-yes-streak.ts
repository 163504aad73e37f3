import type { Answer } from '../../model/answers.ts';
import { hasWords } from '../../text/has-words.ts';
import { answerPlace, type Found, xrayRule } from '../rule.ts';
import { shownEvidence } from '../shown-evidence.ts';

const unproven = ({ value, note, evidence, basis }: Answer): boolean =>
  value === 'yes' && !hasWords(note) && shownEvidence(evidence).length === 0 && basis === null;

/** はい after はい with nothing behind any of them, in the order of the file: one finding, where the row begins. */
export const allYesStreak = xrayRule({
  code: 'all-yes-streak',
  find: ({ answers, policy }) => {
    const rows: [string, Answer][][] = [[]];
    for (const entry of answers.answers) {
      if (unproven(entry[1])) rows.at(-1)?.push(entry);
      else rows.push([]);
    }
    return rows.flatMap((row): readonly Found<'all-yes-streak'>[] => {
      const [first] = row;
      if (first === undefined || row.length < policy.xray.yesStreak) return [];
      const [item, { location }] = first;
      return [{ args: { count: row.length, item }, place: location ?? answerPlace(item), subject: item }];
    });
  },
});
