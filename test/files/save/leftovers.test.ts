import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEMPORARY, thisHost } from '../../../src/files/save/aside.ts';
import { removeLeftovers } from '../../../src/files/save/leftovers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wazamori-leftovers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LIVING = 4711;
const isAlive = (pid: number): boolean => pid === LIVING;
const other = thisHost() === '00000000' ? '11111111' : '00000000';

describe('after a program was killed in the middle of a save', () => {
  it.each([
    ['its half-written file goes', `.save-${thisHost()}-4712-0123456789ab.tmp`, false],
    ['that of a living process stays', `.save-${thisHost()}-${LIVING}-0123456789ab.tmp`, true],
    ['that of another machine stays', `.save-${other}-4712-0123456789ab.tmp`, true],
    ['the answers stay', '株式会社サンプル精機.yaml', true],
    ['what only looks like it stays', '.save-4712.tmp', true],
  ])('%s', (_, name, stays) => {
    writeFileSync(join(folder, name), 'wazamori: 1\n');
    removeLeftovers(join(folder, 'answers.yaml'), isAlive);
    expect(readdirSync(folder)).toEqual(stays ? [name] : []);
  });

  it('a folder that is not there is no matter', () => {
    expect(() => removeLeftovers(join(folder, 'gone', 'answers.yaml'), isAlive)).not.toThrow();
  });

  it('the names are those a save gives', () => {
    expect(TEMPORARY.test(`.save-${thisHost()}-${process.pid}-0123456789ab.tmp`)).toBe(true);
  });
});
