import { isEarlierEdition } from '../core/editions.ts';
import type { GateSeverity } from '../model/gate.ts';
import type { Policy } from '../model/policy.ts';

/** Editions of the rules: what `rules:` of a policy may name, oldest first. */
export const RULE_EDITIONS: readonly string[] = ['2027.1'];

/**
 * Rules that came later than the first, with the edition they belong to. Until a policy names that edition they warn and
 * fail nothing: a new version of the tool must not redden what was green the day before (`docs/ci.md`).
 */
export const NEW_RULES: ReadonlyMap<string, string> = new Map([
  ['evidence-removed', '2027.1'],
  ['evidence-hash-changed', '2027.1'],
  ['basis-fell', '2027.1'],
  ['verdict-softer', '2027.1'],
  ['redated-only', '2027.1'],
]);

type Levels = Pick<Policy, 'rules' | 'rulesEdition'>;

/** The level a policy gives a code, else its own; that of a rule newer than the policy is no error. */
export function levelOf(policy: Levels, code: string, own: GateSeverity): GateSeverity | 'off' {
  const level = policy.rules.get(code);
  if (level !== undefined) return level;
  return own === 'error' && isNewer(policy, code) ? 'warning' : own;
}

function isNewer({ rulesEdition }: Levels, code: string): boolean {
  const edition = NEW_RULES.get(code);
  return edition !== undefined && (rulesEdition === null || isEarlierEdition(rulesEdition, edition));
}
