import { linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayReplace, mayReplaceAt, ownKind, signed } from '../../src/files/own-kind.ts';
import { folder } from '../setup/folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('ownKind', () => {
  it.each([
    ['a result', '{\n  "schemaVersion": 2,\n  "tool": {\n    "name": "wazamori",', 'json'],
    ['a line of a stream', '{"schemaVersion":2,"tool":{"name":"wazamori","version":"0.1.0"}}\n', 'json'],
    ['a line of a stream that gave none', '{"schemaVersion":2,"line":3,"findings":[]}\n', 'json'],
    ['a summary', '{ "wazamoriPortfolio": 1,', 'portfolio'],
    ['rows', '{"wazamoriRows":2,"key":"f5"}\n', 'rows'],
    ['a page', '<!doctype html><!-- wazamori report -->\n<html>', '<!doctype html><!-- wazamori report -->'],
    ['the comment of a check', '<!-- wazamori-check -->\n\n## x', '<!-- wazamori-check -->'],
    ['a text', 'wazamori score\n\n  株式会社サンプル精機', 'wazamori score'],
    ['a list', 'wazamori catalog list\n\nx', 'wazamori catalog list'],
    ['a table', '\uFEFF時期,番号,種類,すること\r\n', 'table:時期,番号,種類'],
    ['a PDF', '%PDF-1.7\n%____\n<xmp:CreatorTool>wazamori 0.1.0', 'pdf'],
    ['an encrypted PDF', '%PDF-1.7\n%____\n%wazamori\n8 0 obj', 'pdf'],
  ])('knows %s', (_, text, kind) => {
    expect(ownKind(bytes(text))).toBe(kind);
  });

  it.each([
    ['answers', 'wazamori: 1\nanswers: {}\n'],
    ['answers written as JSON', '{"wazamori": 1, "answers": {}}\n'],
    ['a policy', 'policy: 1\n'],
    ['the file of a package', '{\n  "name": "wazamori",\n  "version": "1.0.0"\n}\n'],
    ['the result of another tool', '{\n  "schemaVersion": 2,\n  "tool": {\n    "name": "trivy"'],
    ['its SARIF', '{"$schema":"https://x/sarif.json","runs":[{"tool":{"driver":{"name":"CodeQL"'],
    ['its JUnit', '<?xml version="1.0"?>\n<testsuites><testsuite package="jest"'],
    ['a schema', '{"$schema":"https://json-schema.org/x","type":"object","properties":{"name":{}}}'],
    ['a page', '<!doctype html>\n<html>'],
    ['a document about us', '# wazamori\n\nwazamori score と打つ\n'],
    ['a PDF', '%PDF-1.7\n%____\n<pdf:Producer>Word</pdf:Producer> wazamori '],
    ['a table of a spreadsheet', '氏名,所属,電話\r\n田中,総務,1\r\n'],
    ['a table with a mark and two columns', '\uFEFF氏名,所属\r\n'],
    ['a table with a mark and no line end', '\uFEFF氏名,所属,電話'],
    ['nothing', ''],
    ['no text', '\u0000\u0001'],
  ])('takes %s for none of ours', (_, text) => {
    expect(ownKind(bytes(text))).toBeNull();
  });
});

describe('mayReplace', () => {
  const [score, diff] = [bytes('wazamori score\n\nx'), bytes('wazamori diff\n\nx')];

  it('lets a result go over nothing, and over an older one of its kind', () => {
    expect(mayReplace(bytes(''), ['json'])).toBe(true);
    expect(mayReplace(score, [ownKind(bytes('wazamori score\n\ny'))])).toBe(true);
    expect(mayReplace(diff, [ownKind(score)])).toBe(false);
  });

  it('lets what has no kind go over nothing that stands there', () => {
    expect(mayReplace(bytes('覚え書き'), [ownKind(bytes('覚え書き'))])).toBe(false);
  });

  it('looks at what links lead to', () => {
    const cwd = folder({ 'notes.txt': '覚え書き\n', 'score.txt': score });
    symlinkSync('notes.txt', join(cwd, 'link'));
    linkSync(join(cwd, 'notes.txt'), join(cwd, 'hard'));
    symlinkSync('score.txt', join(cwd, 'ours'));
    symlinkSync('gone', join(cwd, 'nowhere'));
    const may = (name: string) => mayReplaceAt(join(cwd, name), ['wazamori score']);
    expect(['link', 'hard', '.', 'ours', 'nowhere', 'new'].map(may)).toEqual([
      ...[false, false, false],
      ...[true, true, true],
    ]);
  });

  it('reads a PDF to its end, where it says whose it is', () => {
    const cwd = folder();
    const pdf = (tail: string): void =>
      writeFileSync(join(cwd, 'a.pdf'), `%PDF-1.7\n${'x'.repeat(9000)}${tail}`);
    pdf('<xmp:CreatorTool>wazamori 0.1.0');
    expect(mayReplaceAt(join(cwd, 'a.pdf'), ['pdf'])).toBe(true);
    pdf('<xmp:CreatorTool>Word');
    expect(mayReplaceAt(join(cwd, 'a.pdf'), ['pdf'])).toBe(false);
  });
});

describe('signed', () => {
  it('gives a text the line it is known again by, and a result that says it itself none', () => {
    const text = Buffer.from(signed(bytes('点数\n'), 'score', false)).toString();
    expect(text).toBe('wazamori score\n\n点数\n');
    expect(signed(bytes(text), 'score', false)).toEqual(bytes(text));
    expect(Buffer.from(signed(bytes('# 点数\n'), 'ask', true)).toString()).toBe(
      '<!-- wazamori ask -->\n\n# 点数\n',
    );
    const rows = bytes('{"wazamoriRows":2}\n');
    expect(signed(rows, 'batch', false)).toBe(rows);
  });
});
