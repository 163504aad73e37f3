import { type Entries, type Entry, packEntries } from './entries.ts';
import { findInputs, type Inputs } from './inputs.ts';
import type { FileRow, GoneFacts } from './row.ts';
import { rowsOf } from './rows-file.ts';

/** A client of the round before that has no file in this one. */
export interface Gone extends GoneFacts {
  /** Of its file, under the folder of the round before. */
  readonly path: string;
}

/**
 * The entries of a run, with those files of the round before that have no successor. Only a whole folder can lack one:
 * of single files and patterns nobody knows what was left out on purpose.
 */
export function withGone({ sources, entries }: Inputs, since: string): Entries {
  const [only, ...others] = sources;
  if (only?.folder !== true || others.length > 0) return entries;
  return packEntries(merged(entries, findInputs('/', [since], []).entries));
}

/** Both are in order of path, and so is what comes of them. */
function* merged(entries: Entries, former: Entries): Generator<Entry> {
  // What lies in a place that could not be looked into may be there all the same.
  const dark: string[] = [];
  for (const { path, problem } of entries) if (problem !== undefined) dark.push(path);
  const before = former[Symbol.iterator]();
  let next = before.next();
  function* goneUntil(path: string | null): Generator<Entry> {
    for (; next.done !== true && (path === null || next.value.path < path); next = before.next()) {
      const { path: gone, problem } = next.value;
      if (problem === undefined && !isBelow(gone, dark)) yield { path: gone, source: 0, gone: true };
    }
    if (next.done !== true && next.value.path === path) next = before.next();
  }
  for (const entry of entries) {
    yield* goneUntil(entry.path);
    yield entry;
  }
  yield* goneUntil(null);
}

/** Whether a path lies in one of some folders; `.` is the folder all paths lie in. */
export const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`));

/** Those who are gone by the rows of a run; a file that only got another name or folder is known by its number and site. */
export function goneIn(rows: string): readonly Gone[] {
  const gone: Gone[] = [];
  for (const { row } of rowsOf(rows, ({ text }) => text.includes('"gone":{'))) {
    if (row.gone != null) gone.push({ path: row.path, ...row.gone });
  }
  const numbers = new Set(gone.flatMap(({ corporateNumber }) => corporateNumber ?? []));
  if (numbers.size === 0) return gone;
  const present = new Set<string>();
  for (const { row } of rowsOf(rows)) {
    if (numbers.has(row.client?.corporateNumber ?? '')) present.add(siteKey(row.client));
  }
  return gone.filter((one) => one.corporateNumber === null || !present.has(siteKey(one)));
}

const siteKey = (facts: Pick<GoneFacts, 'corporateNumber' | 'site'> | FileRow['client']): string =>
  `${facts?.corporateNumber} ${facts?.site ?? ''}`;
