import { xrayRule } from '../rule.ts';

/** Words by which a note says that the deed is still to come. Few and plain: a wrong suspicion costs trust. */
const STILL_TO_COME =
  /未整備|未作成|未実施|未着手|未締結|まだ[^。、「」]{0,10}(?:ない|いません)|これから作る|作成予定|not yet|to be written/i;

/** はい, and a note that says no. */
export const contradictsNote = xrayRule({
  code: 'contradicts-note',
  find: ({ answers }) =>
    [...answers.answers].flatMap(([item, { value, note }]) => {
      const text = value === 'yes' && note !== null ? STILL_TO_COME.exec(note)?.[0] : undefined;
      return text === undefined
        ? []
        : [{ args: { item, text }, place: ['answers', item, 'note'], subject: item }];
    }),
});
