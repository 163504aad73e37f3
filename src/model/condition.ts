/**
 * A condition over profile facts, the only thing `appliesWhen` may speak of.
 * Evaluated in three values: a fact nobody has answered makes it unknown, never false.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly gte: number };

/** Kleene truth value. */
export type Truth = 'true' | 'false' | 'unknown';

/**
 * What is known of a profile fact. `irrelevant` = the fact's own question does not arise for this company
 * (no overseas production, so no form of it): every test of it is false, none is unknown.
 */
export type FactValue =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'irrelevant' };
