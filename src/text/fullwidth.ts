import type { Finding } from '../model/finding.ts';
import { type LineIndex, locate } from './positions.ts';

/**
 * Japanese input methods give `：` and `　` where YAML wants `: `. YAML then reads the whole line as one plain text and
 * says nothing, or complains lines further down. These are the lines where an entry was clearly meant.
 */
const COLON = /^([ \t]*(?:- +)?)([^\s:：#'"[\]{}「」、。]{1,60})[ \u3000]*：/;
const SPACE = /^([ \t]*(?:- +)?[^\s:：#'"[\]{}「」、。]{1,60}[:：])\u3000/;
const INDENT = /^([ \t]*)\u3000/;
/** A key as programs write it; Japanese words before a `：` may simply be prose. */
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** The full-width slip in one line, or `null`. `offset` is where the line (or the part of it) begins in the text. */
export function fullwidthSlip(line: string, offset: number, lines: LineIndex): Finding | null {
  const space = SPACE.exec(line);
  if (space) {
    const location = locate(lines, offset + (space[1] ?? '').length);
    return { severity: 'error', code: 'yaml-fullwidth-space', args: { text: clip(line) }, location };
  }
  const colon = COLON.exec(line);
  if (colon) {
    const location = locate(lines, offset + colon[0].length - 1);
    const severity = IDENTIFIER.test(colon[2] ?? '') ? 'error' : 'warning';
    return { severity, code: 'yaml-fullwidth-colon', args: { text: clip(line) }, location };
  }
  const indent = INDENT.exec(line);
  if (indent) {
    const location = locate(lines, offset + (indent[1] ?? '').length);
    return { severity: 'error', code: 'yaml-fullwidth-space', args: { text: clip(line) }, location };
  }
  return null;
}

const SPACE_TO_TIDY = /[ \t\r\n]/;

/** As much of a line as a message can hold. */
export function clip(text: string, most = 40): string {
  if (text.length <= most && !SPACE_TO_TIDY.test(text)) return text;
  // Only ASCII space is tidied: a full-width one may be the very thing to show.
  const chars = [...text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')];
  return chars.length <= most ? chars.join('') : `${chars.slice(0, most - 1).join('')}…`;
}
