import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, MAX_BYTES } from '../../src/text/decode.ts';

const ANSWERS = 'company:\n  name: 株式会社髙﨑精機\n  strength: 薄肉～①\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

function codes(bytes: Uint8Array): readonly string[] {
  return decodeText(bytes).findings.map((finding) => `${finding.severity} ${finding.code}`);
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(ANSWERS), { encoding: 'UTF-8', bom: false, eol: '\n' }, []],
    ['UTF-8 with BOM', utf8(`\uFEFF${ANSWERS}`), { encoding: 'UTF-8', bom: true, eol: '\n' }, []],
    [
      'Shift_JIS',
      iconv.encode(ANSWERS, 'cp932'),
      { encoding: 'Shift_JIS', bom: false, eol: '\n' },
      ['warning file-encoding-assumed'],
    ],
    [
      'UTF-16 LE',
      iconv.encode(ANSWERS, 'utf16-le', { addBOM: true }),
      { encoding: 'UTF-16', bom: true, eol: '\n' },
      ['warning file-encoding-assumed'],
    ],
    [
      'UTF-16 BE',
      iconv.encode(ANSWERS, 'utf16-be', { addBOM: true }),
      { encoding: 'UTF-16', bom: true, eol: '\n' },
      ['warning file-encoding-assumed'],
    ],
  ])('reads %s', (_, bytes, expected, findings) => {
    const decoded = decodeText(bytes);
    expect(decoded.ok && decoded.value).toEqual({ ...expected, text: ANSWERS });
    expect(codes(bytes)).toEqual(findings);
  });

  it.each([
    ['alone', 'wazamori: 1\ncompany: {name: ｻﾝﾌﾟﾙｾｲｷ}\n'],
    ['beside a kanji', 'wazamori: 1\ncompany: {name: (株)ｻﾝﾌﾟﾙｾｲｷ}\n'],
    ['of one letter', 'name: ｱ\n'],
    ['even in number', 'name: ﾔﾏﾀﾞｺｳｷﾞﾖｳ\nby: ｼﾔﾁﾖｳ\n'],
    ['with long and small sounds', 'name: ｶ)ﾁｮｳｼｮｰﾃｯｸ\n'],
    ['beside 髙', 'name: ｶ)ﾊｼ髙\nby: ｼｬﾁｮｳ\n'],
    ['in a note', 'note: ﾊｲ､ｿｳﾃﾞｽ｡\n'],
  ])('reads half-width katakana of Shift_JIS %s', (_, text) => {
    const decoded = decodeText(iconv.encode(text, 'cp932'));
    expect(decoded.ok && decoded.value).toMatchObject({ encoding: 'Shift_JIS', text });
    expect(decoded.findings.map(({ code }) => code)).toEqual(['file-encoding-assumed']);
  });

  it('reads ISO-2022-JP by its escapes, and takes colours of a terminal for none', () => {
    const jis = Buffer.concat([
      ...[utf8('wazamori: 1\r\ncompany: {name: '), Buffer.from([0x1b, 0x24, 0x42, 0x33, 0x74, 0x3c, 0x30])],
      ...[Buffer.from([0x1b, 0x28, 0x42]), utf8('}\r\n')],
    ]);
    expect(decodeText(jis)).toMatchObject({
      ok: true,
      findings: [{ code: 'file-encoding-assumed', args: { encoding: 'ISO-2022-JP' } }],
      value: { text: 'wazamori: 1\r\ncompany: {name: 株式}\r\n', encoding: 'ISO-2022-JP', eol: '\r\n' },
    });
    for (const text of ['name: \u001B[31m甲\n', 'name: \u001B[31mA\n', 'name: \u001B(\u00e9\n'])
      expect(decodeText(utf8(text))).toMatchObject({ ok: true, value: { encoding: 'UTF-8', text } });
  });

  it('tells CRLF by the first line end', () => {
    const decoded = decodeText(utf8('wazamori: 1\r\nanswers:\n'));
    expect(decoded.ok && decoded.value.eol).toBe('\r\n');
  });

  it.each<[string, Uint8Array, string]>([
    ['no bytes', utf8(''), 'error file-empty'],
    ['only a BOM', utf8('\uFEFF'), 'error file-empty'],
    ['blank lines and comments', utf8('\n  # あとで書く\r\n\t\n'), 'error file-empty'],
    ['UTF-16 without BOM', iconv.encode(ANSWERS, 'utf16-le'), 'error file-not-text'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'error file-not-text'],
    ['random bytes', Uint8Array.of(0x81, 0x40, 0x01, 0x02, 0x83, 0x41), 'error file-not-text'],
    ['EUC-JP', iconv.encode(ANSWERS, 'euc-jp'), 'error file-encoding-unknown'],
    [
      'EUC-JP that Shift_JIS reads as half-width katakana',
      iconv.encode('note: ここにかく\n', 'euc-jp'),
      'error file-encoding-unknown',
    ],
    ...['総務課長', '株式会社サンプル精機', '鈴木製作所', '課題あり', 'カタカナ', 'はい'].map(
      (text): [string, Uint8Array, string] => {
        return [`EUC-JP (${text})`, iconv.encode(`note: ${text}\n`, 'euc-jp'), 'error file-encoding-unknown'];
      },
    ),
    ['Western letters', iconv.encode('note: fuß Äß\n', 'latin1'), 'error file-encoding-unknown'],
    ['a NUL in good text', utf8('wazamori: 1\n\0'), 'error file-not-text'],
    ['broken Shift_JIS', Uint8Array.of(0x61, 0x3a, 0x20, 0x82), 'error file-encoding-unknown'],
  ])('refuses %s', (_, bytes, finding) => {
    expect(codes(bytes)).toEqual([finding]);
  });

  it('looks at the size before anything else', () => {
    const bytes = new Uint8Array(60 * 1024 * 1024);
    expect(decodeText(bytes).findings).toEqual([
      {
        severity: 'error',
        code: 'file-too-large',
        args: { bytes: bytes.length, limit: MAX_BYTES },
        location: null,
      },
    ]);
  });
});

describe('encodeText', () => {
  it('gives the bytes back as they came', () => {
    for (const bytes of [utf8(ANSWERS), utf8(`\uFEFF${ANSWERS.replaceAll('\n', '\r\n')}`)]) {
      const decoded = decodeText(bytes);
      expect(decoded.ok && encodeText(decoded.value.text, decoded.value)).toEqual(bytes);
    }
  });

  it('saves Shift_JIS as UTF-8, which holds every character', () => {
    const decoded = decodeText(iconv.encode(ANSWERS, 'cp932'));
    expect(decoded.ok && encodeText(`${decoded.value.text}# 𠮷\n`, decoded.value)).toEqual(
      utf8(`${ANSWERS}# 𠮷\n`),
    );
  });
});
