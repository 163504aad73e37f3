import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../src/catalog/built/build.ts';
import { ownFolderOf } from '../../../src/catalog/own/contents.ts';
import { readChecklists, readOwnFolder } from '../../../src/files/shipped/checklists.ts';
import { sampleFiles } from '../../catalog/sample.ts';
import { folder } from '../../setup/folder.ts';

const folderWith = (files: ReadonlyMap<string, string>): string => folder(Object.fromEntries(files));

describe('the checklists of a folder', () => {
  const loaded = (files: ReadonlyMap<string, string>) => buildCatalog(readChecklists(folderWith(files)));

  it('are its YAML files', () => {
    const files = new Map([...sampleFiles(), ['README.md', '# 自社のチェックリスト']]);
    expect([...readChecklists(folderWith(files)).keys()].sort()).toEqual([...sampleFiles().keys()].sort());
    expect(loaded(files)).toEqual(buildCatalog(sampleFiles()));
  });

  it('are the same where an editor writes a byte order mark or CRLF', () => {
    const windows = [...sampleFiles()].map(([path, text]): [string, string] => [
      path,
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ]);
    expect(loaded(new Map(windows))).toEqual(buildCatalog(sampleFiles()));
  });

  it('have a byte order mark in no column', () => {
    const text = sampleFiles().get('emergency.yaml') ?? '';
    const files = new Map([...sampleFiles(), ['emergency.yaml', `\uFEFF${text.replace('title', 'titel')}`]]);
    const location = { line: 1, column: 1 };
    expect(loaded(files)).toMatchObject({
      ok: false,
      findings: [
        { code: 'key-missing', location },
        { code: 'key-unknown', location },
      ],
    });
  });

  it('have a file with the other ending reported, not overlooked', () => {
    const files = new Map([...sampleFiles(), ['guidance/people.yml', '[]']]);
    expect(loaded(files)).toMatchObject({ ok: false, findings: [{ file: 'guidance/people.yml' }] });
  });

  it('give findings where one is broken', () => {
    const files = new Map([...sampleFiles(), ['profile.yaml', 'facts: {']]);
    expect(loaded(files)).toMatchObject({ ok: false, findings: [{ file: 'profile.yaml' }] });
  });
});

describe('a folder that somebody else gives', () => {
  const LIMITS = { entries: 4, bytes: 12, depth: 2 };
  const read = (files: Parameters<typeof folder>[0]) => readOwnFolder(folder(files), LIMITS);

  it.each<[string, Parameters<typeof folder>[0], readonly string[], readonly string[]]>([
    [
      'its YAML files, a folder where its name stands',
      { 'b.yaml': '', 'a/c.yml': '', 'c.md': '' },
      ['a/c.yml', 'b.yaml'],
      [],
    ],
    ['nothing hidden', { '.git/a.yaml': '', '.a.yaml': '', 'b.yaml': '' }, ['b.yaml'], []],
    ['as many entries as may be', { a: '', b: '', c: '', 'd.yaml': '' }, ['d.yaml'], []],
    ['one more', { a: '', b: '', c: '', d: '', 'e.yaml': '' }, [], ['own-too-large 5 > 4']],
    ['as many bytes as may be', { 'a.yaml': '# 型', 'b.yaml': '1234567' }, ['a.yaml', 'b.yaml'], []],
    // As letters these are eleven.
    ['one byte more', { 'a.yaml': '# 型', 'b.yaml': '12345678' }, [], ['own-too-large 2 > 2']],
    ['as deep as may be, and not deeper', { 'a/b.yaml': '', 'a/b/c.yaml': '' }, ['a/b.yaml'], []],
    [
      'a text in another encoding',
      { 'a.yaml': new Uint8Array([0x83, 0x65]), 'b.yaml': '' },
      ['b.yaml'],
      ['own-not-utf8 a.yaml'],
    ],
  ])('%s', (_, given, files, problems) => {
    const found = read(given);
    expect([...found.files.keys()]).toEqual(files);
    const told = found.problems.map(({ code, args }) =>
      'path' in args ? `${code} ${args.path}` : `${code} ${args.files} > ${args.limit}`,
    );
    expect(told).toEqual(problems);
  });

  it('follows a link to a file, and none to a folder', () => {
    const dir = folder({ 'lists/weights.yaml': '' });
    symlinkSync(join(dir, 'lists'), join(dir, 'again'));
    symlinkSync(join(dir, 'lists/weights.yaml'), join(dir, 'weights.yaml'));
    symlinkSync('gone.yaml', join(dir, 'nowhere.yaml'));
    const { files, problems } = readOwnFolder(dir, { entries: 9, bytes: 9, depth: 3 });
    expect([...files.keys()]).toEqual(['lists/weights.yaml', 'weights.yaml']);
    expect(problems).toEqual([
      { code: 'own-link', args: { path: 'again' } },
      { code: 'own-unreadable', args: { path: 'nowhere.yaml', reason: 'ENOENT' } },
    ]);
  });

  it('gives what its bytes give that lie elsewhere', () => {
    const files = {
      'guidance/b.yaml': '# 型',
      'guidance.yaml': '',
      'a.yaml': new Uint8Array([0x83]),
      '.b.yaml': '',
    };
    const bytes = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]);
    const { files: texts, problems } = ownFolderOf(new Map(bytes));
    const onDisk = readOwnFolder(folder(files), { entries: 9, bytes: 9, depth: 3 });
    expect([...texts]).toEqual([...onDisk.files]);
    expect(problems).toEqual(onDisk.problems);
  });

  it('throws as fs does where it is not there', () => {
    expect(() => readOwnFolder(join(folder(), 'nowhere'), LIMITS)).toThrow('ENOENT');
  });
});
