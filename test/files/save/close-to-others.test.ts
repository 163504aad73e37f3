import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closedMode, closeToOthers } from '../../../src/files/save/close-to-others.ts';

const octal = (mode: number): string => mode.toString(8);

describe('closedMode', () => {
  it.each<[string, number, number, number]>([
    ['a copy under the usual umask', 0o644, 0o755, 0o600],
    ['one in a folder of its owner alone', 0o644, 0o700, 0o600],
    ['one everybody may write', 0o666, 0o755, 0o660],
    ['one a group writes together', 0o664, 0o775, 0o660],
    ['one in a folder that hands its group on', 0o644, 0o2755, 0o640],
    ['one in a folder the group alone may enter', 0o644, 0o750, 0o640],
    ['one open to others, not to the group', 0o604, 0o755, 0o600],
    ['one shared by its owner with the group', 0o640, 0o755, 0o640],
    ['one closed already', 0o600, 0o777, 0o600],
    ['one nobody may write', 0o444, 0o755, 0o444],
  ])('%s', (_, mode, folder, then) => {
    expect(octal(closedMode(mode, folder))).toBe(octal(then));
  });
});

describe('closeToOthers', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'close-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'a.yaml'), 'wazamori: 1\n');
    chmodSync(join(folder, 'a.yaml'), 0o644);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says what it changed, once', () => {
    expect(closeToOthers(join(folder, 'a.yaml'))).toEqual({ before: '0644', now: '0600' });
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o600);
    expect(closeToOthers(join(folder, 'a.yaml'))).toBeNull();
  });

  it('closes the file a link leads to', () => {
    symlinkSync('a.yaml', join(folder, 'link.yaml'));
    expect(closeToOthers(join(folder, 'link.yaml'))).not.toBeNull();
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o600);
  });

  it('is silent about a file that is not there', () => {
    expect(closeToOthers(join(folder, 'none.yaml'))).toBeNull();
  });
});
