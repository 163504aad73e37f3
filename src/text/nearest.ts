/**
 * The candidate someone most likely meant (「もしかして」), or `null` when none is near enough: at most a third of the
 * word may differ. A word that is the end of a candidate behind its dot, or the beginning of only one, counts as meant.
 * Of two equally near ones the first wins.
 */
export function nearest(given: string, candidates: Iterable<string>): string | null {
  const wanted = fold(given);
  if (wanted === '' || wanted.length > 100) return null;
  const known = [...candidates];
  const begun = wanted.length < 2 ? [] : known.filter((candidate) => fold(candidate).startsWith(wanted));
  if (begun.length === 1) return begun[0] ?? null;
  return nearestByDistance(wanted, known);
}

function nearestByDistance(wanted: string, candidates: readonly string[]): string | null {
  // In a code of two letters one letter is half of it: XK is no near miss of UK. Two kana are a word (はい).
  const most = wanted.length <= 2 && /^[ -~]*$/.test(wanted) ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const known = fold(candidate);
    if (known === wanted || known.endsWith(`.${wanted}`)) return candidate;
    if (Math.abs(known.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, known, bestDistance);
    // A word of which nothing is left is no near miss: は is not はい misspelt as の.
    if (distance < bestDistance && distance < Math.max(wanted.length, known.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

/** Damerau–Levenshtein (neighbours swapped count once); gives up and returns `limit` once it cannot get below it. */
function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        cell(previous, j) + 1,
        cell(current, j - 1) + 1,
        cell(previous, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(beforePrevious, j - 2) + 1);
      }
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    // A swap can reach back one row, so both rows must be past the limit.
    if (smallest > limit && i > 1 && Math.min(...previous) > limit) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return cell(previous, b.length);
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
