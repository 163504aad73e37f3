import { expect, test } from 'vitest';
import { lintCatalog } from '../../src/catalog/lint.ts';
import { showCatalogFinding } from '../../src/catalog/show-finding.ts';
import { verdictOf } from '../../src/core/verdict/verdict.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';
import { wordsOf } from '../setup/words.ts';

test('the shipped checklists are clean', () => {
  const words = wordsOf('en');
  const found = lintCatalog(readChecklists(CHECKLISTS), verdictOf);
  expect(found.map((finding) => showCatalogFinding(finding, words))).toEqual([]);
});
