import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  catalogOfEdition,
  type Edition,
  editionName,
  editionOf,
} from '../../src/catalog/compiled/edition.ts';
import { catalog, texts } from '../setup/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';

const present = editionOf(catalog, texts);

describe('the editions that ship', () => {
  const folder = join(CHECKLISTS, 'editions');
  const files = readdirSync(folder);

  it('hold the present one as it is: whoever changes how something scores raises its edition, or keeps it again with npm run edition', () => {
    const kept = JSON.parse(readFileSync(join(folder, editionName(present.editions)), 'utf8')) as Edition;
    const { titles: _, ...rules } = kept;
    const { titles: __, ...now } = present;
    expect(rules).toEqual(JSON.parse(JSON.stringify(now)));
  });

  it('read back, each under the name of what it holds', () => {
    for (const file of files) {
      const edition = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Edition;
      expect(edition.format).toBe(1);
      expect(file).toBe(editionName(edition.editions));
      expect(catalogOfEdition(edition).items.length).toBeGreaterThan(0);
    }
  });
});
