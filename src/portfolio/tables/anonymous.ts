import { type ChangeTotals, TALLIED, type Totals } from './totals.ts';
import { REASONS } from './visits.ts';

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

/** Totals in which no count points at a client. Sums of answers go: they are no counts of clients. */
export type AnonymousTotals = ReturnType<typeof anonymousTotals>;

export function anonymousTotals(totals: Totals) {
  const { change, clients, reasons, bands, noNumber, items, industries, sizes, sizeUnknown, legal } = totals;
  const reasonCounts = hideFew(REASONS.map((code) => reasons[code]));
  const sure = hideFew(bands.map((band) => band.sure));
  const possible = hideFew(bands.map((band) => band.possible));
  const people = hideFew([...sizes.map(({ n }) => n), sizeUnknown]);
  // A trade that few are in may name them by itself: all such go together under no name.
  const common = industries.filter(({ industry, n }) => industry !== null && n >= FEW);
  const rest = clients - common.reduce((sum, { n }) => sum + n, 0);
  const trades = [...common, ...(rest > 0 ? [{ industry: null, n: rest }] : [])];
  const tradeCounts = hideFew(trades.map(({ n }) => n));
  return {
    clients: alone(clients, clients),
    reasons: Object.fromEntries(REASONS.map((code, i) => [code, reasonCounts[i] ?? null])),
    bands: bands.map(({ from }, i) => ({ from, sure: sure[i] ?? null, possible: possible[i] ?? null })),
    noNumber: alone(noNumber, clients),
    items: items.map(({ item, tally }) => {
      const counts = hideFew(TALLIED.map((state) => tally[state]));
      return { item, tally: Object.fromEntries(TALLIED.map((state, i) => [state, counts[i] ?? null])) };
    }),
    industries: trades.map(({ industry }, i) => ({ industry, n: tradeCounts[i] ?? null })),
    sizes: sizes.map(({ upTo }, i) => ({ upTo, n: people[i] ?? null })),
    sizeUnknown: people[sizes.length] ?? null,
    legal: alone(legal, clients),
    change: change === null ? null : anonymousChange(change),
  };
}

/** How clients moved between two rounds, as one list of counts: what is hidden cannot be worked out from the rest. */
function anonymousChange({ closed, ...change }: ChangeTotals) {
  const counts = hideFew(COURSES.map((course) => change[course]));
  return {
    courses: COURSES.map((course, i) => ({ course, n: counts[i] ?? null })),
    // Only what enough clients closed is named at all: a rare one may be known to be somebody's.
    closed: closed.filter(({ n }) => n >= FEW),
  };
}

export const COURSES = ['better', 'same', 'worse', 'noPoints', 'fresh'] as const;

/** A count of some of the clients: hidden where it, or the rest it leaves, is few; all of them leave no rest. */
export function alone(n: number, of: number): number | null {
  return n < FEW || (n < of && of - n < FEW) ? null : n;
}
