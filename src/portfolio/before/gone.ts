import { siteKey } from '../../core/company/company-names.ts';
import { companiesAmong, filesOfSameCompany, identityKeys } from '../../core/company/identity.ts';
import { createColumn } from '../clients/column.ts';
import { createKeys } from '../clients/keys.ts';
import { type ClientFacts, compare, type GoneFacts } from '../rows/row.ts';
import { openRows, rowsOf } from '../rows/rows-file.ts';
import { type Entries, type Entry, packEntries } from '../work/entries.ts';
import { findInputs, type Inputs } from '../work/inputs.ts';

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

/**
 * Those who are gone by the rows of a run. A file that only got another name or folder is no one missing: its company
 * and site are there, or somebody was held against it. Of several visits of one site the last is named.
 */
export function goneIn(rows: string): readonly Gone[] {
  const left = withoutSuccessor(rows);
  const placed = companiesAmong(left);
  const last = new Map<string, Gone>();
  left.forEach((one, at) => {
    const key = `${placed[at]?.company} ${siteKey(one.site)}`;
    const other = last.get(key);
    if (other === undefined || (one.date ?? '') > (other.date ?? '')) last.set(key, one);
  });
  return [...last.values()].sort((a, b) => compare(a.path, b.path));
}

const GONE = '"gone":{';

function withoutSuccessor(rows: string): readonly Gone[] {
  const [offsets, lengths] = [createColumn(), createColumn()];
  const keys = createKeys();
  for (const { row, line } of rowsOf(rows, ({ text }) => text.includes(GONE))) {
    if (row.gone == null) continue;
    const at = offsets.length();
    offsets.push(line.offset);
    lengths.push(line.length);
    for (const key of [...identityKeys(row.gone), `path ${row.path}`]) keys.add(key, at);
  }
  if (offsets.length() === 0) return [];
  const file = openRows(rows);
  try {
    const found = new Set<number>();
    // Files of one company may stand far apart, so who is like whom is asked of all of them together.
    const likely = new Map<number, ClientFacts[]>();
    for (const { row } of rowsOf(rows)) {
      if (row.client === null) continue;
      const path = row.before?.by === 'path' ? row.before.path : null;
      for (const at of path === null ? [] : keys.rowsOf(`path ${path}`)) {
        if (file.at(offsets.at(at), lengths.at(at)).path === path) found.add(at);
      }
      for (const at of new Set(identityKeys(row.client).flatMap((key) => keys.rowsOf(key))))
        likely.set(at, [...(likely.get(at) ?? []), row.client]);
    }
    return Array.from({ length: offsets.length() }, (_, at) => at).flatMap((at): readonly Gone[] => {
      const { path, gone } = file.at(offsets.at(at), lengths.at(at));
      if (gone == null || found.has(at) || isThere(gone, likely.get(at) ?? [])) return [];
      return [{ path, ...gone }];
    });
  } finally {
    file.close();
  }
}

const isThere = (gone: GoneFacts, files: readonly ClientFacts[]): boolean =>
  filesOfSameCompany(gone, files).some((at) => siteKey(files[at]?.site ?? null) === siteKey(gone.site));
