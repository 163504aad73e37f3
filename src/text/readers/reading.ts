/**
 * What people write, read in one place: the answer file, the interview, `answer`, `--set` and the options of the command
 * line ask the readers of this folder, so that a day or a number is the same wherever it is written. What could mean two
 * things is never guessed: it is refused, and what it could mean is said.
 */
export type ReadAs<T, Why extends string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly why: Why;
      /** What it could mean, each in the form the file keeps; empty where nobody can say. */
      readonly could: readonly string[];
    };

/** Longer than any day or number anybody writes. Beyond it nothing is looked at, so that no text costs time. */
export const LONGEST = 80;

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\u30FC](?=\s*\d)/g;

/** Any width, case, dash and surrounding space: a reader sees one writing of them all. */
export const plainly = (text: string): string =>
  text.normalize('NFKC').replace(DASHES, '-').replace(/\s+/g, ' ').trim().toLowerCase();
