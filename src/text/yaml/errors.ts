import type { YAMLException } from 'js-yaml';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/text.ts';
import { clip, fullwidthSlip } from '../fullwidth.ts';
import { type LineIndex, lineStart, locate } from '../positions.ts';
import { bracketProblem } from './brackets.ts';

export interface SyntaxProblem {
  readonly finding: Finding;
  /** The text with the slip put right at equal length, so that parsing can go on to the next one; `null` = stop here. */
  readonly repaired: string | null;
}

/** What a person did, from what the parser stumbled over. */
export function syntaxProblem(
  error: YAMLException,
  text: string,
  lines: LineIndex,
  depth: number,
): SyntaxProblem {
  const { reason } = error;
  const at = Math.min(error.mark?.position ?? 0, text.length);
  if (reason.startsWith('nesting exceeded'))
    return stop({
      severity: 'error',
      code: 'yaml-too-deep',
      args: { limit: depth },
      location: locate(lines, at),
    });
  return (
    tabProblem(text, lines, at) ??
    questionMarkProblem(text, lines, at) ??
    slipBefore(text, lines, at) ??
    stop(
      namedProblem(reason, text, lines, at) ?? {
        severity: 'error',
        code: 'yaml-syntax',
        args: { detail: reason },
        location: locate(lines, at),
      },
    )
  );
}

function stop(finding: Finding): SyntaxProblem {
  return { finding, repaired: null };
}

function lineAt(text: string, start: number): string {
  const end = text.slice(start).search(/[\r\n]/);
  return end === -1 ? text.slice(start) : text.slice(start, start + end);
}

function tabProblem(text: string, lines: LineIndex, at: number): SyntaxProblem | null {
  const start = lineStart(lines, at);
  const indent = /^[ \t]*/.exec(lineAt(text, start))?.[0] ?? '';
  const tab = indent.indexOf('\t');
  if (tab === -1) return null;
  const repaired = text.slice(0, start) + indent.replaceAll('\t', ' ') + text.slice(start + indent.length);
  return {
    finding: { severity: 'error', code: 'yaml-tab', args: {}, location: locate(lines, start + tab) },
    repaired,
  };
}

function questionMarkProblem(text: string, lines: LineIndex, at: number): SyntaxProblem | null {
  if (text[at] !== '?' || !/^(?:[\s,\]}]|$)/.test(text.slice(at + 1, at + 2))) return null;
  const finding: Finding = {
    severity: 'error',
    code: 'yaml-bare-question-mark',
    args: {},
    location: locate(lines, at),
  };
  return { finding, repaired: `${text.slice(0, at)}~${text.slice(at + 1)}` };
}

/** The parser stops behind the line that is wrong: look at the lines before, up to the nearest sound entry. */
function slipBefore(text: string, lines: LineIndex, at: number): SyntaxProblem | null {
  const { line } = locate(lines, at);
  for (let number = line; number >= Math.max(1, line - 20); number--) {
    const start = lines[number - 1] ?? 0;
    const content = lineAt(text, start);
    const slip = fullwidthSlip(content, start, lines);
    if (slip) return { finding: { ...slip, severity: 'error' }, repaired: asComment(text, start, content) };
    if (number < line && /:(?:\s|$)/.test(content)) return null;
  }
  return null;
}

function asComment(text: string, start: number, content: string): string {
  const first = start + Math.max(0, content.search(/[^ \t]/));
  return `${text.slice(0, first)}#${text.slice(first + 1)}`;
}

