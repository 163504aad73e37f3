/** Nothing to see, though Unicode calls some of them letters: joiners, selectors, the Hangul fillers. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Z}\u2800]/gu;

/** Marks that only lengthen or repeat (ー, 々) say nothing by themselves. */
const LETTER = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;
const LETTER_OR_NUMBER = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/u;

/** Whether a text says anything: at least one letter that is seen. 「-」, 「…」 and a zero-width space say nothing. */
export const hasWords = (text: string | null): boolean =>
  text !== null && LETTER.test(text.replace(UNSEEN, ''));

/** As {@link hasWords}, for what may be a number or a day. */
export const hasContent = (text: string | null): boolean =>
  text !== null && LETTER_OR_NUMBER.test(text.replace(UNSEEN, ''));
