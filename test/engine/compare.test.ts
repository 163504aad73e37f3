import { expect, it } from 'vitest';
import { compareFiles } from '../../src/engine/compare.ts';
import { catalog, opened, SHOP, TODAY } from './sample.ts';

const file = (name: string, text: string) => ({ ...opened(text), name, sha256: `sha256 of ${name}` });

it('two files are compared under their names, the older one even where nobody knows its edition', () => {
  const older = file('2025.yaml', SHOP);
  const newer = file(
    '2026.yaml',
    SHOP.replace('guidance.slip-lessons: はい', 'guidance.slip-lessons: いいえ'),
  );
  const options = { today: TODAY, version: 'test' };
  const known = compareFiles({ file: older, catalog }, { file: newer, catalog }, options);
  expect(known.items.map(({ item }) => item)).toEqual(['guidance.slip-lessons']);
  const names = [known.before, known.after].map(({ source }) => source?.file);
  expect(names).toEqual(['2025.yaml', '2026.yaml']);
  const unknown = compareFiles({ file: older, catalog: null }, { file: newer, catalog }, options);
  expect([known.catalog.status, unknown.catalog.status]).toEqual(['same', 'not-comparable']);
});
