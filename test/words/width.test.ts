import fc from 'fast-check';
import fastStringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/words/width.ts';

describe('the width of what needs no patterns', () => {
  it('is the width the package gives, for every character of the basic plane', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const char = String.fromCharCode(code);
      if (displayWidth(char) !== fastStringWidth(char)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is the width the package gives, whatever stands together', () => {
    const plain = fc.constantFrom(
      'a',
      ' ',
      '~',
      'が',
      'ー',
      '。',
      '「',
      '技',
      '守',
      'Ａ',
      '〜',
      '\u3099',
      '\ufe0f',
      '葛',
      '㊙',
      '①',
      '👨‍👩‍👧',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, fc.string({ unit: 'grapheme' }))), (parts) => {
        expect(displayWidth(parts.join(''))).toBe(fastStringWidth(parts.join('')));
      }),
    );
  });
});
