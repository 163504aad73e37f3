import { foldWord } from '../../answers/words.ts';
import { type Found, xrayRule } from '../rule.ts';

/** The same reason under many 当てはまらない was pasted, not thought: told once, at the last of them. */
export const reasonCopied = xrayRule({
  code: 'reason-copied',
  find: ({ answers, policy }) => {
    const items = new Map<string, string[]>();
    for (const [item, { value, reason }] of answers.answers) {
      if (value !== 'notApplicable' || reason === null) continue;
      const key = foldWord(reason).replace(/[\s。、.,]/g, '');
      items.set(key, [...(items.get(key) ?? []), item]);
    }
    return [...items.values()].flatMap((same): readonly Found<'reason-copied'>[] => {
      const item = same.at(-1);
      if (item === undefined || same.length < policy.xray.sameReason) return [];
      return [
        { args: { count: same.length, item }, place: ['answers', item, 'reason'], subject: same[0] ?? item },
      ];
    });
  },
});
