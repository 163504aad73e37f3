import picomatch from 'picomatch/posix.js';

/** More members than this in one `{1..9}` is a slip of the pen. */
const MOST_IN_RANGE = 10_000;

/**
 * Tells which paths a pattern means, `/` between their parts: `*` and `?` within a name, `**` over folders, `[ab]`,
 * `{a,b}`, `{01..12}`. A path below a folder that matches is meant too, as when a shell hands that folder over. Throws
 * where the pattern cannot mean anything (`[z-a]`). Names compare in NFC.
 */
export function matcherOf(pattern: string, nocase = process.platform === 'win32'): (path: string) => boolean {
  const { source } = picomatch.makeRe(literal(pattern.normalize('NFC')), {
    // `posix` is `[!ab]`; with `debug` a pattern that means nothing throws instead of matching nothing.
    ...{ noextglob: true, nonegate: true, posix: true, debug: true, dot: true },
    expandRange: membersOf,
  });
  const meant = new RegExp(neverBack(readByCharacter(source)), nocase ? 'iu' : 'u');
  return (path) => {
    const name = path.normalize('NFC');
    for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1)) {
      if (meant.test(name.slice(0, end))) return true;
    }
    return false;
  };
}

/**
 * Brackets and bars stand in names (`青木（株）(2).yaml`), and nobody writes patterns with them: they are letters here.
 * A backslash makes the next sign a letter too.
 */
const literal = (pattern: string): string =>
  pattern.replace(/\\.|[()|"+^$]/gu, (sign) => (sign.startsWith('\\') ? sign : `\\${sign}`));

/** Without needless backslashes, so that it can be read by characters: 𠮷 is one of them, and not two halves. */
const readByCharacter = (source: string): string =>
  source.replace(/\\([\s\S])/g, (escaped, sign: string) =>
    sign === '-' ? '\\x2d' : /[\^$\\.*+?()[\]{}|/\w]/.test(sign) ? escaped : sign,
  );

/** As picomatch writes `*`, and what stands behind it up to the next one: letters and sets of letters, each once. */
const STAR = '[^/]*?';
const BEFORE_ANOTHER =
  /\[\^\/\]\*\?((?:(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]|*?+{}^$])(?![*?+{]))+)(?=\[\^\/\]\*\?)/gu;
/** More stars beside `{a,b}` than this, which may be found in many places, take time nobody has. */
const MOST_UNSETTLED = 4;

/**
 * Of several places where the letters behind a `*` may stand, the first is always right where another `*` follows: it
 * leaves the most to the rest. So it is never looked for again (`*a*a*a*b` of 200 letters took hours).
 */
function neverBack(source: string): string {
  let settled = 0;
  const result = source.replace(BEFORE_ANOTHER, (_, behind: string) => {
    settled++;
    return `(?=(?<star${settled}>${STAR}${behind}))\\k<star${settled}>`;
  });
  const stars = result.split(STAR).length - 1 - settled;
  const anyDepth = result.split(').)*?').length - 1;
  const chosen = /\((?!\?)/.test(result);
  if ((chosen && stars > MOST_UNSETTLED) || anyDepth > MOST_UNSETTLED) throw new RangeError(source);
  return result;
}

/** `{1..3}`, `{01..12}`, `{a..c}` as the shells read them. picomatch alone makes one range of characters of it. */
function membersOf(from: unknown, to: unknown, ...step: readonly unknown[]): string {
  const [first, last] = [String(from), String(to)];
  const numbers = /^-?\d{1,9}$/.test(first) && /^-?\d{1,9}$/.test(last);
  const letters = /^[a-z]$/i.test(first) && /^[a-z]$/i.test(last);
  if (step.length > 1 || !(numbers || letters)) throw new RangeError(`{${first}..${last}}`);
  const [start, end] = numbers ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  const count = Math.abs(end - start) + 1;
  if (count > MOST_IN_RANGE) throw new RangeError(`{${first}..${last}}`);
  const padded = /^-?0\d/.test(first) || /^-?0\d/.test(last) ? Math.max(first.length, last.length) : 0;
  const members = Array.from({ length: count }, (_, i) => {
    const n = start < end ? start + i : start - i;
    return numbers ? String(n).padStart(padded, '0') : String.fromCharCode(n);
  });
  return `(?:${members.join('|')})`;
}
