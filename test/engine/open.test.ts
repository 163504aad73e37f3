import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { openAnswers, openText, readAgain, readerOf } from '../../src/engine/open.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { bytesOf, catalog, opened, SHOP, valueIn } from './sample.ts';

describe('opening answers', () => {
  it('gives what reading their text gives, with the text and the document beside it', () => {
    const read = openAnswers(bytesOf(SHOP), catalog);
    const { decoded, root, answers } = valueIn(read);
    expect(answers).toEqual(valueIn(readAnswers(SHOP, catalog)));
    expect(decoded).toEqual({ text: SHOP, encoding: 'UTF-8', bom: false, eol: '\n' });
    expect(root.kind).toBe('map');
  });

  it('tells of decoding before it tells of reading', () => {
    const text = 'wazamori: 1\ncompany: {name: 株式会社青木精機}\nanswer: {}\n';
    const codes = (bytes: Uint8Array) => openAnswers(bytes, catalog).findings.map(({ code }) => code);
    expect(codes(encode(text, 'Shift_JIS'))).toEqual(['file-encoding-assumed', 'unknown-key']);
    const broken = encode(text.replace('wazamori: 1', 'wazamori: はい'), 'Shift_JIS');
    expect(openAnswers(broken, catalog).ok).toBe(false);
    expect(codes(broken)[0]).toBe('file-encoding-assumed');
  });

  it.each([
    ['nothing at all', '', 'file-empty'],
    ['what is no YAML', 'answers: {a: はい', 'yaml-unclosed'],
    ['a wrong word', 'wazamori: 1\nanswers: {guidance.device-updates: はあ}', 'wrong-word'],
  ])('of %s is refused and told', (_, text, code) => {
    const read = openAnswers(bytesOf(text), catalog);
    expect(read.ok).toBe(false);
    expect(read.findings.map((finding) => finding.code)).toContain(code);
  });

  it('of a text remembers how its lines end', () => {
    expect(opened(SHOP.replaceAll('\n', '\r\n')).decoded.eol).toBe('\r\n');
  });

  it('of the same bytes reads by whatever checklists are asked for', () => {
    const item = 'guidance.core-technology-list';
    const text = `wazamori: 1\nanswers: {${item}: はい}\n`;
    const less = { ...catalog, items: catalog.items.filter(({ id }) => id !== item) };
    const codes = ({ findings }: Outcome<unknown>) => findings.map(({ code }) => code);
    const readWith = readerOf(bytesOf(text));
    expect([readWith(catalog), readWith(less), readWith(catalog)].map(codes)).toEqual([
      ...[[], ['unknown-item'], []],
    ]);
    expect(readWith(less)).toEqual(openText(text, less));
    expect(readAgain(valueIn(readWith(less)), catalog)).toEqual(readWith(catalog));
    expect(readerOf(bytesOf(''))(catalog)).toMatchObject({ ok: false, findings: [{ code: 'file-empty' }] });
  });
});