function namedProblem(reason: string, text: string, lines: LineIndex, at: number): Finding | null {
  const location = locate(lines, at);
  const inBrackets = reason.includes('quoted scalar') ? null : bracketProblem(reason, text, lines, at);
  if (inBrackets !== null) return inBrackets;
  if (reason.includes('quoted scalar'))
    return unclosed(text, lines, at, reason.includes('double') ? '"' : "'");
  if (reason.includes('within a flow collection')) return unclosed(text, lines, at, '[{');
  // A closing bracket at the very left is there, only YAML does not see it: it has to be indented.
  if (reason === 'deficient indentation' && /[\]}]/.test(text[at] ?? '')) {
    return { severity: 'error', code: 'yaml-indentation', args: {}, location };
  }
  if (reason === 'deficient indentation') return unclosed(text, lines, at, `[{"'`);
  if (reason.startsWith('missed comma'))
    return { severity: 'error', code: 'yaml-missing-comma', args: {}, location };
  if (reason.includes('escape sequence') || reason.includes('hexadecimal'))
    return { severity: 'error', code: 'yaml-escape', args: {}, location };
  if (/non-printable|null byte|JSON character/.test(reason))
    return { severity: 'error', code: 'yaml-control-character', args: {}, location };
  if (/\btag\b/.test(reason))
    return { severity: 'error', code: 'yaml-tag', args: { tag: wordAt(text, at) }, location };
  if (reason.startsWith('bad indentation'))
    return (
      needsQuotes(text, lines, at) ?? {
        severity: 'error',
        code: 'yaml-indentation',
        args: {},
        location: indentOf(text, lines, at),
      }
    );
  return missingColon(text, lines, at);
}

/** Points at the mark that opens, not at the end of the file where the parser gave up. */
function unclosed(text: string, lines: LineIndex, at: number, marks: string): Finding | null {
  const opener = /(?:^|[:\-?,[{])[ \t]*(["'[{])/gm;
  let found: { readonly mark: string; readonly offset: number } | null = null;
  for (const match of text.slice(0, at).matchAll(opener)) {
    const mark = match[1] ?? '';
    if (marks.includes(mark)) found = { mark, offset: match.index + match[0].length - 1 };
  }
  if (!found) return null;
  return {
    severity: 'error',
    code: 'yaml-unclosed',
    args: { mark: found.mark },
    location: locate(lines, found.offset),
  };
}

/** A value YAML cannot read as plain text: `a: b: c`, `a: @x`, `a: -`, `a: "x" y`. */
function needsQuotes(text: string, lines: LineIndex, at: number): Finding | null {
  const start = lineStart(lines, at);
  const before = /^[ \t]*(?:- +)*[^\s#]+?[ \t]*:[ \t]+/.exec(text.slice(start, at + 1));
  if (!before) return null;
  const valueAt = start + before[0].length;
  const value = lineAt(text, valueAt);
  return {
    severity: 'error',
    code: 'yaml-needs-quotes',
    args: { text: clip(value) },
    location: locate(lines, valueAt),
  };
}

/** A line that should be an entry and has no `: `; it may stand a few lines before the place where the parser stopped. */
function missingColon(text: string, lines: LineIndex, at: number): Finding | null {
  const { line } = locate(lines, at);
  for (let number = line; number >= Math.max(1, line - 20); number--) {
    const start = lines[number - 1] ?? 0;
    const content = lineAt(text, start);
    if (content.trim() === '' || /^\s*#/.test(content)) continue;
    const glued = /^\s*(?:- +)*[^\s:#]+:(?=[^\s:])/.exec(content);
    if (glued && !/:(?:\s|$)/.test(content)) {
      const location = locate(lines, start + glued[0].length);
      return { severity: 'error', code: 'yaml-colon-space', args: { text: clip(content) }, location };
    }
    if (!/:(?:\s|$)/.test(content) && !/^\s*-(?:\s|$)/.test(content)) {
      const location = locate(lines, start + content.search(/\S/));
      return { severity: 'error', code: 'yaml-missing-colon', args: { text: clip(content) }, location };
    }
    if (number < line) return null;
  }
  return null;
}

function indentOf(text: string, lines: LineIndex, at: number): Location {
  const start = lineStart(lines, at);
  return locate(lines, start + Math.max(0, lineAt(text, start).search(/\S/)));
}

function wordAt(text: string, at: number): string {
  const start = text.lastIndexOf(' ', at - 1) + 1;
  return clip(/^\S*/.exec(text.slice(start))?.[0] ?? '');
}
