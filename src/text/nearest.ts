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

/**
 * Damerau–Levenshtein (neighbours swapped count once); gives up and returns `limit` once it cannot get below it. What
 * both words begin and end with is left aside first, and only cells within `limit` of the diagonal are worked out: a
 * file full of unknown ids is compared with every id there is.
 */
function editDistance(a: string, b: string, limit: number): number {
  let start = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  return coreDistance(a.slice(start, aEnd), b.slice(start, bEnd), limit);
}

function coreDistance(a: string, b: string, limit: number): number {
  if (a.length === 0 || b.length === 0) return Math.min(limit, Math.max(a.length, b.length));
  const width = b.length + 1;
  const far = limit + 1;
  // Three rows, used in turn: a swap reaches back two.
  const rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)] as const;
  for (let j = 0; j < width; j++) rows[0][j] = j;
  let smallestBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const current = rows[i % 3] ?? rows[0];
    const previous = rows[(i - 1) % 3] ?? rows[0];
    const beforePrevious = rows[(i - 2 + 3) % 3] ?? rows[0];
    current.fill(far);
    current[0] = i;
    let smallest = i;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const substitute = cell(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(cell(previous, j) + 1, cell(current, j - 1) + 1, substitute);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(beforePrevious, j - 2) + 1);
      }
      current[j] = Math.min(cost, far);
      smallest = Math.min(smallest, cost);
    }
    // A swap can reach back one row, so both rows must be past the limit.
    if (smallest > limit && smallestBefore > limit && i > 1) return limit;
    smallestBefore = smallest;
  }
  return Math.min(limit, cell(rows[a.length % 3] ?? rows[0], b.length));
}

function cell(row: Uint16Array, index: number): number {
  return row[index] ?? 0xffff;
}
