import type { Catalog } from '../model/catalog.ts';
import type { Lang } from '../model/text.ts';
import { catalogOfEdition, type Edition, type EditionTitles } from './edition.ts';

export const EDITIONS_FOLDER = 'editions';
export const EDITIONS_INDEX = 'editions.json';

/** Which editions ship, oldest first: small, so that finding one reads no other. */
export type EditionsIndex = readonly {
  readonly file: string;
  readonly editions: Readonly<Record<string, string>>;
}[];

export interface EarlierEdition {
  readonly catalog: Catalog;
  readonly titles: Readonly<Record<Lang, EditionTitles>>;
}

/** Whether a file that names these editions was answered under such checklists. A list it does not name is no obstacle. */
export function answeredUnder(
  written: Readonly<Record<string, string>>,
  editions: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(written).every(([checklist, edition]) => editions[checklist] === edition);
}

/**
 * The shipped editions that fit what an answer file names, latest first; each is read when it is asked for. `textOf` gives
 * a file of the compiled catalogue by its name.
 */
export function fittingEditions(
  textOf: (file: string) => string,
  written: Readonly<Record<string, string>>,
): readonly (() => EarlierEdition)[] {
  const index = JSON.parse(textOf(EDITIONS_INDEX)) as EditionsIndex;
  return index
    .filter(({ editions }) => answeredUnder(written, editions))
    .reverse()
    .map(({ file }) => () => {
      const edition = JSON.parse(textOf(`${EDITIONS_FOLDER}/${file}`)) as Edition;
      return { catalog: catalogOfEdition(edition), titles: edition.titles };
    });
}
