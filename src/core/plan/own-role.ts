import type { Catalog } from '../../model/catalog.ts';

/**
 * The roles that the person who filled in the answers holds, as they wrote themselves down: `assessment.by` is a role's
 * id or name, alone or beside others and a person's name (「社長・営業の責任者」, 「社長 山田」). A longer word that only
 * contains a name is somebody else: 副社長 is not 社長.
 */
export function ownRoles({ roles, roleWords }: Catalog, by: string | null): ReadonlySet<string> {
  if (by === null) return new Set();
  const said = plain(by);
  return new Set(
    roles.filter((role) => [role, ...(roleWords[role] ?? [])].some((word) => names(said, plain(word)))),
  );
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** What stands between a role and whatever else is written beside it. */
const BETWEEN = /[\s・、,/()（）兼]/u;

function names(said: string, word: string): boolean {
  for (let at = said.indexOf(word); word !== '' && at !== -1; at = said.indexOf(word, at + 1)) {
    const before = said[at - 1];
    const after = said[at + word.length];
    if (isBetween(before) && isBetween(after)) return true;
  }
  return false;
}

const isBetween = (char: string | undefined): boolean => char === undefined || BETWEEN.test(char);
