import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/files/content-hash.ts';
import { saveFile } from '../../../src/files/save/save.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const OLD = bytes('wazamori: 1\n');
const NEW = bytes('wazamori: 1\nanswers:\n');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const codes = (path: string, expected: string | null) =>
  saveFile(path, NEW, expected).findings.map(({ code }) => code);

describe('saveFile', () => {
  it('makes a new file only its owner can read', () => {
    const result = saveFile(at('株式会社サンプル精機.yaml'), NEW, null);
    expect(result).toEqual({ ok: true, value: contentHash(NEW), findings: [] });
    expect(statSync(at('株式会社サンプル精機.yaml')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['株式会社サンプル精機.yaml']);
  });

  it('keeps the mode of a file that is there', () => {
    writeFileSync(at('a.yaml'), OLD);
    chmodSync(at('a.yaml'), 0o640);
    expect(saveFile(at('a.yaml'), NEW, contentHash(OLD)).ok).toBe(true);
    expect(statSync(at('a.yaml')).mode & 0o777).toBe(0o640);
    expect(readFileSync(at('a.yaml'))).toEqual(Buffer.from(NEW));
  });

  // Only root may give a file to a group it does not belong to.
  it.runIf(process.getuid?.() === 0)('keeps the group of a file, and with it the team that shares it', () => {
    writeFileSync(at('a.yaml'), OLD);
    chownSync(at('a.yaml'), 0, 65534);
    chmodSync(at('a.yaml'), 0o640);
    expect(saveFile(at('a.yaml'), NEW, contentHash(OLD)).ok).toBe(true);
    const { gid, mode } = statSync(at('a.yaml'));
    expect([gid, mode & 0o777]).toEqual([65534, 0o640]);
  });

  it('writes through a link and leaves the link a link', () => {
    mkdirSync(at('git'));
    writeFileSync(at('git/a.yaml'), OLD);
    symlinkSync(at('git/a.yaml'), at('link.yaml'));
    expect(saveFile(at('link.yaml'), NEW, contentHash(OLD)).ok).toBe(true);
    expect(lstatSync(at('link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('git/a.yaml'))).toEqual(Buffer.from(NEW));
  });

  it('makes the file a link points to that leads nowhere yet', () => {
    mkdirSync(at('git'));
    symlinkSync('git/new.yaml', at('link.yaml'));
    expect(saveFile(at('link.yaml'), NEW, null).ok).toBe(true);
    expect(readFileSync(at('git/new.yaml'))).toEqual(Buffer.from(NEW));
  });

  it('saves a file with a name as long as names can be', () => {
    const name = `${'技'.repeat(83)}.yaml`;
    expect(saveFile(at(name), NEW, null).ok).toBe(true);
  });

  it('does not overwrite what somebody wrote meanwhile', () => {
    writeFileSync(at('a.yaml'), bytes('wazamori: 1 # 課長が直した\n'));
    expect(codes(at('a.yaml'), contentHash(OLD))).toEqual(['file-changed-meanwhile']);
    expect(readFileSync(at('a.yaml'), 'utf8')).toContain('課長が直した');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('does not bring back what somebody deleted meanwhile', () => {
    expect(codes(at('a.yaml'), contentHash(OLD))).toEqual(['file-changed-meanwhile']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, (path: string) => void, string | null, string]>([
    ['a file where none was expected', (path) => writeFileSync(path, OLD), null, 'file-exists'],
    ['a folder of that name', (path) => mkdirSync(path), null, 'file-is-folder'],
    [
      'a write-protected file',
      (path) => writeFileSync(path, OLD, { mode: 0o444 }),
      contentHash(OLD),
      'file-read-only',
    ],
  ])('refuses %s and leaves nothing behind', (_, prepare, expected, code) => {
    prepare(at('a.yaml'));
    expect(codes(at('a.yaml'), expected)).toEqual([code]);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('names the folder that is missing', () => {
    expect(saveFile(at('clients/a.yaml'), NEW, null).findings).toEqual([
      { severity: 'error', code: 'file-not-found', args: { path: at('clients') }, location: null },
    ]);
  });

  it('tells a file used as a folder, and a name too long', () => {
    writeFileSync(at('a.yaml'), OLD);
    expect(codes(at('a.yaml/b.yaml'), null)).toEqual(['file-not-writable']);
    expect(codes(at(`${'a'.repeat(300)}.yaml`), null)).toEqual(['file-name-too-long']);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});
