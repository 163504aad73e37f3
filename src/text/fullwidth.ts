import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/text.ts';
import { invisibleIn } from './invisible.ts';
import { type LineIndex, locate } from './positions.ts';

/**
 * Japanese input methods give `：` and `　` where YAML wants `: `. YAML then reads the whole line as one plain text and
 * says nothing, or complains lines further down. These are the lines where an entry was clearly meant.
 */
const COLON = /^([ \t]*(?:- +)?)([^\s:：#'"[\]{}「」、。]{1,60})[ \u3000]*：/;
const SPACE = /^([ \t]*(?:- +)?([^\s:：#'"[\]{}「」、。]{1,60})[:：])([^\t -~])/;
const INDENT = /^([ \t]*)([^\t -~])/;
const INDENTED_KEY = /^[\s\p{Cf}]*[A-Za-z][A-Za-z0-9_.-]*\s*[:：]/u;
/** A key as programs write it; Japanese words before a `：` may simply be prose. */
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/**
 * The slip in one line, or `null`. `offset` is where the line (or the part of it) begins in the text. A space that only
 * looks like one is told the same way: pages and chats give U+00A0, and YAML takes it for a letter.
 */
export function fullwidthSlip(line: string, offset: number, lines: LineIndex): Finding | null {
  const space = SPACE.exec(line);
  if (space !== null && invisibleIn(space[3] ?? '') !== null) {
    const severity = IDENTIFIER.test(space[2] ?? '') ? 'error' : 'warning';
    return spaceSlip(line, space[3] ?? '', severity, locate(lines, offset + (space[1] ?? '').length));
  }
  const colon = COLON.exec(line);
  if (colon) {
    const location = locate(lines, offset + colon[0].length - 1);
    const severity = IDENTIFIER.test(colon[2] ?? '') ? 'error' : 'warning';
    return { severity, code: 'yaml-fullwidth-colon', args: { text: clip(line) }, location };
  }
  const indent = INDENT.exec(line);
  if (indent === null || invisibleIn(indent[2] ?? '') === null) return null;
  return spaceSlip(line, indent[2] ?? '', 'error', locate(lines, offset + (indent[1] ?? '').length));
}

/** As {@link fullwidthSlip} for a line of a text: Japanese paragraphs begin with a full-width space, entries with a key. */
export function slipInText(line: string, offset: number, lines: LineIndex): Finding | null {
  const indent = INDENT.exec(line);
  const indented = indent !== null && invisibleIn(indent[2] ?? '') !== null;
  return indented && !INDENTED_KEY.test(line) ? null : fullwidthSlip(line, offset, lines);
}

function spaceSlip(
  line: string,
  char: string,
  severity: 'error' | 'warning',
  location: Location,
): Finding<'yaml-fullwidth-space' | 'yaml-invisible'> {
  const text = clip(line);
  if (char === '\u3000') return { severity, code: 'yaml-fullwidth-space', args: { text }, location };
  return { severity, code: 'yaml-invisible', args: { char: invisibleIn(char)?.name ?? '' }, location };
}

const SPACE_TO_TIDY = /[ \t\r\n]/;

/** As much of a line as a message can hold. */
export function clip(text: string, most = 40): string {
  if (text.length <= most && !SPACE_TO_TIDY.test(text)) return text;
  // Only ASCII space is tidied: a full-width one may be the very thing to show.
  const chars = [...text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')];
  return chars.length <= most ? chars.join('') : `${chars.slice(0, most - 1).join('')}…`;
}
