/** Column of an offset, 0-based. */
export function columnOf(text: string, offset: number): number {
  return offset - lineBegin(text, offset);
}

/** Offset where the line of `offset` begins. */
export function lineBegin(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Offset of the line end at or behind `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.slice(offset).search(/[\r\n]/);
  return at === -1 ? text.length : offset + at;
}

/** Offset where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The line end a text uses first. */
export function eolOf(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** One step of indentation as this file has it; two spaces where it shows none. */
export function stepOf(text: string): string {
  let opened = false;
  for (const line of text.split('\n')) {
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.slice(0, line.length - content.length);
    if (opened && indent !== '' && /^ *$/.test(indent) && !content.startsWith('-')) return indent;
    opened = indent === '' && !content.startsWith('-') && opensBlock(content);
  }
  return '  ';
}

/** Whether a line ends in its key, a comment behind it left aside: what belongs to it stands indented below. */
const opensBlock = (line: string): boolean => line.trimEnd().endsWith(':') || /:[ \t]*#/.test(line);

/** A text without its line ends, each with the space around it one space. Other space stays as it is. */
export const inOneLine = (text: string): string =>
  text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));

/** Where a stretch ends without the space behind it. Only YAML's own: a full-width space may be the end of a value. */
export function contentEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1] ?? '')) at--;
  return at;
}
