import type { Finding, Outcome } from '../model/finding.ts';

/** A value there is nothing to say of. */
export const outcome = <T>(value: T): Extract<Outcome<T>, { readonly ok: true }> => ({
  ok: true,
  value,
  findings: [],
});

/** What stood in the way. */
export const failed = (...findings: readonly Finding[]): Extract<Outcome<never>, { readonly ok: false }> => ({
  ok: false,
  findings,
});
