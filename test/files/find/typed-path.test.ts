import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearName, typedPath } from '../../../src/files/find/typed-path.ts';
import { folder } from '../../setup/folder.ts';

const [NFC, NFD] = ['がく製作所', 'がく製作所'.normalize('NFD')];

describe('a path as it was typed', () => {
  it.each([
    ['composed', 'on a disk with marks apart', NFC, NFD],
    ['with marks apart', 'on a disk with composed letters', NFD, NFC],
  ])('%s is found %s, file and folder alike', (_, __, typed, there) => {
    const cwd = folder({ [`${there}/${there}.yaml`]: '' });
    expect(typedPath(cwd, `${typed}/${typed}.yaml`)).toBe(join(cwd, there, `${there}.yaml`));
    // What is not there yet lies in the folder that is.
    expect(typedPath(cwd, `${typed}/計画.pdf`)).toBe(join(cwd, there, '計画.pdf'));
    expect(typedPath(cwd, `./${typed}/../${typed}`)).toBe(join(cwd, there));
  });

  it('means the file of its very name where both are there', () => {
    const cwd = folder({ [`${NFC}.yaml`]: '', [`${NFD}.yaml`]: '' });
    for (const name of [NFC, NFD]) expect(typedPath(cwd, `${name}.yaml`)).toBe(join(cwd, `${name}.yaml`));
  });

  it('stays as it is where nothing looks like it, or a file stands for a folder', () => {
    const cwd = folder({ 'a.yaml': '' });
    for (const name of ['A.yaml', `${NFC}.yaml`, 'a.yaml/b.yaml', `${'技'.repeat(100)}.yaml`])
      expect(typedPath(cwd, name)).toBe(join(cwd, name));
  });
});

describe('the name that may have been meant', () => {
  it.each([
    ['capitals', 'sample.yaml', 'Sample.YAML'],
    ['another ending', 'sample.yml', 'sample.yaml'],
    ['a space behind it', 'sample.yaml ', 'sample.yaml'],
    ['a dot behind it', 'sample.yaml.', 'sample.yaml'],
    ['a space on the disk', 'sample.yaml', 'sample.yaml '],
    ['full-width letters', 'Ｓａｍｐｌｅ.yaml', 'sample.yaml'],
    ['a slip of the pen', 'smaple.yaml', 'sample.yaml'],
    ['a folder above', '顧問先/sample.yaml', '顧問先/Sample.yaml'],
  ])('%s', (_, typed, there) => {
    expect(nearName(folder({ [there]: '', '別.yaml': '' }), typed)).toBe(there);
  });

  it('is nobody of two, nothing hidden, and nothing where the folder is not there', () => {
    expect(nearName(folder({ 'メモ.txt': '', '.sample.yaml': '' }), 'sample.yaml')).toBeNull();
    expect(nearName(folder(), 'gone/sample.yaml')).toBeNull();
  });
});
