import { parseDocument, Scalar, visit } from 'yaml';
import { openFonts } from '../../../src/press/fonts/fonts.ts';
import { TOOLS } from '../../report/pdf/fixture.ts';

/** Signs of markup, kanji outside the BMP and Windows' own, a sequence with a selector (IVS), quotes, a backslash. */
export const RARE = 'A&B <社> 𠮷﨑髙 葛󠄀 "()\\" ]]>';

/** What no font has or no page shows: emoji in sequence, right to left, combining, half-width, private use. */
const FOREIGN =
  '👩‍🏭🇯🇵 عربي עברית か\u3099 ｶﾞ e\u0301 \ue000\uf8ff \u{f0000} \ufdd0 \u00ad\u200b\u200f\u2028 ';

/** A person's words in an answer file. */
const FREE = [
  'name',
  'site',
  'headquarters',
  'industry',
  'strength',
  'note',
  'what',
  'where',
  'reason',
  'by',
];
const FREE_ALSO = ['owner', 'definitionBasis'];

/** The same answers with strange words behind every free text. */
export const strangely = (answers: string): string => worded(answers, (text) => `${text} ${RARE} ${FOREIGN}`);

/** The same answers with a rare name alone, as a company could be called. */
export const rarely = (answers: string): string => worded(answers, (text) => `${RARE} ${text}`, ['name']);

function worded(
  answers: string,
  reword: (text: string) => string,
  keys: readonly string[] = [...FREE, ...FREE_ALSO],
): string {
  const document = parseDocument(answers);
  visit(document, {
    Pair: (_, { key, value }) => {
      const free = key instanceof Scalar && keys.includes(String(key.value));
      if (free && value instanceof Scalar && typeof value.value === 'string') {
        value.value = reword(value.value);
        value.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** An answer file whose notes hold every character the regular face draws, some hundreds a note. */
export function everyCharacter(items: readonly string[]): string {
  const { regular, fallback } = openFonts(TOOLS.fonts);
  const drawn: string[] = [];
  for (let codePoint = 0x21; codePoint < 0x30000; codePoint++) {
    const char = String.fromCodePoint(codePoint);
    if (/\p{C}/u.test(char) && !/\p{Co}/u.test(char)) continue;
    if (regular.glyph(codePoint).id !== 0 || fallback().glyph(codePoint).id !== 0) drawn.push(char);
  }
  const each = Math.ceil(drawn.length / items.length);
  const notes = items.map((item, i) => {
    const note = drawn.slice(i * each, (i + 1) * each).join('');
    return `  ${item}: {answer: no, note: ${JSON.stringify(note)}}`;
  });
  const head = [
    'wazamori: 1',
    'company: {name: 株式会社全字, employees: 48}',
    'assessment: {depth: evidence}',
  ];
  return [...head, 'answers:', ...notes, ''].join('\n');
}
