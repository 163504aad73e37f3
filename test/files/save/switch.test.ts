import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asideOf } from '../../../src/files/save/aside.ts';
import { goes } from '../../../src/files/save/signals.ts';
import { switchAll } from '../../../src/files/save/switch.ts';
import { folder } from '../../setup/folder.ts';
import { allow, allowAfterEach, refuse } from '../../setup/refusing-disk.ts';

allowAfterEach();

const FILES = ['summary.csv', 'summary.json', 'portfolio.pdf', 'errors.csv'] as const;

/** A folder of results of the last run, all but one, and those of this run waiting beside them. */
function waiting() {
  const cwd = folder({ 'summary.csv': '前', 'summary.json': '前', 'portfolio.pdf': '前' });
  const files = FILES.map((name) => {
    const target = join(cwd, name);
    const aside = asideOf(target);
    writeFileSync(aside, '今');
    return { aside, target, name: `結果/${name}` };
  });
  const standing = () =>
    Object.fromEntries(
      readdirSync(cwd)
        .filter((name) => !files.some(({ aside }) => aside.endsWith(name)))
        .map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
    );
  return { files, standing, clear: () => files.map(({ aside }) => goes(aside)) };
}

const BEFORE = { 'summary.csv': '前', 'summary.json': '前', 'portfolio.pdf': '前' };
const AFTER = Object.fromEntries(FILES.map((name) => [name, '今']));

describe('files of one run', () => {
  it('take their names together, and nothing stays beside them', () => {
    const { files, standing } = waiting();
    expect(switchAll(files)).toBeNull();
    expect(standing()).toEqual(AFTER);
  });

  // Excel on Windows: whoever has it open keeps it from being replaced.
  it.each(['EBUSY', 'EPERM', 'EACCES'])('keep what stood there where one is open elsewhere (%s)', (code) => {
    for (const name of FILES.slice(0, 3)) {
      const { files, standing, clear } = waiting();
      refuse(['renameSync'], name, code);
      expect(switchAll(files)).toMatchObject({ code: 'file-in-use', args: { path: `結果/${name}` } });
      expect(standing()).toEqual(BEFORE);
      allow();
      clear();
    }
  });

  it('keep what stood there where the last one, a new one, cannot be made', () => {
    const { files, standing, clear } = waiting();
    refuse(['renameSync'], 'errors.csv', 'EACCES');
    expect(switchAll(files)).toMatchObject({ code: 'file-not-writable', args: { reason: 'EACCES' } });
    expect(standing()).toEqual(BEFORE);
    clear();
  });

  it('are switched on disks without second names, and not where there is no room to keep the old ones', () => {
    const one = waiting();
    refuse(['linkSync'], '', 'ENOTSUP');
    expect(switchAll(one.files)).toBeNull();
    expect(one.standing()).toEqual(AFTER);
    const other = waiting();
    refuse(['linkSync', 'copyFileSync'], 'portfolio.pdf', 'ENOSPC');
    expect(switchAll(other.files)).toMatchObject({
      code: 'file-not-writable',
      args: { path: '結果/portfolio.pdf', reason: 'ENOSPC' },
    });
    expect(other.standing()).toEqual(BEFORE);
    other.clear();
  });
});
