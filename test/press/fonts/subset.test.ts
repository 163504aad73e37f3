import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontsFolder } from '../../../src/cli/assets.ts';
import { readTrueType, subsetter } from '../../../src/press/fonts/subset.ts';

const BIZ = `${fontsFolder}/BIZUDPGothic-Regular.ttf`;

function open(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error('a collection');
  return font;
}

/** Half a step of the grid the outlines are set on, in units of 2,048 and 1,000 to the em. */
const FINE = 4;

describe('a subset draws what the font draws', () => {
  it.each([
    ['BIZ UDPGothic', BIZ, '技術流出を守る、髙﨑 ÀéがABC①㈱…'],
    ['Noto Sans JP, fallback', `${fontsFolder}/NotoSansJP-fallback.ttf`, '𠮷𠮟栁'],
  ])('%s', (_, file, text) => {
    const bytes = readFileSync(file);
    const font = open(bytes);
    const subset = subsetter(readTrueType(bytes))();
    const glyphs = [...text].map((char) => font.glyphForCodePoint(char.codePointAt(0) ?? 0));
    const places = glyphs.map(({ id }) => subset.includeGlyph(id));
    const encoded = subset.encode();
    const cut = open(encoded);
    places.forEach((place, i) => {
      const [mine, theirs] = [cut.getGlyph(place), glyphs[i]];
      const [drawn, meant] = [mine.path.commands, theirs?.path.commands ?? []];
      expect(drawn.map(({ command }) => command)).toEqual(meant.map(({ command }) => command));
      const off = drawn.flatMap(({ args }, k) => args.map((value, j) => value - (meant[k]?.args[j] ?? 0)));
      // A curve between two points off it passes their middle: that may be off by half a unit more.
      expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(FINE + 0.5);
      expect(mine.advanceWidth).toBe(theirs?.advanceWidth);
    });
    expect(encoded.length).toBeLessThan(20_000);
  });

  it('gives a glyph one place, and the missing glyph the first', () => {
    const subset = subsetter(readTrueType(readFileSync(BIZ)))();
    expect([7, 9, 7, 0].map((id) => subset.includeGlyph(id))).toEqual([1, 2, 1, 0]);
  });
});
