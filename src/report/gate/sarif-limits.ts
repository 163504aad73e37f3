/**
 * What GitHub's code scanning takes: 25,000 results a run are refused beyond, and of those the gravest 5,000 shown; 10 MB
 * of gzip; 20 tags a rule, 10 of them shown; 1,000 locations a result. We have one location and two tags.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit and
 * …/file-too-large. Bytes are counted before they are packed, so that the packed file is surely below.
 */
export const SARIF_LIMITS = { results: 5000, bytes: 9_000_000, message: 2000, notification: 20_000 } as const;

const utf8 = new TextEncoder();

/** The first of something as far as results, and bytes once written, go; one place stays free for who counts the rest. */
export function fitting<T extends { readonly json: string }>(all: readonly T[]): readonly T[] {
  let bytes = 0;
  let fits = 0;
  while (fits < all.length) {
    bytes += utf8.encode(all[fits]?.json ?? '').length;
    if (bytes > SARIF_LIMITS.bytes) break;
    fits++;
  }
  if (fits === all.length && fits <= SARIF_LIMITS.results) return all;
  return all.slice(0, Math.min(fits, SARIF_LIMITS.results - 1));
}

/** At most so many letters; what is cut ends in a sign of it. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  // Not through the middle of a letter of two units.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
