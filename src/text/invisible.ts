/**
 * Nothing to see: joiners, marks, selectors, fillers, every space but the two that a keyboard gives. Control characters
 * are seen: YAML takes them as escapes alone, and every writer shows them (`words/visible.ts`).
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\p{Z}\u2800]/u;
const ALL = new RegExp(INVISIBLE, 'gu');
const VISIBLE = /^[\x21-\x7e]*$/;
const USUAL = /[ \t\r\n]/g;

/** A character that nobody sees in a text. */
export interface Invisible {
  /** Offset of the first one. */
  readonly at: number;
  /** As Unicode writes it: `U+200B`. */
  readonly name: string;
  /** The text without any of them. */
  readonly without: string;
}

/** The first invisible character of a text, or `null`. Spaces, tabs and line ends are seen by what they do. */
export function invisibleIn(text: string): Invisible | null {
  if (VISIBLE.test(text)) return null;
  const seen = text.replace(USUAL, '.');
  const found = INVISIBLE.exec(seen);
  if (found === null) return null;
  const code = found[0].codePointAt(0) ?? 0;
  const without = text.replace(ALL, (char) => (' \t\r\n'.includes(char) ? char : ''));
  return { at: found.index, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, without };
}
