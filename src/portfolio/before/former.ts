import { join } from 'node:path';
import { siteKey } from '../../core/company/company-names.ts';
import { filesOfSameCompany, type Identity, identityKeys, sameCompany } from '../../core/company/identity.ts';
import { pathKey } from '../../files/find/path-pairs.ts';
import { createColumn } from '../clients/column.ts';
import { createKeys } from '../clients/keys.ts';
import type { GoneFacts } from '../rows/row.ts';
import { openRows, rowsOf } from '../rows/rows-file.ts';

/** The round before, as a thread is told of it: the rows that say whose its files are, and the folder they lie in. */
export interface Round {
  readonly rows: string;
  readonly root: string;
}

/** A file of the round before. */
export interface FormerFile {
  readonly path: string;
  /** Where it lies. */
  readonly file: string;
  readonly sha256: string;
  /** `null` where it could not be read. */
  readonly facts: GoneFacts | null;
}

/** What a file is held against. */
export interface Pairing {
  readonly partner: FormerFile | null;
  /** What made it the partner; `null` where there is none. */
  readonly by: 'identity' | 'path' | null;
  /** A file of the same name that is not held against it: another company's, or another site's. */
  readonly namesake: FormerFile | null;
}

/** The files of the round before, found by whose they are and by their names. Held open for as long as a thread lives. */
export interface FormerFiles {
  readonly pair: (within: string, own: Identity & Pick<GoneFacts, 'date'>) => Pairing;
}

export function openFormer({ rows, root }: Round): FormerFiles {
  const [offsets, lengths] = [createColumn(), createColumn()];
  const [keys, paths] = [createKeys(), createKeys()];
  for (const { row, line } of rowsOf(rows)) {
    const at = offsets.length();
    offsets.push(line.offset);
    lengths.push(line.length);
    paths.add(pathKey(row.path), at);
    if (row.gone != null) for (const key of identityKeys(row.gone)) keys.add(key, at);
  }
  const file = openRows(rows);
  const formerAt = (at: number): FormerFile => {
    const { path, before, gone } = file.at(offsets.at(at), lengths.at(at));
    return { path, file: join(root, path), sha256: before?.sha256 ?? '', facts: gone ?? null };
  };
  return {
    pair: (within, own) => {
      const known = [...new Set(identityKeys(own).flatMap((key) => keys.rowsOf(key)))];
      const likely = known.sort((a, b) => a - b).map(formerAt);
      const named = paths.rowsOf(pathKey(within)).map(formerAt);
      // Two endings of one name: the very same one first.
      const [namesake = null] = [...named.filter(({ path }) => path === within), ...named].filter(
        ({ path }) => pathKey(path) === pathKey(within),
      );
      return pairing(own, likely, namesake);
    },
  };
}

/** By whose it is first, by its name second. */
export function pairing(
  own: Identity & Pick<GoneFacts, 'date'>,
  likely: readonly FormerFile[],
  namesake: FormerFile | null,
): Pairing {
  const stated = likely.flatMap((former) =>
    former.facts === null ? [] : { ...former, facts: former.facts },
  );
  const same = filesOfSameCompany(
    own,
    stated.map(({ facts }) => facts),
  ).flatMap((at) => stated[at] ?? []);
  const here = same.filter(({ facts }) => siteKey(facts.site) === siteKey(own.site));
  const partner = lastVisit(here, own.date, namesake);
  if (partner !== null) {
    const other = namesake !== null && !here.some(({ path }) => path === namesake.path);
    return { partner, by: 'identity', namesake: other && isAnothers(own, namesake) ? namesake : null };
  }
  if (namesake === null) return { partner: null, by: null, namesake: null };
  return isAnothers(own, namesake)
    ? { partner: null, by: null, namesake }
    : { partner: namesake, by: 'path', namesake: null };
}

/** The newest one of before the day of the answers, or the newest one at all; of one day the file of the same name. */
function lastVisit(
  files: readonly (FormerFile & { readonly facts: GoneFacts })[],
  date: string | null,
  namesake: FormerFile | null,
): FormerFile | null {
  const before = files.filter(({ facts }) => date !== null && facts.date !== null && facts.date < date);
  const dayOf = ({ facts }: (typeof files)[number]): string => facts.date ?? '';
  const [last = null] = [...(before.length > 0 ? before : files)].sort((a, b) => {
    if (dayOf(a) !== dayOf(b)) return dayOf(a) < dayOf(b) ? 1 : -1;
    return Number(b.path === namesake?.path) - Number(a.path === namesake?.path);
  });
  return last;
}

/** Whether a file is known to be another company's or another site's; one that does not say is taken by its name. */
function isAnothers(own: Identity, { facts }: FormerFile): boolean {
  if (facts === null) return false;
  const verdict = sameCompany(own, facts);
  if (verdict !== 'same') return verdict === 'other';
  const [site, former] = [siteKey(own.site), siteKey(facts.site)];
  return site !== former && site !== '' && former !== '';
}
