import { expect, it } from 'vitest';
import { openFonts } from '../../../src/press/fonts/fonts.ts';
import { TOOLS } from '../../report/pdf/fixture.ts';

const fonts = openFonts(TOOLS.fonts);

it('characters of one shape keep their own text, whichever is met first', () => {
  const [first, second] = ['𩿎', '𩿗'].map((char) => fonts.regular.glyph(char.codePointAt(0) ?? 0));
  expect(first?.id).toBe(second?.id);
  expect([first?.codePoints, second?.codePoints]).toEqual([[0x29fce], [0x29fd7]]);
});

it('are parsed once a process', () => {
  expect(openFonts(TOOLS.fonts)).toBe(fonts);
});

it('the fallback has what BIZ UDPGothic lacks', () => {
  const codePoint = '𠮷'.codePointAt(0) ?? 0;
  expect(fonts.regular.glyph(codePoint).id).toBe(0);
  expect(fonts.bold.glyph(codePoint).id).toBe(0);
  expect(fonts.fallback().glyph(codePoint).id).not.toBe(0);
});
