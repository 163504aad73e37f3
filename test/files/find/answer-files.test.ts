import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../src/answers/read.ts';
import { kindOfFile } from '../../../src/files/find/answer-files.ts';
import { type FileKind, kindOfBytes, kindOfText, SECTION_KEYS } from '../../../src/files/find/answer-kind.ts';
import { folder } from '../../setup/folder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a file is', () => {
  it('is told by the sections the format has', () => {
    expect(['wazamori', ...SECTION_KEYS]).toEqual([...SECTIONS]);
  });

  it.each<[string, string, FileKind]>([
    ['as nearly all are written', 'wazamori: 1\nanswers: {}\n', 'answers'],
    ['below a comment and a blank line', '# 株式会社青木精機\n\nwazamori: 1\n', 'answers'],
    ['with its key last', 'company: {name: 青木精機}\nwazamori: 1\n', 'answers'],
    ['quoted', '"wazamori": 1\n"answers": {}\n', 'answers'],
    ['in single quotes', "'wazamori': 1\n", 'answers'],
    ['written by its numbers', '"\\x77azamori": 1\n"\\u0061nswers": {}\n', 'answers'],
    ['JSON', '{"wazamori":1,"answers":{}}', 'answers'],
    ['JSON over lines', '{\n  "wazamori": 1\n}\n', 'answers'],
    ['a flow mapping', '{wazamori: 1, answers: {}}\n', 'answers'],
    ['a flow mapping behind the mark of a document', '--- {wazamori: 1}\n', 'answers'],
    ['behind the mark of a document', '---\nwazamori: 1\n', 'answers'],
    ['behind a directive', '%YAML 1.2\n---\n"wazamori": 1\n', 'answers'],
    ['long keys', '? wazamori\n: 1\n? answers\n: {}\n', 'answers'],
    ['indented', '  wazamori: 1\n  answers: {}\n', 'answers'],
    ['with a byte order mark', '\ufeffwazamori: 1\n', 'answers'],
    ['with a byte order mark and quotes', '\ufeff"wazamori": 1\n', 'answers'],
    ['with line ends of Windows', 'company: {}\r\n"wazamori": 1\r\n', 'answers'],
    ['in a list', '- wazamori: 1\n  answers: {}\n', 'answers'],
    ['without its version', 'company: {}\nanswers: {}\n', 'answers'],
    ['with its technologies alone', '{technologies: []}\n', 'answers'],
    ['in full-width letters', 'ｗａｚａｍｏｒｉ: 1\n', 'answers'],
    ['in capitals', 'Wazamori: 1\n', 'answers'],
    ['with something invisible in its key', '"waza\\u200bmori": 1\n', 'answers'],
    ['with an anchor', '&a\n"wazamori": 1\n', 'answers'],
    ['with a tag', '!!map {wazamori: 1}\n', 'answers'],
    ['with a key twice', '{wazamori: 1, wazamori: 1}\n', 'answers'],
    ['the second document', 'a: 1\n---\n"wazamori": 1\n', 'answers'],
    // What does not parse and bears our key is to be mended, not passed over.
    ['a full-width colon', '  wazamori： 1\n', 'answers'],
    ['a bracket left open', '{wazamori: 1, answers: {\n', 'answers'],
    ['quotes left open', '"wazamori": 1\nanswers: "\n', 'answers'],
    ['broken, written by its numbers', '"\\x77azamori": 1\n[', 'answers'],
    ['broken, over two lines', '"waza\\\n  mori": 1\n[', 'answers'],
    ['broken, with a long key', '? "wazamori"\n: 1\n[', 'answers'],
    ['broken, with its answers alone', '"answers": {\n', 'answers'],
    // Others.
    ['services', 'services: {web: {image: nginx}}\n', 'other-yaml'],
    ['a service called like us', 'services:\n  wazamori: {image: x}\n', 'other-yaml'],
    ['one with an anchor', 'services: &a\n  wazamori: {image: x}\nb: *a\n', 'other-yaml'],
    ['one with a tag of its own', 'Resources: !Sub {wazamori: 1}\n', 'other-yaml'],
    ['several documents', 'kind: A\n---\nkind: B\n', 'other-yaml'],
    ['a list', '- uses: OWNER/wazamori@v0\n', 'other-yaml'],
    ['a text', 'wazamori\n', 'other-yaml'],
    ['a word like ours', 'wazamori-check: 1\nmyanswers: 2\n', 'other-yaml'],
    ['a policy', 'policy: 1\nageDays: 90\n', 'policy'],
    ['ours in full width, in a flow', '{wazamori：1, answers：はい}\n', 'answers'],
    ['without its version, with a slip', 'compnay: {}\nanswers: {}\nprofile: {}\n', 'answers'],
    ['indented by a tab', '\twazamori: 1\n\tanswers: {}\n', 'answers'],
    ['without the space behind its colon', 'wazamori:1\ncompany: {}\n', 'answers'],
    ['broken, behind an anchor', '&a wazamori: 1\nb: [\n', 'answers'],
    ['questions of others', 'title: クイズ\nanswers: [1, 2]\n', 'other-yaml'],
    ['a chart with our name', 'wazamori:\n  image: x\nservice: {port: 80}\n', 'other-yaml'],
    ['the same with an anchor', 'wazamori: &a {image: x}\nb: *a\n', 'other-yaml'],
    ['a list under our name', 'wazamori: [a]\nb: !Ref c\n', 'other-yaml'],
    [
      'compose with an anchor',
      'x-a: &a {restart: always}\nservices:\n  web: {<<: *a, image: wazamori:1}\n',
      'other-yaml',
    ],
    ['a chart', 'image: {{ .Values.image }}\n{{- if .x }}\na: b\n{{- end }}\n', 'unreadable-yaml'],
    ['a chart with an image of our name', 'image: wazamori:1\n{{- if .x }}\n', 'unreadable-yaml'],
    ['a chart that speaks of us', '# wazamori: see docs\n{{- if .x }}\na: b\n', 'unreadable-yaml'],
    ['a chart that bears our key', 'a:\n  wazamori: 1\n{{- if .x }}\n', 'answers'],
    ['broken and none of ours', 'a: [1, 2\nb: wazamori\n', 'unreadable-yaml'],
    ['broken, with a key like ours', 'not-wazamori: [\n', 'unreadable-yaml'],
  ])('%s', (_, text, kind) => {
    expect(kindOfText(text)).toBe(kind);
    expect(kindOfBytes(utf8(text))).toBe(kind);
  });

  it.each<[string, Uint8Array, FileKind]>([
    ['empty', utf8(''), 'empty'],
    ['comments alone', utf8('# あとで\n'), 'empty'],
    ['Shift_JIS', encode('company: {name: 青木精機}\n"wazamori": 1\n', 'shift_jis'), 'answers'],
    ['Shift_JIS of others', encode('name: 青木精機\n', 'shift_jis'), 'other-yaml'],
    ['UTF-16', encode('"wazamori": 1\n', 'utf-16', { addBOM: true }), 'answers'],
    ['UTF-16 without its mark', encode('{"wazamori": 1}\n', 'utf-16le'), 'answers'],
    [
      'EUC-JP',
      encode('{"company": {"name": "株式会社青木精機製作所"}, "wazamori": 1}\n', 'euc-jp'),
      'answers',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'unreadable-yaml'],
  ])('%s', (_, bytes, kind) => {
    expect(kindOfBytes(bytes)).toBe(kind);
  });

  it.each<[string, FileKind]>([
    ['{"wazamori": 1}', 'answers'],
    ['services: {}', 'unreadable-yaml'],
  ])('of one too large to be read, it is told by its beginning: %s', (begin, kind) => {
    const path = join(folder(), 'large.yaml');
    writeFileSync(path, `${begin}\n${'#'.repeat(400_000)}`);
    expect(kindOfFile(path)).toBe(kind);
  });

  it('is told of a hostile text without going round in circles', () => {
    for (const text of [
      ' '.repeat(200_000),
      '"'.repeat(200_000),
      '['.repeat(200_000),
      '\\x77'.repeat(50_000),
      '{ '.repeat(100_000),
      '\n#'.repeat(100_000),
    ])
      expect(['unreadable-yaml', 'empty', 'other-yaml']).toContain(kindOfBytes(utf8(text)));
  });
});
