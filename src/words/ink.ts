/*
 * Colours and the moves of the cursor that are ours. A file can hold the very same codes, so ours carry a mark that is
 * new in each run: who wrote the file cannot have known it, and what has no mark is text (`visible.ts`).
 */
const MARK = Array.from({ length: 4 }, () => String(Math.floor(1000 + Math.random() * 9000))).join(';');

/** A control sequence of ours (`1`, `m` = bold; ECMA-48 §5.4), to be let out by {@link dried}. */
export const ink = (parameter: number, final: string): string => `\u001b[${parameter};${MARK}${final}`;

/** The pattern of {@link ink}, for whoever looks for control characters. */
export const INK = `\\u001b\\[\\d+;${MARK}[A-Za-z]`;

const OURS = new RegExp(`\\u001b\\[(\\d+);${MARK}([A-Za-z])`, 'g');

/** Our codes as a terminal takes them: the last thing that is done to a text. */
export const dried = (text: string): string => text.replace(OURS, '\u001b[$1$2');

const PAINTS = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** How text is set off. Without colour every paint is the text itself: nothing is ever said by colour alone. */
export type Paint = Readonly<Record<keyof typeof PAINTS, (text: string) => string>>;

export function paintIn(colour: boolean): Paint {
  const paint = ([on, off]: readonly [number, number]) =>
    colour
      ? (text: string): string => (text === '' ? '' : `${ink(on, 'm')}${text}${ink(off, 'm')}`)
      : (text: string): string => text;
  const { bold, dim, red, yellow, blue, cyan } = PAINTS;
  return {
    bold: paint(bold),
    dim: paint(dim),
    red: paint(red),
    yellow: paint(yellow),
    blue: paint(blue),
    cyan: paint(cyan),
  };
}
