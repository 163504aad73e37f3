/**
 * Offset of the next character that is no space, line end, comment or one of `also`: the events of the parser do not
 * tell where a bracket closes, a block text opens or an empty value stands.
 */
export function nextToken(text: string, from: number, also = ''): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) at++;
    else if (unit === HASH && (at === 0 || /\s/.test(text[at - 1] ?? ''))) at = endOfLine(text, at);
    else if (also !== '' && also.includes(text[at] ?? '')) at++;
    else return at;
  }
  return text.length;
}

const HASH = 35;

/** Space, tab, line end or byte order mark. */
const isBlank = (unit: number): boolean =>
  unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0xfeff;

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
