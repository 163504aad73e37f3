import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintIn } from '../../src/words/ink.ts';
import { jsonText, masked, onScreen, visible, visibleLine } from '../../src/words/visible.ts';

/** What acts on a terminal or turns a line around, newlines aside. */
const ACTS = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const NAMES = [
  ['\u001b]0;乗っ取り\u0007株式会社', '[U+001B]]0;乗っ取り[U+0007]株式会社'],
  ['\u009b31m赤', '[U+009B]31m赤'],
  ['甲\u007f社', '甲[U+007F]社'],
  ['株式会社\u202eABC\u202c', '株式会社[U+202E]ABC[U+202C]'],
  ['\u2066乙\u2069\u200e\u061c', '[U+2066]乙[U+2069][U+200E][U+061C]'],
  ['上\r下', '上[U+000D]下'],
  ['行\u2028段\u2029', '行[U+2028]段[U+2029]'],
  ['表\tの列', '表 の列'],
] as const;

describe('visible', () => {
  it.each(NAMES)('%j stands as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(['株式会社渋谷精機', '①👩‍🔧葛󠄀城市', '2行\nの覚え書き', 'Windows\r\nの行'])(
    '%j stays as it is',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  it('lets nothing through that acts, and does no more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown.replaceAll('\r\n', '\n')).not.toMatch(ACTS);
        expect(visible(shown)).toBe(shown);
      }),
    );
  });
});

it('a name begins no line of its own', () => {
  expect(visibleLine('甲社\n  乙社 100点\r\n')).toBe('甲社 乙社 100点 ');
});

it('under a cursor each letter stays one', () => {
  expect(masked('甲\u001b[乙\u202e')).toBe('甲?[乙?');
});

describe('colours', () => {
  const { bold, red } = paintIn(true);

  it('of ours come out, those of a file do not', () => {
    expect(onScreen(bold(red('甲社')))).toBe('\u001b[1m\u001b[31m甲社\u001b[39m\u001b[22m');
    expect(onScreen(bold('\u001b[31m甲社\u001b[39m'))).toBe(
      '\u001b[1m[U+001B][31m甲社[U+001B][39m\u001b[22m',
    );
  });

  it('are not there where none are wanted', () => {
    expect(paintIn(false).bold('甲社')).toBe('甲社');
  });
});

describe('JSON', () => {
  it('escapes what JSON.stringify leaves', () => {
    expect(jsonText({ name: '\u001b甲\u009b\u202e' })).toBe('{"name":"\\u001b甲\\u009b\\u202e"}');
  });

  it('gives back every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(jsonText(value, 2))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(jsonText(value)).not.toMatch(ACTS);
      }),
    );
  });
});
