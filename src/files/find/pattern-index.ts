import type { Outcome } from '../../model/finding.ts';
import { isPattern, matchersOf, NO_PATTERNS, plainPlace, withoutDot } from './patterns.ts';

/** Places in a list of patterns of those that mean a path. */
export type PatternIndex = (path: string) => readonly number[];

const ignoresCase = process.platform === 'win32';
const plain = (path: string): string => {
  const name = path.normalize('NFC');
  return ignoresCase ? name.toLowerCase() : name;
};

/**
 * Which of many patterns mean a path. Most name one file: those are looked up and not tried one after the other, so that
 * a register of a thousand clients costs no more than one of ten. A folder means everything below it, as a pattern does.
 * Errors: usage-bad-pattern.
 */
export async function patternIndex(patterns: readonly string[]): Promise<Outcome<PatternIndex>> {
  const names = new Map<string, number[]>();
  const tried: { readonly at: number; readonly pattern: string }[] = [];
  for (const [at, given] of patterns.entries()) {
    const place = plainPlace(given);
    const pattern = place === '.' ? '**' : place;
    if (isPattern(pattern) || pattern.includes('\\')) {
      tried.push({ at, pattern });
      continue;
    }
    const name = plain(withoutDot(pattern));
    names.set(name, [...(names.get(name) ?? []), at]);
  }
  const compiled =
    tried.length === 0
      ? ({ ok: true, value: NO_PATTERNS, findings: [] } as const)
      : await matchersOf(tried.map(({ pattern }) => pattern));
  if (!compiled.ok) return compiled;
  const matchers = tried.map(({ at, pattern }) => ({ at, matches: compiled.value.get(pattern) }));
  const index: PatternIndex = (path) => {
    const found = matchers.flatMap(({ at, matches }) => (matches?.(path) === true ? [at] : []));
    const name = plain(path);
    for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1))
      found.push(...(names.get(name.slice(0, end)) ?? []));
    return [...new Set(found)].sort((a, b) => a - b);
  };
  return { ok: true, value: index, findings: [] };
}
