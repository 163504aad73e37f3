import { type Entry, findInputs, type Inputs } from './inputs.ts';
import { compare, type FileRow, type GoneFacts } from './row.ts';
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
export function withGone({ sources, entries }: Inputs, since: string): readonly Entry[] {
  const [only, ...others] = sources;
  if (only?.folder !== true || others.length > 0) return entries;
  const here = new Set(entries.map(({ path }) => path));
  // What lies in a place that could not be looked into may be there all the same.
  const dark = entries.flatMap(({ path, problem }) => (problem === undefined ? [] : path));
  const gone = findInputs('/', [since], []).entries.filter(
    ({ path, problem }) => problem === undefined && !here.has(path) && !isBelow(path, dark),
  );
  return [...entries, ...gone.map(({ path }): Entry => ({ path, source: 0, gone: true }))].sort((a, b) =>
    compare(a.path, b.path),
  );
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
