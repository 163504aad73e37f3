import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  inserted,
  type Line,
  lineOf,
  shownLine,
  textOf,
} from '../../../../src/cli/faces/terminal/line.ts';
import { LONGEST_TEXT } from '../../../../src/text/longest.ts';
import { displayWidth } from '../../../../src/words/width.ts';

const key = (name: string) =>
  name.startsWith('^') ? { name: name.slice(1), ctrl: true } : { name, ctrl: false };

/** The line with `|` where the cursor is. */
const drawn = ({ letters, at }: Line): string =>
  `${letters.slice(0, at).join('')}|${letters.slice(at).join('')}`;

describe('the keys of a line', () => {
  it.each<[string, readonly string[], string]>([
    ['本社', [], '本社|'],
    ['本社', ['left'], '本|社'],
    ['本社', ['home', 'right'], '本|社'],
    ['本社', ['^a', 'delete'], '|社'],
    ['本社', ['backspace'], '本|'],
    ['本社', ['home', 'backspace'], '|本社'],
    ['本社', ['left', '^u'], '|社'],
    ['本社', ['left', '^k'], '本|'],
    ['本社 だけ', ['^w'], '本社 |'],
    ['本社', ['up', 'down', 'left', '^e'], '本社|'],
    ['辻󠄀', ['backspace'], '|'],
    ['👨‍👩‍👧', ['left'], '|👨‍👩‍👧'],
    ['本社', ['f1', 'tab', '^x'], '本社|'],
  ])('%s %j', (text, keys, result) => {
    expect(drawn(keys.map(key).reduce(edited, lineOf(text)))).toBe(result);
  });

  it.each(['か\u3099', '👨‍👩‍👧', '🇯🇵', 'a', '\r\n', '辻󠄀'])(
    'tells the letters of a long text as of a short one: %j',
    (letter) => {
      for (const before of ['', 'あ'])
        expect(lineOf(before + letter.repeat(700)).letters).toEqual([
          ...(before === '' ? [] : [before]),
          ...Array.from({ length: 700 }, () => letter),
        ]);
    },
  );

  it('puts words in where the cursor is; a mark joins the letter before it', () => {
    const line = edited(lineOf('本だけ'), key('left'));
    expect(drawn(inserted(line, '社\n工場') ?? line)).toBe('本だ社\n工場|け');
    expect(inserted(lineOf('か'), '\u3099')?.letters).toEqual(['か\u3099']);
  });

  it('takes no more than a line may hold, and cuts nothing off', () => {
    expect(inserted(lineOf(''), 'あ'.repeat(LONGEST_TEXT))?.letters).toHaveLength(LONGEST_TEXT);
    expect(inserted(lineOf('い'), 'あ'.repeat(LONGEST_TEXT))).toBeNull();
    expect(inserted(lineOf(''), '1月に見直す。\n'.repeat(60_000))).toBeNull();
    // Counted as the reader of answer files counts: a letter of two code points is two.
    expect(inserted(lineOf(''), 'か\u3099'.repeat(LONGEST_TEXT / 2))?.letters).toHaveLength(LONGEST_TEXT / 2);
    expect(inserted(lineOf('い'), 'か\u3099'.repeat(LONGEST_TEXT / 2))).toBeNull();
  });
});

describe('what is shown of a line', () => {
  const text = fc.string({
    unit: fc.constantFrom('あ', 'a', '\n', ' ', '👍🏽', '\u001b', '\u202e'),
    maxLength: 300,
  });

  it('holds the cursor, fits the room and moves nothing on the screen', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(300),
        fc.integer({ min: 4, max: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (all, at, width, room) => {
          const line = { ...lineOf(all), at: 0 };
          const { above, before, after, below } = shownLine(
            { ...line, at: Math.min(at, line.letters.length) },
            width,
            room,
          );
          const rows = [...above, before + after, ...below];
          expect(rows.length).toBeLessThanOrEqual(room);
          for (const row of rows) {
            expect(displayWidth(row)).toBeLessThanOrEqual(width);
            expect(row).not.toMatch(/[\p{Cc}\u202e]/u);
          }
          if (rows.length < room)
            expect(rows.join('')).toBe(all.replaceAll('\n', '').replace(/[\p{Cc}\u202e]/gu, '?'));
        },
      ),
    );
  });

  it('keeps the text as it was written', () => {
    fc.assert(
      fc.property(text, (all) => {
        expect(textOf(lineOf(all))).toBe(all);
      }),
    );
  });
});
