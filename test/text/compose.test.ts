import { describe, expect, it } from 'vitest';
import { composed } from '../../src/text/compose.ts';

describe('letters typed in two parts', () => {
  it.each([
    ['か\u3099', 'が'],
    ['ハ\u309Aン', 'パン'],
    ['Cafe\u0301', 'Café'],
    ['\u1112\u1161\u11AB', '한'],
  ])('%s become one', (parts, whole) => {
    expect(composed(parts)).toBe(whole);
  });

  it('and every kanji stays to the letter, all 472 of U+F900–FAFF and those with a selector', () => {
    const letters = Array.from({ length: 0x200 }, (_, i) => String.fromCodePoint(0xf900 + i)).filter((char) =>
      /\p{L}/u.test(char),
    );
    expect(letters).toHaveLength(472);
    const names = [...letters, '葛\u{E0100}', '辻\uFE00', '\u{2F804}', '①', '㈱', 'Å', '\uFA19\u3099'];
    expect(names.map(composed)).toEqual(names);
  });
});
