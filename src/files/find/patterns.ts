import { statSync } from 'node:fs';
import type { Outcome } from '../../model/finding.ts';
import { typedPath } from './typed-path.ts';
import { slashed } from './walk.ts';

/** Patterns among the places that were given, each with what tells which paths it means. */
export type Patterns = ReadonlyMap<string, (path: string) => boolean>;

export const NO_PATTERNS: Patterns = new Map();

/** A place as it was given, in the form it is looked for: slashes forward, none at its end. */
export const plainPlace = (name: string, separator?: string): string =>
  slashed(name, separator).replace(/\/+$/, '') || (name.startsWith('/') ? '/' : '.');

/** Whether a path that leads nowhere was meant as a pattern. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

/** The folder above the first part of a pattern that has a sign in it: where the search begins. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isPattern(part) || part.includes('\\'));
  return parts.slice(0, first === -1 ? parts.length - 1 : first).join('/');
}

/**
 * Those of the given places that are patterns: on Windows no shell fills them in, and elsewhere quotes keep it from
 * doing so. What exists under its very name is no pattern. The matcher is loaded for who needs it. Errors:
 * usage-bad-pattern.
 */
export async function patternsIn(cwd: string, given: readonly string[]): Promise<Outcome<Patterns>> {
  const wanted = given
    .map((name) => plainPlace(name))
    .filter(
      (name) => isPattern(name) && statSync(typedPath(cwd, name), { throwIfNoEntry: false }) === undefined,
    );
  if (wanted.length === 0) return { ok: true, value: NO_PATTERNS, findings: [] };
  return matchersOf(wanted);
}

/** What tells which paths each pattern means. Errors: usage-bad-pattern. */
export async function matchersOf(wanted: readonly string[]): Promise<Outcome<Patterns>> {
  const { matcherOf } = await import('./glob.ts');
  const patterns = new Map<string, (path: string) => boolean>();
  for (const pattern of wanted) {
    try {
      patterns.set(pattern, matcherOf(withoutDot(pattern)));
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
      const args = { given: pattern };
      return {
        ok: false,
        findings: [{ severity: 'error', code: 'usage-bad-pattern', args, location: null }],
      };
    }
  }
  return { ok: true, value: patterns, findings: [] };
}

export const withoutDot = (pattern: string): string => pattern.replace(/^(?:\.\/)+/, '');
