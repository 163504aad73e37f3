/** More than this is a document, not an answer, in characters: what people type and what files hold has one limit. */
export const LONGEST_TEXT = 2000;

/** Characters as people count them, near enough: code points, so that counting takes one pass over any text. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_TEXT && firstOf(text).length < text.length;
}

/** The first {@link LONGEST_TEXT} characters, none of them cut in two. */
export function firstOf(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  let end = 0;
  for (let count = 0; count < LONGEST_TEXT && end < text.length; count++)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}
