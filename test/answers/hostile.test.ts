import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { decodeText } from '../../src/text/decode.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const repeat = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Bytes as they come from disk, to findings: the whole way every command takes. */
function codes(bytes: Uint8Array): readonly string[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded.findings.map(({ code }) => code);
  const read = readAnswers(decoded.value.text, SMALL_CATALOG);
  return [...new Set([...decoded.findings, ...read.findings].map(({ code }) => code))];
}

const GOOD = 'wazamori: 1\nanswers:\n  guidance.exit-plan: いいえ\n';

describe('whatever the file', () => {
  it.each<[string, Uint8Array, readonly string[]]>([
    ['a good one', utf8(GOOD), []],
    ['CRLF', utf8(GOOD.replaceAll('\n', '\r\n')), []],
    ['BOM', utf8(`\uFEFF${GOOD}`), []],
    ['Shift_JIS', iconv.encode(GOOD, 'cp932'), ['file-encoding-assumed']],
    ['UTF-16', iconv.encode(GOOD, 'utf16-le', { addBOM: true }), ['file-encoding-assumed']],
    ['empty', utf8(''), ['file-empty']],
    ['only "---"', utf8('---\n'), ['file-empty']],
    ['binary', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), ['file-not-text']],
    ['60 MB', new Uint8Array(60 * 1024 * 1024).fill(97), ['file-too-large']],
    ['20,000 deep', utf8(`a: ${'['.repeat(20_000)}`), ['yaml-too-deep']],
    ['100,000 keys', utf8(repeat(100_000, (i) => `k${i}: 1\n`)), ['file-too-large']],
    [
      'all keys that fit',
      utf8(`wazamori: 1\n${repeat(20_000, (i) => `k${i}: 1\n`)}`),
      ['unknown-key', 'more-problems'],
    ],
    [
      'all wrong answers that fit',
      utf8(`wazamori: 1\nanswers:\n${repeat(7000, (i) => `  guidance.exit-plan-${i}: はんい\n`)}`),
      ['wrong-word', 'more-problems'],
    ],
    [
      'an alias bomb',
      utf8(`a: &a [x]\n${repeat(2000, (i) => `b${i}: [*a, *a]\n`)}`),
      ['yaml-anchor', 'yaml-alias', 'more-problems'],
    ],
    ['duplicate keys', utf8('wazamori: 1\nanswers: {}\nanswers: {}\n'), ['yaml-duplicate-key']],
    ['__proto__', utf8('wazamori: 1\n__proto__: {polluted: true}\n'), ['yaml-forbidden-key']],
    ['a custom tag', utf8('wazamori: 1\ncompany: !!js/function x\n'), ['yaml-tag']],
    ['a newer version', utf8('wazamori: 7\n'), ['version-newer']],
    ['tabs', utf8('wazamori: 1\nanswers:\n\tguidance.exit-plan: はい\n'), ['yaml-tab']],
    ['a wrong word', utf8('wazamori: 1\nanswers: {guidance.exit-plan: たぶん}\n'), ['wrong-word']],
    [
      'a full-width colon',
      utf8('wazamori: 1\nanswers:\n  guidance.exit-plan：はい\n'),
      ['yaml-fullwidth-colon'],
    ],
    [
      'a bare question mark',
      utf8('wazamori: 1\nanswers:\n  guidance.exit-plan: ?\n'),
      ['yaml-bare-question-mark'],
    ],
    ['an unterminated quote', utf8('wazamori: 1\ncompany:\n  name: "株式会社\n'), ['yaml-unclosed']],
    ['several documents', utf8(`${GOOD}---\n${GOOD}`), ['yaml-several-documents']],
    ['a list', utf8('- はい\n'), ['wrong-type']],
    ['a sentence', utf8('これはメモです。\n'), ['wrong-type']],
  ])('%s', (_, bytes, expected) => {
    expect(codes(bytes)).toEqual(expected);
  });

  it('leaves the prototypes of this process alone', () => {
    codes(
      utf8(
        'wazamori: 1\nanswers: {"__proto__": {polluted: true}}\nassessment: {editions: {"constructor": x}}\n',
      ),
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
