/**
 * Offset of the next character that is no space, line end, comment or one of `also`: the events of the parser do not
 * tell where a bracket closes, a block text opens or an empty value stands.
 */
export function nextToken(text: string, from: number, also = ''): number {
  let at = from;
  for (;;) {
    const char = text[at];
    if (char === undefined) return text.length;
    if (char === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) at = endOfLine(text, at);
    else if (' \t\n\r\uFEFF'.includes(char) || also.includes(char)) at++;
    else return at;
  }
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
