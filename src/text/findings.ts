import type { Finding } from '../model/finding.ts';

/** More than this nobody reads; the rest is counted. */
export const MAX_FINDINGS = 100;

/**
 * Findings in the order of the file, at most `most` of them: errors go before warnings when there is not room for
 * all, and `more-problems` counts what is left out. Findings about the whole file come first.
 */
export function inFileOrder(findings: readonly Finding[], most: number = MAX_FINDINGS): readonly Finding[] {
  if (findings.length <= most) return [...findings].sort(byPlace);
  const errors = findings.filter((finding) => finding.severity === 'error');
  const others = findings.filter((finding) => finding.severity !== 'error');
  const shown = [...errors.sort(byPlace), ...others.sort(byPlace)].slice(0, most).sort(byPlace);
  const severity = errors.length > most ? 'error' : 'warning';
  return [
    ...shown,
    { severity, code: 'more-problems', args: { count: findings.length - most }, location: null },
  ];
}

function byPlace(a: Finding, b: Finding): number {
  const line = (a.location?.line ?? 0) - (b.location?.line ?? 0);
  return line !== 0 ? line : (a.location?.column ?? 0) - (b.location?.column ?? 0);
}
