import type { z } from 'zod';
import type { CatalogFinding, CatalogFindingArgs } from '../../model/catalog-finding.ts';
import { error, finding, keyLocationAt, nodeOf, type Path, type YamlFile } from './place.ts';

type Issue = z.core.$ZodIssue;

/** What the schema refused, as findings at the place in the file. */
export function shapeFindings(issues: readonly Issue[], file: YamlFile): readonly CatalogFinding[] {
  return issues.flatMap((issue) => findingsOf(issue, file, []));
}

function findingsOf(issue: Issue, file: YamlFile, base: Path): readonly CatalogFinding[] {
  const path: Path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const at = { file, path };
  const key = lastKey(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) =>
        finding('error', 'key-unknown', { key: name }, file.path, keyLocationAt(file, path, name)),
      );
    case 'invalid_type':
      return [
        isMissing(at)
          ? error('key-missing', { key }, at)
          : error('type-wrong', { key, expected: issue.expected }, at),
      ];
    case 'invalid_value':
      return [
        isMissing(at)
          ? error('key-missing', { key }, at)
          : error('word-wrong', { key, allowed: issue.values.map((value) => String(value)) }, at),
      ];
    case 'too_small':
    case 'too_big':
      return [error('number-out-of-range', { key }, at)];
    case 'invalid_format':
      return [error('pattern-wrong', { key, expected: expectedPattern(issue.message) }, at)];
    case 'invalid_union':
      return unionFindings(issue.errors, at, key);
    default:
      return [error('shape-wrong', { key }, at)];
  }
}

/** Of several allowed shapes the one that fits longest tells what was meant. */
function unionFindings(
  branches: readonly (readonly Issue[])[],
  at: { readonly file: YamlFile; readonly path: Path },
  key: string,
): readonly CatalogFinding[] {
  if (isMissing(at)) return [error('key-missing', { key }, at)];
  const inner = branches.map((branch) => branch.filter((issue) => issue.path.length > 0));
  const meant = inner.find((issues, index) => issues.length > 0 && issues.length === branches[index]?.length);
  if (meant !== undefined) return meant.flatMap((issue) => findingsOf(issue, at.file, at.path));
  return [error(CONDITION_KEYS.has(key) ? 'condition-shape-wrong' : 'shape-wrong', { key }, at)];
}

const CONDITION_KEYS: ReadonlySet<string> = new Set([
  'appliesWhen',
  'gapWhen',
  'askedWhen',
  'when',
  'all',
  'any',
  'not',
]);

function isMissing({ file, path }: { readonly file: YamlFile; readonly path: Path }): boolean {
  return nodeOf(file.root, path) === undefined;
}

function lastKey(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

const PATTERNS = ['id', 'item-id', 'fact-id', 'date', 'text'] as const;

/** The schema names its patterns where zod has its message. */
function expectedPattern(name: string): CatalogFindingArgs['pattern-wrong']['expected'] {
  return PATTERNS.find((pattern) => pattern === name) ?? 'text';
}
