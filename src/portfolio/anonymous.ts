/** A count of fewer clients than this may point at one of them. */
export const FEW = 5;

/**
 * Counts as they may be shown to others; `null` = 少数. Where one count alone is hidden, its neighbours and their sum
 * would give it away: the next smallest goes with it.
 *
 * Example: 12 · 3 · 7 of 22 → 12 · 少数 · 少数.
 */
export function hideFew(counts: readonly number[]): readonly (number | null)[] {
  const hidden = new Set(counts.flatMap((n, i) => (n < FEW ? [i] : [])));
  if (hidden.size === 1) {
    const rest = counts.map((n, i) => ({ n, i })).filter(({ i }) => !hidden.has(i));
    const next = rest.sort((a, b) => a.n - b.n || a.i - b.i)[0];
    if (next !== undefined) hidden.add(next.i);
  }
  return counts.map((n, i) => (hidden.has(i) ? null : n));
}
