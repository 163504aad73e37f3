import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Finding, Outcome } from '../../model/finding.ts';
import { indexLines, type LineIndex, locate } from '../positions.ts';
import { buildTree } from './build.ts';
import { cutValues } from './comments.ts';
import { syntaxProblem } from './errors.ts';
import type { YamlNode } from './tree.ts';

export interface YamlLimits {
  /** Most UTF-16 units of the whole text. */
  readonly length: number;
  /** Deepest nesting. */
  readonly depth: number;
}

/** Enough for any answer file; a hostile one gets its finding long before it costs time or memory. */
export const YAML_LIMITS: YamlLimits = { length: 256 * 1024, depth: 32 };

/** After this many slips of one kind in one file a person has seen the pattern. */
const MAX_REPAIRS = 20;

/**
 * The document in `text` with the place of every key and value, from one pass of js-yaml's events: measured four times
 * faster than `yaml`, and free of its quadratic traps. YAML 1.2 core schema. Refused, each with a finding of its own
 * at its place: aliases, anchors, every tag (`!!str` too: quotes do the same), duplicate or prototype-touching keys,
 * keys that are no text, a second document. A number or a date as key is its text. Never throws. `lines` of the text,
 * where the caller has them already.
 */
export function parseYaml(
  text: string,
  limits: YamlLimits = YAML_LIMITS,
  lines: LineIndex = indexLines(text),
): Outcome<YamlNode> {
  if (text.length > limits.length) {
    return {
      ok: false,
      findings: [
        {
          severity: 'error',
          code: 'file-too-large',
          args: { bytes: text.length, limit: limits.length },
          location: null,
        },
      ],
    };
  }
  const { events, findings } = eventsOf(text, lines, limits.depth);
  if (events === null) return { ok: false, findings };
  const built = buildTree(text, events, lines);
  if (built.findings.some((finding) => finding.severity === 'error'))
    return { ok: false, findings: built.findings };
  return {
    ok: true,
    value: built.root,
    findings: [...built.findings, ...cutValues(text, built.root, lines)],
  };
}

/**
 * The parser stops at its first stumble. A slip of a known kind is put right in a copy and the parser asked again, so
 * that all of them are told at once; a stumble on a line already named is only its echo.
 */
function eventsOf(
  text: string,
  lines: LineIndex,
  depth: number,
): { events: Event[] | null; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let attempt = text;
  for (let repairs = 0; repairs <= MAX_REPAIRS; repairs++) {
    try {
      const events = parseEvents(attempt, { maxDepth: depth });
      return { events: findings.length === 0 ? events : null, findings };
    } catch (error) {
      if (!(error instanceof YAMLException)) {
        // Nothing else is known to escape the parser; if it does, it is still this file's fault, not a crash.
        findings.push({
          severity: 'error',
          code: 'yaml-syntax',
          args: { detail: String(error) },
          location: locate(lines, 0),
        });
        return { events: null, findings };
      }
      // The tree is built on the text as it stands: only the parser sees a copy.
      const spaced = withoutTabs(attempt);
      if (spaced !== attempt) {
        attempt = spaced;
        continue;
      }
      const problem = syntaxProblem(error, attempt, lines, depth);
      const line = problem.finding.location?.line;
      if (!findings.some((finding) => finding.location?.line === line)) findings.push(problem.finding);
      if (problem.repaired === null || problem.repaired === attempt) return { events: null, findings };
      attempt = problem.repaired;
    }
  }
  return { events: null, findings };
}

/**
 * The parser counts a tab before a bracket, an anchor or a tag as indentation, and says that the bracket is not closed;
 * to YAML 1.2 (§6.2) it is a space like any other.
 */
const withoutTabs = (text: string): string =>
  text.replace(/[ \t]+/g, (run: string, at: number) => {
    const before = text[at - 1];
    const indents = before === undefined || before === '\n' || before === '\r';
    const behind = text[at + run.length] ?? '';
    return indents || !run.includes('\t') || !'{[&!'.includes(behind) || behind === ''
      ? run
      : ' '.repeat(run.length);
  });
