import { determinationIn, determinationOf } from '../../../src/catalog/determination/build.ts';
import { determinationTexts } from '../../../src/catalog/determination/prose.ts';
import type { VectorSource } from '../../../src/catalog/determination/schema.ts';
import { vectorTechnology } from '../../../src/catalog/determination/vector-technology.ts';
import { parseCatalog } from '../../../src/catalog/source/parse.ts';
import { readChecklists } from '../../../src/files/shipped/checklists.ts';
import type { Technology } from '../../../src/model/answers.ts';
import type { Determination, DeterminationTexts } from '../../../src/model/determination.ts';
import { CHECKLISTS } from '../../setup/package.ts';

const parsed = parseCatalog(readChecklists(CHECKLISTS));
if (!parsed.ok) throw new Error('the checklists do not parse');
const built = determinationOf(parsed.catalog);
if (built === null) throw new Error('the checklists have no verdicts');

/** The shipped rules: the promises below hold for them, not for a copy. */
export const DETERMINATION: Determination = built;
export const VECTORS: readonly VectorSource[] = (
  determinationIn(parsed.catalog)?.determination.vectors ?? []
).map(({ value }) => value);

const texts = determinationTexts(parsed.catalog, 'ja');
if (texts === null) throw new Error('the checklists have no verdicts');
export const TEXTS: DeterminationTexts = texts;

/** A technology of 株式会社サンプル精機 that meets the definition and goes to a subsidiary in Vietnam. */
export function technology(over: Partial<Technology> = {}): Technology {
  const said = {
    kind: 'manufacture',
    family: ['mlcc'],
    listControl: 'not-listed',
    definitionCheck: 'meets',
    definitionCheckedOn: '2026-11-02',
    countries: ['VN'],
    trigger: 'subsidiary',
    exclusion: 'none',
    stage: 'negotiating',
    informReceived: 'no',
  } as const;
  return { ...vectorTechnology({ technology: said }), id: 't1', name: '誘電体シートの成形条件', ...over };
}
