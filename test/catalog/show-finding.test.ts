import { expect, test } from 'vitest';
import { lintCatalog } from '../../src/catalog/lint.ts';
import { showCatalogFinding } from '../../src/catalog/show-finding.ts';
import { wordsOf } from '../setup/words.ts';
import { sampleWith } from './sample.ts';

const ja = wordsOf('ja');
const en = wordsOf('en');

test('a finding reads as place, message and what was probably meant', () => {
  const { files } = sampleWith([
    ['guidance/people.yaml', 'action: exchange-pledges', 'action: ▼exchange-pledge'],
  ]);
  const [found] = lintCatalog(files);
  if (found === undefined) throw new Error('nothing found');
  expect(showCatalogFinding(found, ja)).toBe(
    'guidance/people.yaml:32:11 行動「exchange-pledge」が見つかりません。もしかして『exchange-pledges』ですか。',
  );
  expect(showCatalogFinding(found, en)).toBe(
    'guidance/people.yaml:32:11 There is no action "exchange-pledge". Did you mean “exchange-pledges”?',
  );
});

test('a slip in the YAML has the message of reading it', () => {
  const { files } = sampleWith([['roles.yaml', '- {id: president', '▼- {id: president, id: owner']]);
  const [found] = lintCatalog(files);
  if (found === undefined) throw new Error('nothing found');
  expect(found.code).toBe('yaml-duplicate-key');
  expect(showCatalogFinding(found, ja)).toMatch(/^roles\.yaml:1:\d+ .+/);
});
