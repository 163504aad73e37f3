import { expect, it } from 'vitest';
import { fontsFolder } from '../../../src/cli/assets.ts';
import { pressTools } from '../../../src/files/shipped/press-tools.ts';
import { folder } from '../../setup/folder.ts';

it('fonts are read once a process, so that they are parsed once', () => {
  expect(pressTools(fontsFolder)).toBe(pressTools(fontsFolder));
  expect(pressTools(fontsFolder).fonts.regular.length).toBeGreaterThan(1_000_000);
});

it('a folder without them says which is missing, each time anew', () => {
  const empty = folder();
  for (let i = 0; i < 2; i++) expect(() => pressTools(empty)).toThrow('BIZUDPGothic-Regular.ttf');
});
