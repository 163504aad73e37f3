import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../../src/press/fonts/fonts.ts';
import { clamped, createTypesetter, drawable } from '../../../src/press/lines/typesetter.ts';
import { TYPE } from '../../../src/press/look.ts';
import { TOOLS } from '../../report/pdf/fixture.ts';
import { runs } from '../../setup/random.ts';

const fonts = openFonts(TOOLS.fonts);
const typesetter = createTypesetter(fonts);

describe('two lines part where the sentence does', () => {
  it.each([
    [
      '大事な図面やデータを、必要な人だけが見られますか',
      210,
      ['大事な図面やデータを、', '必要な人だけが見られますか'],
    ],
    [
      '共有フォルダの公開範囲を半年ごとに確かめていますか',
      200,
      ['共有フォルダの公開範囲を半年ごとに', '確かめていますか'],
    ],
  ])('%s', (text, width, lines) => {
    expect(typesetter.lines(text, width, TYPE.body)).toEqual(lines);
  });
});

describe('a date is one word', () => {
  it.each([
    ['電話 0570-082100（2026年11月21日に確認）', 175, ['電話 0570-082100', '（2026年11月21日に確認）']],
    ['Overseas business, by 5 Dec 2026', 130, ['Overseas business,', 'by 5 Dec 2026']],
    ['In force since 30 December 2024', 110, ['In force since', '30 December 2024']],
    ['証拠：規程; seen 5 Oct 2026', 105, ['証拠：規程; seen', '5 Oct 2026']],
    ['seen 21 Nov 2026', 40, ['seen', '21 Nov', '2026']],
  ])('%s', (text, width, lines) => {
    expect(typesetter.lines(text, width, TYPE.body)).toEqual(lines);
  });
});

describe('lines', () => {
  it('leave no one-word last line in English where it can be helped', () => {
    const text = 'Questions for a deeper check, and questions that wait for a fact about the company.';
    expect(typesetter.lines(text, 405, TYPE.body)).toEqual([
      'Questions for a deeper check, and questions that wait for a fact about',
      'the company.',
    ]);
  });

  it('leave no one-character last line where it can be helped', () => {
    const text = '守る技術が書き出されていないと何に印を付けるかが決まらず鍵も契約も付ける所が分かりません。';
    for (let width = 80; width < 130; width += 3) {
      const lines = typesetter.lines(text, width, TYPE.body);
      expect([...(lines.at(-1) ?? '')].length).toBeGreaterThan(1);
    }
  });

  it('lose no character and never overflow', () => {
    const chars = fc.constantFrom(...'技術流出を守る、。「」（）ーっ髙﨑𠮷 ABC012-①㈱〜');
    fc.assert(
      fc.property(
        fc.string({ unit: chars, maxLength: 80 }),
        fc.integer({ min: 60, max: 400 }),
        (text, width) => {
          const lines = typesetter.lines(text, width, TYPE.body);
          const squeeze = (s: string): string => s.replace(/ /g, '');
          expect(squeeze(lines.join(''))).toBe(squeeze(text));
          for (const line of lines) {
            if ([...line].length > 2)
              expect(typesetter.width(line, TYPE.body)).toBeLessThanOrEqual(width + 10);
          }
        },
      ),
      runs(200),
    );
  });
});

describe('what was set before in a process', () => {
  it('changes no line, be the widths as near to each other as they will', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'技術を守る、外へ。AB 12'),
      minLength: 8,
      maxLength: 40,
    });
    const width = fc.double({ min: 40, max: 200, noNaN: true });
    const nearby = fc.double({ min: -0.01, max: 0.01, noNaN: true });
    fc.assert(
      fc.property(text, width, nearby, (words, first, apart) => {
        const used = createTypesetter({ ...fonts });
        used.lines(words, first + apart, TYPE.body);
        const fresh = createTypesetter({ ...fonts });
        expect(used.lines(words, first, TYPE.body)).toEqual(fresh.lines(words, first, TYPE.body));
      }),
      runs(500),
    );
    // A line that just fits, and then one it just does not.
    const [full = 0, hair] = [typesetter.width('守る技術を書き出す', TYPE.body), 0.0004 * TYPE.body.size];
    const used = createTypesetter({ ...fonts });
    const before = used.lines('守る技術を書き出す', full - hair, TYPE.body).length;
    expect(used.lines('守る技術を書き出す', full, TYPE.body)).toHaveLength(1);
    expect(createTypesetter({ ...fonts }).lines('守る技術を書き出す', full - hair, TYPE.body)).toHaveLength(
      before,
    );
  });
});

describe('what can be drawn', () => {
  it.each<[string, string, string, readonly string[], readonly string[]]>([
    ['composes kana and accents', 'か\u3099e\u0301', 'がé', [], []],
    ['keeps circled numbers and squared words', '①㈱', '①㈱', [], []],
    ['keeps 福神塚都 of the name register', '\uFA1B\uFA19\uFA10\uFA26', '\uFA1B\uFA19\uFA10\uFA26', [], []],
    ['shows what acts on a reader', '甲\u001b\u009b\u202e社\t乙', '甲[U+001B][U+009B][U+202E]社 乙', [], []],
    ['draws a selected form plainly, and knows it', '葛\u{e0100}\u200b城', '葛城', [], ['葛\u{e0100}']],
    ['drops what makes a sign an emoji', '✓\uFE0F', '✓', [], []],
    ['draws plainly what only other fonts have', '\u{2F8A5}', '\u60C7', [], ['\u{2F8A5}']],
    ['puts 〓 for what no font has', '技🏭術', '技〓術', ['🏭'], []],
  ])('%s', (_, text, shown, missing, plain) => {
    expect(drawable(text, fonts)).toEqual({ text: shown, missing, plain });
  });

  it('tells of a document what was lost, each letter once, whether it was measured or set', () => {
    const used = createTypesetter(fonts);
    used.lines('葛\u{e0100}城と葛\u{e0100}飾', 200, TYPE.body);
    used.runs('辻\u{e0101}🏭', 'bold');
    expect([used.missing(), used.plain()]).toEqual([['🏭'], ['葛\u{e0100}', '辻\u{e0101}']]);
  });

  it('takes a name apart into runs of the fonts that have its characters', () => {
    const runs = typesetter.runs('𠮷田髙﨑', 'bold');
    expect(
      runs.map(({ face, glyphs }) => [
        face.name,
        String.fromCodePoint(...glyphs.flatMap((g) => g.codePoints)),
      ]),
    ).toEqual([
      ['fallback', '𠮷'],
      ['bold', '田髙﨑'],
    ]);
  });
});

it('a text cut short ends in …', () => {
  expect(clamped(['一行目です', '二行目です', '三行目です'], 2)).toEqual(['一行目です', '二行目で…']);
  expect(clamped(['一行目です'], 2)).toEqual(['一行目です']);
  expect(clamped(['一行目です'], 0)).toEqual([]);
});
